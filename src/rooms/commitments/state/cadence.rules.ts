import type { Term, TermKey } from '../notation.ts'

export type Unit = 'week' | 'month' | 'quarter' | 'half' | 'year'

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
      /** What is counted: times, or the quantity each piece of evidence tells. */
      readonly measure: 'times' | 'quantity'
      readonly months: readonly number[]
      readonly exceptMonths: readonly number[]
      readonly parity: 'ODD' | 'EVEN' | null
      /** Days of the year by which it is due (`[3, 1]` = 1 March); the period then runs from one such day to the next. */
      readonly yearDays: readonly (readonly [month: number, day: number])[]
      /** Days after the period's end in which its evidence still counts. */
      readonly graceDays: number
    }
  | { readonly kind: 'once'; readonly by: string }
  | { readonly kind: 'on_demand' }
  | { readonly kind: 'unjudged' }

type Periodic = Extract<Cadence, { kind: 'periodic' }>

/** The months Danes mean by a season. */
const seasonMonths: Readonly<Record<string, readonly number[]>> = {
  SPRING: [3, 4, 5],
  SUMMER: [6, 7, 8],
  AUTUMN: [9, 10, 11],
  WINTER: [12, 1, 2],
}

const unitsByWord: Readonly<Record<string, { unit: Unit; times: number }>> = {
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

/** Money asked for after a period has ended is paid within a month of its end. */
const arrearsDays = 31

/** What a rule of the notation promises, so that it can be laid over days. "Efter behov" never becomes a date or a count. */
export const cadenceOf = (terms: readonly Term[]): Cadence => {
  const find = (key: TermKey) => terms.find((term) => term.key === key)
  const frequency = find('FREQ')?.value
  if (frequency === 'ON_DEMAND' || frequency === 'AD_HOC') return { kind: 'on_demand' }
  if (frequency !== undefined && !Object.hasOwn(unitsByWord, frequency)) return { kind: 'unjudged' }
  const rhythm = rhythmOf(terms)
  if (rhythm) return withDays(rhythm, terms)
  const once = onceBy(terms)
  if (once !== null) return { kind: 'once', by: once }
  return find('NOTICE') || find('AVAILABLE') || isOnlyLimit(terms) ? { kind: 'on_demand' } : { kind: 'unjudged' }
}

const isOnlyLimit = (terms: readonly Term[]): boolean =>
  terms.some((term) => (term.key === 'AMOUNT' || term.key === 'QUANTITY') && (term.op === '<=' || term.op === '<'))

const rhythmOf = (terms: readonly Term[]): Periodic | null => {
  const find = (key: TermKey) => terms.find((term) => term.key === key)
  const frequency = find('FREQ') ?? find('PAYMENT')
  const found = frequency && unitsByWord[frequency.value]
  if (found) return periodic({ ...found, interval: Number(find('INTERVAL')?.value ?? 1) }, timesA(terms, found.times))
  const quantity = find('QUANTITY')
  const byQuantity = quantity && unitsByWord[perOf(quantity.value)]
  if (quantity && byQuantity)
    return { ...periodic({ ...byQuantity, interval: 1 }, bounds(quantity, 1)), measure: 'quantity' }
  const amount = find('AMOUNT')
  const byAmount = amount && unitsByWord[perOf(amount.value)]
  if (amount && byAmount) return periodic({ ...byAmount, interval: 1 }, { least: isLimit(amount) ? 0 : 1, most: null })
  return impliedRhythm(terms)
}

/** A weekday, a month or a day of the year without a word of frequency still comes round. */
const impliedRhythm = (terms: readonly Term[]): Periodic | null => {
  const has = (...keys: TermKey[]) => terms.some((term) => keys.includes(term.key))
  const yearly = terms.some(
    (term) => (term.key === 'ON' || term.key === 'DEADLINE') && yearDaysIn(term.value).length > 0,
  )
  const once = { least: 1, most: null }
  if (has('BYDAY') && !has('BYMONTH')) return periodic({ unit: 'week', interval: 1 }, timesA(terms, 1))
  if (yearly || has('BYMONTH', 'BYQUARTER', 'SEASON')) return periodic({ unit: 'year', interval: 1 }, once)
  return null
}

interface Bounds {
  readonly least: number
  readonly most: number | null
}

const periodic = (length: { unit: Unit; interval: number }, times: Bounds): Periodic => ({
  kind: 'periodic',
  unit: length.unit,
  interval: Number.isInteger(length.interval) && length.interval > 0 ? length.interval : 1,
  ...times,
  measure: 'times',
  months: [],
  exceptMonths: [],
  parity: null,
  yearDays: [],
  graceDays: 0,
})

const timesA = (terms: readonly Term[], usual: number): Bounds => {
  const count = terms.find((term) => term.key === 'COUNT_PER_PERIOD')
  if (count) return bounds(count, usual)
  const weekly =
    terms.some((term) => term.key === 'FREQ' && term.value === 'WEEKLY') || !terms.some((term) => term.key === 'FREQ')
  const days = weekly ? (terms.find((term) => term.key === 'BYDAY')?.value.split(',').length ?? 1) : 1
  return { least: usual * days, most: null }
}

/** The least and the most a term asks for; `2..4` asks for two at least, `<=6` for none but no more than six. */
const bounds = (term: Term, usual: number): Bounds => {
  const [low = '', high] = term.value.replace(/\/.*$/, '').split('..')
  const least = Number(low) * usual
  if (!Number.isFinite(least)) return { least: usual, most: null }
  if (term.op === '<=') return { least: 0, most: least }
  if (term.op === '<') return { least: 0, most: Math.max(0, least - 1) }
  if (term.op === '>') return { least: least + 1, most: null }
  return { least, most: null, ...(high === undefined ? {} : { most: null }) }
}

const isLimit = (term: Term): boolean => term.op === '<=' || term.op === '<'

const perOf = (value: string): string => /\/([A-Z]+)$/.exec(value)?.[1] ?? ''

const withDays = (rhythm: Periodic, terms: readonly Term[]): Periodic => {
  const all = (key: TermKey) => terms.filter((term) => term.key === key).flatMap((term) => term.value.split(','))
  const numbers = (key: TermKey) => all(key).map(Number).filter(Number.isInteger)
  const quarters = numbers('BYQUARTER').flatMap((quarter) => [1, 2, 3].map((month) => (quarter - 1) * 3 + month))
  const seasons = all('SEASON').flatMap((season) => seasonMonths[season.replace(/^(?:EARLY|LATE)_?/, '')] ?? [])
  const months = [...new Set([...numbers('BYMONTH'), ...(quarters.length > 0 ? quarters : []), ...seasons])].toSorted(
    (a, b) => a - b,
  )
  const parity = all('WEEKPARITY')[0]
  return {
    ...rhythm,
    months,
    exceptMonths: numbers('EXCEPT_BYMONTH'),
    parity: parity === 'ODD' || parity === 'EVEN' ? parity : null,
    yearDays: [...all('ON'), ...all('DEADLINE')].flatMap(yearDaysIn),
    graceDays: all('TIMING').includes('IN_ARREARS') ? arrearsDays : 0,
  }
}

const yearDaysIn = (value: string): (readonly [number, number])[] =>
  value.split(',').flatMap((day) => {
    const match = /^(\d{2})-(\d{2})$/.exec(day)
    return match ? [[Number(match[1]), Number(match[2])] as const] : []
  })

/** The last day of something promised once; a year or month alone means its last day. */
const onceBy = (terms: readonly Term[]): string | null => {
  const term = terms.find((one) => one.key === 'DEADLINE') ?? terms.find((one) => one.key === 'DATE')
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:\((BEGINNING|MIDDLE|END)\))?$/.exec(term?.value ?? '')
  if (!match) return null
  const [, year = '', month, day, part] = match
  if (day !== undefined) return `${year}-${month}-${day}`
  if (month === undefined) return `${year}-12-31`
  if (part === 'BEGINNING') return `${year}-${month}-10`
  if (part === 'MIDDLE') return `${year}-${month}-20`
  return Temporal.PlainYearMonth.from(`${year}-${month}`).toPlainDate({ day: 31 }).toString()
}
