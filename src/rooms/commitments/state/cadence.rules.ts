import { formatDayNumber, parseDayNumber } from '../../../platform/day-number.ts'
import type { CommitmentKind } from '../../agreements/index.ts'
import type { Term, TermKey } from '../notation.ts'
import { boundsOf, dayCountOf, isLimit, perOf, weekdaysOf } from './bounds.rules.ts'

export type Unit = 'week' | 'month' | 'quarter' | 'half' | 'year'

/**
 * What is counted in a period: `times` it happened, the `quantity` each piece of evidence tells (hours, children, kroner), or the
 * `pieces` of evidence themselves (a payment made, a post filled), whatever their quantity.
 */
export type Measure = 'times' | 'quantity' | 'pieces'

/** Months that belong together: the first (1–12) and how many. `[12, 3]` runs from December into February. */
export type Stretch = readonly [first: number, length: number]

/** How often something is promised, laid bare of its notation. */
export type Cadence =
  | {
      readonly kind: 'periodic'
      readonly unit: Unit
      /** A period is this many units long. */
      readonly interval: number
      /** At least so much a period; 0 where the promise only sets a limit. */
      readonly least: number
      /** At most so much a period; null where there is no limit. */
      readonly most: number | null
      readonly measure: Measure
      /** `least` is so much for each whole week of the period, not for the period. */
      readonly isPerWeek: boolean
      readonly months: readonly number[]
      /** In a year, the months in which it is due, those that belong together as one; empty = the whole year. */
      readonly stretches: readonly Stretch[]
      readonly exceptMonths: readonly number[]
      readonly parity: 'ODD' | 'EVEN' | null
      /** ISO weekdays named (1 = Monday); a week cut by the agreement's ends asks only for those left in it. */
      readonly weekdays: readonly number[]
      /** Days of the year by which it is due (`[3, 1]` = 1 March); the period then runs from one such day to the next. */
      readonly yearDays: readonly (readonly [month: number, day: number])[]
      /** Its evidence still counts until the end of this many months after the period's own. */
      readonly graceMonths: number
    }
  | { readonly kind: 'once'; readonly by: string }
  /** So much in all, in kroner or whatever the promise counts: within one year, or over the whole time the promise applies. */
  | { readonly kind: 'total'; readonly least: number; readonly most: number | null; readonly year: number | null }
  | { readonly kind: 'on_demand' }
  | { readonly kind: 'unjudged' }

type Periodic = Extract<Cadence, { kind: 'periodic' }>

/** The months Danes mean by a season; an early or late one is its first or last two. */
const seasonStretches: Readonly<Record<string, Stretch>> = {
  SPRING: [3, 3],
  SUMMER: [6, 3],
  AUTUMN: [9, 3],
  WINTER: [12, 3],
}

interface UnitOf {
  readonly unit: Unit
  readonly times: number
}

const unitsByWord: Readonly<Record<string, UnitOf>> = {
  // Work promised for every day is judged by the week, five working days in each.
  DAILY: { unit: 'week', times: 5 },
  DAY: { unit: 'week', times: 5 },
  WEEKLY: { unit: 'week', times: 1 },
  WEEK: { unit: 'week', times: 1 },
  MONTHLY: { unit: 'month', times: 1 },
  MONTH: { unit: 'month', times: 1 },
  QUARTERLY: { unit: 'quarter', times: 1 },
  QUARTER: { unit: 'quarter', times: 1 },
  HALFYEARLY: { unit: 'half', times: 1 },
  HALFYEAR: { unit: 'half', times: 1 },
  YEARLY: { unit: 'year', times: 1 },
  YEAR: { unit: 'year', times: 1 },
}

const unitOf = (word: string) => (Object.hasOwn(unitsByWord, word) ? unitsByWord[word] : undefined)

/**
 * What a rule of the notation promises, so that it can be laid over days. "Efter behov" never becomes a date or a count.
 * `kind` is the promise's: a price or an offer is no rhythm, and hours a week that staff a post are the post's size.
 */
export const cadenceOf = (terms: readonly Term[], kind: CommitmentKind = 'task'): Cadence => {
  const find = (key: TermKey) => terms.find((term) => term.key === key)
  const frequency = find('FREQ')?.value
  if (frequency === 'ON_DEMAND' || frequency === 'AD_HOC') return { kind: 'on_demand' }
  if (frequency !== undefined && unitOf(frequency) === undefined) return { kind: 'unjudged' }
  if (frequency === undefined && isOffer(terms, kind)) return { kind: 'on_demand' }
  const rhythm = rhythmOf(terms, kind)
  if (rhythm) return withDays(rhythm, terms)
  const once = onceBy(terms)
  if (once !== null) return { kind: 'once', by: once }
  const total = totalOf(terms, kind)
  if (total !== null) return total
  return find('NOTICE') || find('AVAILABLE') || isOnlyLimit(terms) ? { kind: 'on_demand' } : { kind: 'unjudged' }
}

/** An offer with a price or a size, or a price for each thing (`per=workshop`): used when there is use for it. */
const isOffer = (terms: readonly Term[], kind: CommitmentKind): boolean => {
  const sized = terms.filter(({ key }) => key === 'AMOUNT' || key === 'QUANTITY')
  if (kind === 'availability') return sized.length > 0
  return sized.length > 0 && sized.every((term) => term.key === 'AMOUNT' && isPriceOfOne(term))
}

const isPriceOfOne = (term: Term): boolean =>
  term.per !== null
    ? unitOf(term.per.toUpperCase()) === undefined && !sharers.has(term.per)
    : /\/[A-Z]+$/.test(term.value) && unitOf(perOf(term.value)) === undefined

/** Who a sum may be shared among, and the whole time it may be for; such a sum is no price. */
const sharers: ReadonlySet<string> = new Set(['plan', 'party', 'organisation', 'association', 'area', 'project period'])

const isOnlyLimit = (terms: readonly Term[]): boolean =>
  terms.some((term) => (term.key === 'AMOUNT' || term.key === 'QUANTITY') && isLimit(term))

const rhythmOf = (terms: readonly Term[], kind: CommitmentKind): Periodic | null => {
  const find = (key: TermKey) => terms.find((term) => term.key === key)
  const frequency = find('FREQ') ?? find('PAYMENT')
  const found = frequency && unitOf(frequency.value)
  if (found)
    return {
      ...periodic(found.unit, timesA(terms, found.times, frequency.value)),
      interval: intervalOf(find('INTERVAL')),
      measure: find('PAYMENT') ? 'pieces' : 'times',
    }
  const quantity = find('QUANTITY')
  const byQuantity = quantity && unitOf(perOf(quantity.value))
  if (quantity && byQuantity) return byQuantityIn(terms, byQuantity, kind)
  const amount = find('AMOUNT')
  const byAmount = amount && unitOf(perOf(amount.value))
  if (amount && byAmount)
    return { ...periodic(byAmount.unit, { least: isLimit(amount) ? 0 : 1, most: null }), measure: 'pieces' }
  return impliedRhythm(terms)
}

/**
 * Hours a week that somebody is employed or paid for are the size of a post, and ask that the post is filled, told once a year. Hours a week
 * "in average" or "about" are looked at over a quarter, so many for each whole week of it. All else is counted in its own period.
 */
const byQuantityIn = (terms: readonly Term[], { unit, times }: UnitOf, kind: CommitmentKind): Periodic => {
  const quantities = terms.filter(({ key }) => key === 'QUANTITY')
  const isWeeklyHours = unit === 'week' && quantities.every((term) => /hour/.test(term.unit ?? ''))
  if (isWeeklyHours && (kind === 'staffing' || kind === 'payment'))
    return { ...periodic('year', { least: 1, most: null }), measure: 'pieces' }
  const isAverage = isWeeklyHours && terms.some(({ key }) => key === 'APPROX')
  const asked = { ...periodic(isAverage ? 'quarter' : unit, boundsOf(quantities, times)), isPerWeek: isAverage }
  return { ...asked, measure: 'quantity' }
}

/** A weekday, a month or a day of the year without a word of frequency still comes round. */
const impliedRhythm = (terms: readonly Term[]): Periodic | null => {
  const has = (...keys: TermKey[]) => terms.some((term) => keys.includes(term.key))
  const yearly = terms.some(
    (term) => (term.key === 'ON' || term.key === 'DEADLINE') && yearDaysIn(term.value).length > 0,
  )
  if (has('BYDAY') && !has('BYMONTH')) return periodic('week', timesA(terms, 1, 'WEEKLY'))
  if (yearly || has('BYMONTH', 'BYQUARTER', 'SEASON')) return periodic('year', { least: 1, most: null })
  return null
}

const periodic = (unit: Unit, times: { readonly least: number; readonly most: number | null }): Periodic => ({
  kind: 'periodic',
  unit,
  interval: 1,
  ...times,
  measure: 'times',
  isPerWeek: false,
  months: [],
  stretches: [],
  exceptMonths: [],
  parity: null,
  weekdays: [],
  yearDays: [],
  graceMonths: 0,
})

const intervalOf = (term: Term | undefined): number => {
  const interval = Number(term?.value ?? 1)
  return Number.isSafeInteger(interval) && interval > 0 ? Math.min(interval, 1200) : 1
}

const timesA = (terms: readonly Term[], usual: number, frequency: string) => {
  const counts = terms.filter((term) => term.key === 'COUNT_PER_PERIOD')
  if (counts.length > 0) return boundsOf(counts, usual)
  const days = dayCountOf(terms)
  if (frequency === 'DAILY' || frequency === 'DAY') return { least: days > 0 ? days : usual, most: null }
  return { least: usual * (frequency === 'WEEKLY' || frequency === 'WEEK' ? Math.max(days, 1) : 1), most: null }
}

const withDays = (rhythm: Periodic, terms: readonly Term[]): Periodic => {
  const all = (key: TermKey) => terms.filter((term) => term.key === key).flatMap((term) => term.value.split(','))
  const numbers = (key: TermKey, last: number) =>
    all(key).flatMap((text) => (Number.isInteger(Number(text)) && +text >= 1 && +text <= last ? [Number(text)] : []))
  const seasons = all('SEASON').flatMap(stretchOf)
  const quarters = numbers('BYQUARTER', 4).map((quarter): Stretch => [quarter * 3 - 2, 3])
  const named = monthStretches([...new Set(numbers('BYMONTH', 12))].toSorted((a, b) => a - b))
  const stretches = [...named, ...quarters, ...seasons].toSorted(([a], [b]) => a - b)
  const parity = all('WEEKPARITY')[0]
  return {
    ...rhythm,
    months: stretches.flatMap(([first, length]) => Array.from({ length }, (_, at) => ((first - 1 + at) % 12) + 1)),
    stretches,
    exceptMonths: numbers('EXCEPT_BYMONTH', 12),
    parity: parity === 'ODD' || parity === 'EVEN' ? parity : null,
    weekdays: weekdaysOf(terms),
    yearDays: [...all('ON'), ...all('DEADLINE')].flatMap(yearDaysIn),
    graceMonths: all('TIMING').includes('IN_ARREARS') ? 1 : 0,
  }
}

/** `LATE_SPRING` → April and May: the season's last two months. */
const stretchOf = (season: string): Stretch[] => {
  const [, part = '', name = ''] = /^(?:(EARLY|LATE)_?)?(.*)$/.exec(season) ?? []
  const whole = Object.hasOwn(seasonStretches, name) ? seasonStretches[name] : undefined
  if (!whole) return []
  if (part === '') return [whole]
  return part === 'EARLY' ? [[whole[0], 2]] : [[(whole[0] % 12) + 1, 2]]
}

/** Three months or more that follow each other are one stretch; else each is its own: `[3,4,5]` → one, `[2,9]` → two. */
const monthStretches = (months: readonly number[]): Stretch[] => {
  if (months.length >= 3 && months.length < 12 && months.includes(12) && months.includes(1)) return overNewYear(months)
  const runs: [number, number][] = []
  for (const one of months) {
    const last = runs.at(-1)
    if (last && months.length >= 3 && one === last[0] + last[1]) last[1] += 1
    else runs.push([one, 1])
  }
  return runs
}

const overNewYear = (months: readonly number[]): Stretch[] => {
  const first = months.find((month) => month > 1 && !months.includes(month - 1)) ?? 12
  const isOneRun = months.every((month) => month === first || months.includes(month === 1 ? 12 : month - 1))
  return isOneRun ? [[first, months.length]] : months.map((month) => [month, 1])
}

const yearDaysIn = (value: string): (readonly [number, number])[] =>
  value.split(',').flatMap((day) => {
    const match = /^(\d{2})-(\d{2})$/.exec(day)
    const [month, dayOfMonth] = [Number(match?.[1]), Number(match?.[2])]
    return match && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31
      ? [[month, dayOfMonth] as const]
      : []
  })

/** The day, or null where no calendar has it: 30 February is due on no day. */
const onCalendar = (day: string): string | null => (formatDayNumber(parseDayNumber(day)) === day ? day : null)

/** The last day of something promised once; a year or month alone means its last day. */
const onceBy = (terms: readonly Term[]): string | null => {
  const term = terms.find((one) => one.key === 'DEADLINE') ?? terms.find((one) => one.key === 'DATE')
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d{2}))?(?:\((BEGINNING|MIDDLE|END)\))?$/.exec(term?.value ?? '')
  if (!match) return null
  const [, year = '', month, day, part] = match
  if (day !== undefined) return onCalendar(`${year}-${month}-${day}`)
  if (month === undefined) return `${year}-12-31`
  if (part === 'BEGINNING') return `${year}-${month}-10`
  if (part === 'MIDDLE') return `${year}-${month}-20`
  return Temporal.PlainYearMonth.from(`${year}-${month}`).toPlainDate({ day: 31 }).toString()
}

const tellsWhole: ReadonlySet<string> = new Set(['VALID', 'SHARE', 'RATIO', 'DURATION', 'TOTAL'])

/**
 * What is promised in all: a number for one year (`600/2013`) or for the whole time (`per=project period`), or a sum of money. Where a larger
 * whole and a share of it are told (`SHARE=40%`, 2 million, of which 800,000) it is what is owed that counts, never the part of one among
 * several. A sum that tells neither its time nor its share is a price, and nothing is owed before something is bought.
 */
const totalOf = (terms: readonly Term[], kind: CommitmentKind): Cadence | null => {
  const sized = terms.filter(({ key }) => key === 'QUANTITY' || key === 'AMOUNT')
  const ofYear = sized.find((term) => /\/\d{4}$/.test(term.value))
  if (ofYear) return { kind: 'total', ...boundsOf([ofYear], 1), year: Number(ofYear.value.slice(-4)) }
  const inAll = sized.find((term) => term.per === 'project period')
  if (inAll) return { kind: 'total', ...boundsOf([inAll], 1), year: null }
  if (kind !== 'payment' || !terms.some(({ key }) => tellsWhole.has(key))) return null
  const sums = sized.flatMap((term) => {
    const kroner = /^(\d+(?:\.\d+)?) DKK$/.exec(term.value)
    return term.key === 'AMOUNT' && kroner && term.per === null && !isLimit(term) ? [Number(kroner[1])] : []
  })
  const owed = terms.some(({ key }) => key === 'SHARE' || key === 'RATIO') ? Math.min(...sums) : sums[0]
  return owed !== undefined && Number.isFinite(owed) ? { kind: 'total', least: owed, most: null, year: null } : null
}
