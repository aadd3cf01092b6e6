import { anyDigits, like, map, not, oneOf, opt, pick, seq, shared, sign, token, word } from './parser.ts'
import type { Parser } from './parser.ts'
import { bound, howMany, number, ordinal, plainNumber } from './numbers.ts'
import type { HowMany } from './numbers.ts'
import type { Frequency } from '../notation.ts'

/** A unit of time as ISO 8601 writes it; hours and minutes stand after the T. */
export type TimeUnit = 'Y' | 'M' | 'W' | 'D' | 'TH' | 'TM'

interface UnitWord {
  unit: TimeUnit
  times: number
}

const unitWords: [RegExp, UnitWord][] = [
  [/^(?:skole|kalender|regnskabs|tilskuds|budget|projekt)?år(?:et|s|ets|ene|enes)?$/, { unit: 'Y', times: 1 }],
  [/^halvår(?:et|s|ene)?$/, { unit: 'M', times: 6 }],
  [/^kvartal(?:et|er|s|ets|erne)?$/, { unit: 'M', times: 3 }],
  [/^(?:kalender)?måned(?:en|er|s|ers|erne|ens)?$|^mdr$|^md$|^mdrs$/, { unit: 'M', times: 1 }],
  [/^(?:kalender)?uge(?:n|r|s|rs|rne|ns)?$/, { unit: 'W', times: 1 }],
  [/^(?:hver|arbejds|kalender|bank|sogne|søgne)?dag(?:e|en|s|es|ene|ens)?$|^døgn(?:et|s)?$/, { unit: 'D', times: 1 }],
  [/^(?:klokke)?time(?:n|r|s|rs|rne|ns)?$|^t$/, { unit: 'TH', times: 1 }],
  [/^minut(?:ter|ters|s)?$|^min$/, { unit: 'TM', times: 1 }],
]

/** `måneders` → months, `kvartaler` → three months each. */
export const timeUnit: Parser<UnitWord> = pick(
  token((found) => found.kind === 'word'),
  (found) => unitWords.find(([pattern]) => pattern.test(found.text))?.[1],
)

const wholeOf = (value: number, unit: TimeUnit): string => {
  if (unit === 'TH') {
    const minutes = Math.round((value % 1) * 60)
    return `PT${value >= 1 ? `${Math.floor(value)}H` : ''}${minutes > 0 ? `${minutes}M` : ''}`
  }
  if (unit === 'TM') return `PT${plainNumber(value)}M`
  if (unit === 'Y' && value % 1 !== 0) return `P${plainNumber(value * 12)}M`
  if (unit === 'M' && value % 1 !== 0)
    return `P${Math.floor(value) > 0 ? `${Math.floor(value)}M` : ''}${Math.round((value % 1) * 30)}D`
  if (unit === 'W' && value % 1 !== 0) return `P${plainNumber(Math.ceil(value * 7))}D`
  return `P${plainNumber(value)}${unit}`
}

/** A number of units as an ISO 8601 duration: 1.5 years → `P18M`, half an hour → `PT30M`. */
export const isoDuration = (value: number, { unit, times }: UnitWord): string => wholeOf(value * times, unit)

/** A length of time with what bounds it; `value` is an ISO duration or two with `..` between. */
export interface Length {
  op: HowMany['op']
  value: string
  approx: boolean
  unit: TimeUnit
}

const joinAdjective = opt(
  word('hele, kalender, fulde, sammenhængende, løbende, fortløbende, yderligere, nye', 'på hinanden følgende'),
)

const halfUnit: Parser<Length> = pick(
  seq(opt(bound), opt(word('en', 'et')), word('halv', 'halve', 'halvt'), timeUnit),
  ([op, , , unit]) => ({ op: op ?? '=', value: isoDuration(0.5, unit), approx: false, unit: unit.unit }),
)

const quarterHour: Parser<Length> = map(
  seq(opt(bound), word('et kvarter', 'kvarters', 'tre kvarter')),
  ([op, name]) => ({
    op: op ?? '=',
    value: name === 'tre kvarter' ? 'PT45M' : 'PT15M',
    approx: false,
    unit: 'TM',
  }),
)

const andHalf = opt(oneOf(word('og en halv', 'og et halvt'), sign('½')))

const countedUnit: Parser<Length> = map(seq(howMany, andHalf, joinAdjective, timeUnit), ([many, half, , unit]) => {
  const low = isoDuration(many.low + (half === null ? 0 : 0.5), unit)
  const value = many.high === null ? low : `${low}..${isoDuration(many.high, unit)}`
  return { op: many.op, value, approx: many.approx, unit: unit.unit }
})

/** A length of time: `et halvt år`, `14 dage`, `halvanden time`, `op til 3 måneder`, `2-3 uger`. */
export const length: Parser<Length> = shared(oneOf(halfUnit, quarterHour, countedUnit))

/** A calendar period that comes again: `FREQ` and `INTERVAL`. */
export interface Rhythm {
  freq: Frequency
  interval: number
}

const periodWords: [RegExp, Rhythm][] = [
  [
    /^(?:skole|kalender|regnskabs|tilskuds|budget|projekt)?år(?:et|ene|lig|ligt|lige|s)?$/,
    { freq: 'YEARLY', interval: 1 },
  ],
  [/^halvår(?:et|lig|ligt|lige|s|ligvis)?$/, { freq: 'HALFYEARLY', interval: 1 }],
  [/^kvartal(?:et|svis|svist|svise|s)?$|^kvartårligt?e?$/, { freq: 'QUARTERLY', interval: 1 }],
  [/^(?:kalender)?måned(?:en|lig|ligt|lige|svis|s)?$|^md$|^mdr$|^mdl$/, { freq: 'MONTHLY', interval: 1 }],
  [/^(?:kalender)?uge(?:n|ntlig|ntligt|ntlige|s)?$|^ugtl$/, { freq: 'WEEKLY', interval: 1 }],
  [/^dag(?:en|lig|ligt|lige)?$|^døgn(?:et)?$/, { freq: 'DAILY', interval: 1 }],
]

const rhythmOf = (text: string): Rhythm | undefined => periodWords.find(([pattern]) => pattern.test(text))?.[1]

/** A word that names a period, as noun or adverb: `år`, `månedligt`, `ugen`. */
export const periodWord: Parser<Rhythm> = pick(
  token((found) => found.kind === 'word'),
  (found) => periodWords.find(([pattern]) => pattern.test(found.text))?.[1],
)

/** Only the adverb or adjective: `årlig`, `kvartalsvis`, `ugentlige`, `toårigt` is not one. */
export const periodAdjective: Parser<Rhythm> = pick(
  like(/(?:lig|ligt|lige|svis|svist|svise|ligvis)$|^ugtl$|^mdl$/),
  (text) => periodWords.find(([pattern]) => pattern.test(text))?.[1],
)

const prefixed: Parser<Rhythm> = pick(
  like(
    /^(?:to|tre|fire|fjorten)(?:års|måneders|månedlig|månedligt|ugers|dages)$|^(?:to|tre|fire)(?:månedligt?|ugentligt?|årligt?)$/,
  ),
  (text) => {
    const times = text.startsWith('to') ? 2 : text.startsWith('tre') ? 3 : text.startsWith('fire') ? 4 : 14
    if (/måned/.test(text)) return { freq: 'MONTHLY' as const, interval: times }
    if (/uge/.test(text)) return { freq: 'WEEKLY' as const, interval: times }
    return /lig/.test(text) ? { freq: 'YEARLY' as const, interval: times } : undefined
  },
)

const everyHow = oneOf(ordinal, number)

const asRhythm = (nth: number | null, rhythm: Rhythm): Rhythm => {
  const interval = nth ?? 1
  if (rhythm.freq === 'DAILY' && interval % 7 === 0) return { freq: 'WEEKLY', interval: interval / 7 }
  if (rhythm.freq === 'HALFYEARLY' && interval > 1) return { freq: 'MONTHLY', interval: interval * 6 }
  return { freq: rhythm.freq, interval }
}

const half: Parser<Rhythm> = pick(seq(word('halve, halvt, halv, andet halve'), periodWord), ([name, rhythm]) =>
  rhythm.freq === 'YEARLY' && name !== 'andet halve' ? { freq: 'HALFYEARLY' as const, interval: 1 } : undefined,
)

const nth: Parser<Rhythm> = map(seq(opt(everyHow), opt(word('enkelt', 'eneste')), periodWord), ([times, , rhythm]) =>
  asRhythm(times, rhythm),
)

/** `hver anden uge`, `hvert halve år`, `hver 14. dag`, `hvert kvartal`, `hvert år`. */
export const everyPeriod: Parser<Rhythm> = oneOf(
  map(
    seq(word('i hvert, i hver, pr hver, pr hvert, hver, hvert, hvert eneste, alle'), oneOf(half, nth)),
    ([, rhythm]) => rhythm,
  ),
  map(seq(word('hveranden, hvertandet'), periodWord), ([, rhythm]) => asRhythm(2, rhythm)),
)

/** `om året`, `i kvartalet`: only the definite form, for `i dag` is a day and `i et år` a length of time. */
const inThe: Parser<Rhythm> = oneOf(
  map(
    seq(
      word('om, i, i løbet af'),
      pick(word('året, halvåret, kvartalet, måneden, ugen, dagen, døgnet, skoleåret, kalenderåret'), rhythmOf),
    ),
    ([, rhythm]) => rhythm,
  ),
  map(seq(word('i løbet af et, i løbet af en'), oneOf(half, periodWord)), ([, rhythm]) => rhythm),
  map(seq(word('i et, inden for et'), pick(word('kalenderår, skoleår'), rhythmOf)), ([, rhythm]) => rhythm),
)

const perEvery: Parser<Rhythm> = map(
  seq(oneOf(word('pr, per'), sign('/')), oneOf(half, periodWord)),
  ([, rhythm]) => rhythm,
)

const perPeriod = oneOf(inThe, perEvery)

/** `i måneden efter` is a place in time, not a rhythm. */
const rhythmPer: Parser<Rhythm> = map(
  seq(perPeriod, not(oneOf(word('efter, før, inden, forud, der'), anyDigits))),
  ([rhythm]) => rhythm,
)

const onBasis: Parser<Rhythm> = map(
  oneOf(
    map(word('på årsbasis, årligt set, på årsplan, på et år, pa, p a'), () => 'YEARLY' as const),
    map(word('på månedsbasis'), () => 'MONTHLY' as const),
    map(word('på ugebasis', 'på ugentlig basis'), () => 'WEEKLY' as const),
    map(word('på kvartalsbasis'), () => 'QUARTERLY' as const),
  ),
  (freq) => ({ freq, interval: 1 }),
)

const onAdjectiveBasis: Parser<Rhythm> = map(seq(word('på'), periodAdjective, word('basis')), ([, rhythm]) => rhythm)

/** A period after a number or on its own: `om året`, `pr. uge`, `/uge`, `i kvartalet`, `på årsbasis`, `årligt`, `hver anden uge`. */
export const period: Parser<Rhythm> = oneOf(
  everyPeriod,
  rhythmPer,
  onBasis,
  onAdjectiveBasis,
  periodAdjective,
  prefixed,
)

const perNames: Record<string, string> = {
  YEARLY: 'YEAR',
  HALFYEARLY: 'HALFYEAR',
  QUARTERLY: 'QUARTER',
  MONTHLY: 'MONTH',
  WEEKLY: 'WEEK',
  DAILY: 'DAY',
}

/** A `FREQ` that is a unit of the calendar. */
export const calendarFreq = /^(?:DAILY|WEEKLY|MONTHLY|QUARTERLY|HALFYEARLY|YEARLY)$/

/** The period as it stands after a slash: `/YEAR`, `/2WEEKS`. */
export const perName = (rhythm: Rhythm): string => {
  const name = perNames[rhythm.freq] ?? rhythm.freq
  return rhythm.interval === 1 ? name : `${rhythm.interval}${name}S`
}
