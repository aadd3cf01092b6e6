import { findId } from '../../../platform/id.ts'
import { findKroner } from '../../../platform/money.ts'
import { formLine } from '../../../web/form-text.ts'
import { findTypedDay } from '../../parties/index.ts'
import { findMinute } from '../clock-words.ts'
import { type Repeat, repeats } from '../repeat.ts'
import { ruleOfRepeat } from '../repeat.rules.ts'
import { type PricePer, pricePers, type SeriesFacts, type SeriesKind, seriesKinds, type Timing } from '../series.ts'
import { withUntil } from '../times.rules.ts'
import { type ReadRepeat, readRepeatWords } from '../timing-words.ts'

export type SeriesError =
  | 'needed'
  | 'too_long'
  | 'not_a_day'
  | 'not_a_time'
  | 'ends_first'
  | 'not_a_number'
  | 'not_an_amount'
  | 'not_understood'
  | 'ages_backwards'
  | 'choose'

export type SeriesField =
  | 'navn'
  | 'kort'
  | 'slags'
  | 'arrangoer'
  | 'dag'
  | 'fra'
  | 'til'
  | 'gentag'
  | 'ord'
  | 'ordfoer'
  | 'regel'
  | 'slut'
  | 'sted'
  | 'omraade'
  | 'hvor'
  | 'alderfra'
  | 'aldertil'
  | 'sprog'
  | 'pris'
  | 'pris_pr'
  | 'med'
  | 'pladser'
  | 'loefte'
  | 'fradag'
  | 'udgave'

/** The form's fields as they were typed. */
export interface SeriesTyped extends Readonly<Record<SeriesField, string>> {
  readonly ugedage: readonly number[]
  readonly juli: boolean
  readonly skoledage: boolean
  readonly tilmelding: boolean
  readonly stor: boolean
  readonly vis: boolean
}

export interface ReadSeries {
  readonly typed: SeriesTyped
  readonly errors: ReadonlyMap<SeriesField, SeriesError>
  /** Null where there are errors. */
  readonly series: (SeriesFacts & Timing) | null
}

/** How much may be written in a field. */
const longest: readonly (readonly [SeriesField, number])[] = [
  ['navn', 120],
  ['kort', 600],
  ['hvor', 200],
  ['med', 200],
  ['ord', 200],
  ['sprog', 60],
]

const typedIn = (form: FormData): SeriesTyped => {
  const line = (name: SeriesField) => formLine(form, name).normalize('NFC')
  const ticked = (name: string) => form.get(name) === 'ja'
  return {
    navn: line('navn'),
    kort: line('kort'),
    slags: line('slags'),
    arrangoer: line('arrangoer'),
    dag: line('dag'),
    fra: line('fra'),
    til: line('til'),
    gentag: line('gentag'),
    ord: line('ord'),
    ordfoer: line('ordfoer'),
    regel: line('regel'),
    slut: line('slut'),
    sted: line('sted'),
    omraade: line('omraade'),
    hvor: line('hvor'),
    alderfra: line('alderfra'),
    aldertil: line('aldertil'),
    sprog: line('sprog'),
    pris: line('pris'),
    pris_pr: line('pris_pr'),
    med: line('med'),
    pladser: line('pladser'),
    loefte: line('loefte'),
    fradag: line('fradag'),
    udgave: line('udgave'),
    ugedage: form
      .getAll('ugedag')
      .flatMap((day) => (typeof day === 'string' && /^[1-7]$/.test(day) ? [Number(day)] : [])),
    juli: ticked('juli'),
    skoledage: ticked('skoledage'),
    tilmelding: ticked('tilmelding'),
    stor: ticked('stor'),
    vis: ticked('vis'),
  }
}

export { findMinute }

interface Reading {
  readonly typed: SeriesTyped
  readonly errors: Map<SeriesField, SeriesError>
}

/** Reads what was typed of an activity; each error stands beside its field. */
export const readSeries = (form: FormData): ReadSeries => {
  const typed = typedIn(form)
  const errors = new Map<SeriesField, SeriesError>()
  const reading = { typed, errors }
  if (typed.navn === '') errors.set('navn', 'needed')
  for (const [name, most] of longest) if (typed[name].length > most) errors.set(name, 'too_long')
  const timing = readTiming(reading)
  const facts = readFacts(reading)
  return { typed, errors, series: errors.size > 0 || timing === null ? null : { ...facts, ...timing } }
}

const readTiming = ({ typed, errors }: Reading): Timing | null => {
  const startsOn = findTypedDay(typed.dag)
  if (startsOn === undefined) errors.set('dag', 'not_a_day')
  const [from, to] = [findMinute(typed.fra), findMinute(typed.til)]
  if (from === undefined) errors.set('fra', 'not_a_time')
  if (to === undefined) errors.set('til', 'not_a_time')
  if (from !== undefined && to !== undefined && to - from < 5) errors.set('til', 'ends_first')
  const until = typed.slut === '' ? null : findTypedDay(typed.slut)
  if (until === undefined) errors.set('slut', 'not_a_day')
  if (startsOn === undefined || from === undefined || to === undefined || until === undefined) return null
  if (until !== null && Temporal.PlainDate.compare(until, startsOn) < 0) errors.set('slut', 'ends_first')
  const repeat = readRule({ typed, errors }, startsOn)
  const rule = repeat.rule === null || until === null ? repeat.rule : withUntil(repeat.rule, until)
  const months = new Set([...repeat.leavesOutMonths, ...(typed.juli ? [7] : [])])
  return {
    startsOn,
    startsMinute: from,
    lastsMinutes: to - from,
    rule,
    leavesOutMonths: rule === null ? [] : [...months].toSorted((a, b) => a - b),
    schoolDaysOnly: rule !== null && (typed.skoledage || repeat.schoolDaysOnly),
  }
}

const once: ReadRepeat = { rule: null, leavesOutMonths: [], schoolDaysOnly: false }

const readRule = ({ typed, errors }: Reading, startsOn: Temporal.PlainDate): ReadRepeat => {
  const repeat: Repeat | undefined = repeats.find((one) => one === typed.gentag)
  if (repeat === undefined) errors.set('gentag', 'choose')
  if (repeat !== 'words') return { ...once, rule: ruleOfRepeat(repeat ?? 'once', startsOn, typed.ugedage) }
  // Words that were not touched mean what they meant: not every rhythm there is can be read back out of them.
  if (typed.regel !== '' && typed.ord === typed.ordfoer) return readKept(typed.regel)
  const read = readRepeatWords(typed.ord, startsOn)
  if (read === undefined) errors.set('ord', 'not_understood')
  return read ?? once
}

/** The rule and the months it leaves out, as the form keeps them beside the words: `FREQ=MONTHLY;BYDAY=1TU|7`. */
const readKept = (kept: string): ReadRepeat => {
  const [rule = '', months = ''] = kept.split('|')
  const leavesOutMonths = months
    .split(',')
    .flatMap((month) => (/^(?:[1-9]|1[0-2])$/.test(month) ? [Number(month)] : []))
  return { rule: rule.replace(/;?(?:UNTIL|COUNT)=[^;]*/g, ''), leavesOutMonths, schoolDaysOnly: false }
}

const wholeNumber = ({ typed, errors }: Reading, name: SeriesField): number | null => {
  if (typed[name] === '') return null
  if (!/^\d{1,3}$/.test(typed[name])) errors.set(name, 'not_a_number')
  return Number(typed[name])
}

const readFacts = (reading: Reading): SeriesFacts => {
  const { typed, errors } = reading
  const kind: SeriesKind | undefined = seriesKinds.find((one) => one === typed.slags)
  if (kind === undefined) errors.set('slags', 'choose')
  const [organisation = '', plan = ''] = typed.arrangoer.split('/')
  const organisationId = findId<'organisation'>(organisation)
  if (organisationId === undefined) errors.set('arrangoer', 'choose')
  const [ageFrom, ageTo] = [wholeNumber(reading, 'alderfra'), wholeNumber(reading, 'aldertil')]
  if (ageFrom !== null && ageTo !== null && ageFrom > ageTo) errors.set('aldertil', 'ages_backwards')
  const price = typed.pris === '' ? null : findKroner(typed.pris)
  if (price === undefined || (price !== null && price < 0n)) errors.set('pris', 'not_an_amount')
  const [venue = '', space = ''] = typed.sted.split('/')
  const places = typed.tilmelding ? wholeNumber(reading, 'pladser') : null
  if (places === 0) errors.set('pladser', 'not_a_number')
  const pricePer: PricePer | null = pricePers.find((one) => one === typed.pris_pr) ?? null
  return {
    title: typed.navn,
    summary: typed.kort,
    kind: kind ?? 'other',
    organisationId: organisationId ?? '',
    planId: findId(plan) ?? null,
    areaId: findId(typed.omraade) ?? null,
    venueId: findId(venue) ?? null,
    spaceId: findId(space) ?? null,
    place: typed.hvor,
    ageFrom,
    ageTo,
    languages: languagesIn(typed.sprog),
    priceOere: price ?? null,
    pricePer: price === null || price === 0n ? null : (pricePer ?? 'time'),
    goesAlong: typed.med,
    signUp: typed.tilmelding ? 'open' : 'none',
    places,
    isLarge: typed.stor,
    isPublished: typed.vis,
    lineageId: findId(typed.loefte) ?? null,
  }
}

/** Danish names of languages the form knows, with their ISO 639 codes. */
export const spokenLanguages: Readonly<Record<string, string>> = {
  da: 'dansk',
  en: 'engelsk',
  ar: 'arabisk',
  so: 'somali',
  tr: 'tyrkisk',
  ur: 'urdu',
  uk: 'ukrainsk',
  fa: 'farsi',
  pl: 'polsk',
  bs: 'bosnisk',
}

const languagesIn = (text: string): string[] =>
  Object.entries(spokenLanguages).flatMap(([code, name]) =>
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => word === name || word === code)
      ? [code]
      : [],
  )
