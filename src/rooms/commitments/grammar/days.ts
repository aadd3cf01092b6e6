import {
  anyDigits,
  anyWord,
  beginningWith,
  listOf,
  map,
  oneOf,
  opt,
  pick,
  seq,
  shared,
  sign,
  token,
  word,
} from './parser.ts'
import type { Parser } from './parser.ts'
import { number, ordinal } from './numbers.ts'
import { listSign, through, weekday } from './weekday-names.ts'

const monthNames = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
]
const monthShort = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

const monthWord = pick(anyWord, ({ text }) =>
  /^(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/.test(text) ? text : undefined,
)

/** A month, 1 = January: `juli`, `aug.`, `sept.` */
export const month: Parser<number> = beginningWith(monthWord, (tokens, at) => {
  const found = tokens.at(at)
  if (found?.kind !== 'word') return undefined
  const text = found.text.endsWith('s') && found.text !== 'marts' ? found.text.slice(0, -1) : found.text
  const full = monthNames.indexOf(text)
  if (full >= 0) return { value: full + 1, to: at + 1 }
  const short = monthShort.indexOf(found.text === 'sept' ? 'sep' : found.text === 'febr' ? 'feb' : found.text)
  if (short < 0) return undefined
  const dotted = tokens.at(at + 1)?.text === '.'
  // "jul" without its full stop is Christmas.
  if (found.text === 'jul' && !dotted) return undefined
  return { value: short + 1, to: dotted ? at + 2 : at + 1 }
})

/** A run of months or several of them: `juli og aug.`, `maj-august`. */
export const monthList: Parser<number[]> = map(
  listOf(
    oneOf(
      pick(seq(month, through, month), ([first, , last]) => monthRun(first, last)),
      map(month, (one) => [one]),
    ),
    listSign,
  ),
  (runs) => runs.flat(),
)

const monthRun = (first: number, last: number): number[] => {
  const length = ((last - first + 12) % 12) + 1
  return Array.from({ length }, (_, index) => ((first - 1 + index) % 12) + 1)
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A year of four digits from 1900 to 2199, or of two after a sign of date. */
export const year: Parser<number> = beginningWith(anyDigits, (tokens, at) => {
  const found = tokens.at(at)
  if (found?.kind !== 'digits') return undefined
  const value = Number(found.text)
  if (found.text.length !== 4 || value < 1900 || value > 2199) return undefined
  return { value, to: at + 1 }
})

const shortYear: Parser<number> = pick(
  token((found) => found.kind === 'digits' && found.text.length === 2),
  (found) => (Number(found.text) < 70 ? 2000 : 1900) + Number(found.text),
)

/**
 * A date as far as it is told: a day with or without its year, a month of a year, or a year.
 * `value` is ISO (`2013-01-01`, `2017-07`, `2013`) or `MM-DD` where the year is unsaid.
 */
export interface DateRead {
  value: string
  exact: 'day' | 'yearless' | 'month' | 'year'
}

const dayNumber: Parser<number> = pick(
  token((found) => found.kind === 'digits' && found.text.length <= 2),
  (found) => (Number(found.text) >= 1 && Number(found.text) <= 31 ? Number(found.text) : undefined),
)

const dayWord: Parser<number> = pick(ordinal, (value) => (value <= 12 ? value : undefined))

const lead = opt(oneOf(word('den', 'd', 'dato')))

const weekdayLead = opt(seq(weekday, opt(sign(',')), opt(word('den', 'd'))))

const lastDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** How many days a month has; February has 29 where the year is unsaid. */
const daysIn = (monthNumber: number, ofYear: number | null): number => {
  const isLeap = ofYear === null || (ofYear % 4 === 0 && ofYear % 100 !== 0) || ofYear % 400 === 0
  return monthNumber === 2 && !isLeap ? 28 : (lastDays[monthNumber - 1] ?? 31)
}

const dayAndMonth = (day: number, monthNumber: number, ofYear: number | null): DateRead | undefined => {
  if (monthNumber < 1 || monthNumber > 12 || day > daysIn(monthNumber, ofYear)) return undefined
  const tail = `${two(monthNumber)}-${two(day)}`
  return ofYear === null ? { value: tail, exact: 'yearless' } : { value: `${ofYear}-${tail}`, exact: 'day' }
}

const named: Parser<DateRead> = pick(
  seq(
    weekdayLead,
    lead,
    oneOf(dayNumber, dayWord),
    opt(sign('.')),
    opt(sign('-')),
    month,
    opt(seq(opt(sign(',', '-')), year)),
  ),
  ([, , day, , , monthNumber, ofYear]) => dayAndMonth(day, monthNumber, ofYear === null ? null : ofYear[1]),
)

const gluedSign = (text: string): Parser<unknown> => token((found) => found.glued && found.text === text)

const numeric: Parser<DateRead> = oneOf(
  pick(
    seq(lead, dayNumber, sign('/', '.', '-'), dayNumber, opt(sign('-', '/', '.')), year),
    ([, day, , monthNumber, , ofYear]) => dayAndMonth(day, monthNumber, ofYear),
  ),
  pick(
    seq(lead, dayNumber, gluedSign('/'), dayNumber, oneOf(gluedSign('-'), gluedSign('/'), gluedSign('.')), shortYear),
    ([, day, , monthNumber, , ofYear]) => dayAndMonth(day, monthNumber, ofYear),
  ),
  pick(seq(lead, dayNumber, gluedSign('.'), dayNumber, gluedSign('.'), shortYear), ([, day, , monthNumber, , ofYear]) =>
    dayAndMonth(day, monthNumber, ofYear),
  ),
  pick(seq(year, gluedSign('-'), dayNumber, gluedSign('-'), dayNumber), ([ofYear, , monthNumber, , day]) =>
    dayAndMonth(day, monthNumber, ofYear),
  ),
)

/** `pr. 31.12.`, `den 15.9.`: without its year, read only after a word that a date follows. */
const bareDots: Parser<DateRead> = pick(
  seq(word('den, d, pr, pr den'), dayNumber, gluedSign('.'), dayNumber, opt(gluedSign('.'))),
  ([, day, , monthNumber]) => dayAndMonth(day, monthNumber, null),
)

/** `1/8`, `31/12`: read only where a date must stand, for `1/3` may be a fraction. */
const bareSlash: Parser<DateRead> = pick(seq(lead, dayNumber, gluedSign('/'), dayNumber), ([, day, , monthNumber]) =>
  dayAndMonth(day, monthNumber, null),
)

const monthOfYear: Parser<DateRead> = map(
  seq(month, opt(sign(',', '-')), opt(word('måned')), year),
  ([monthNumber, , , ofYear]) => ({
    value: `${ofYear}-${two(monthNumber)}`,
    exact: 'month',
  }),
)

const wholeYear: Parser<DateRead> = map(year, (value) => ({ value: String(value), exact: 'year' }))

/** A day of the calendar, with or without its year. */
export const dayDate: Parser<DateRead> = shared(oneOf(numeric, named, bareDots))

const seasons: [RegExp, string][] = [
  [/^forår(?:et|ets|s|ssæsonen)?$/, 'SPRING'],
  [/^sommer(?:en|ens|halvåret|perioden|månederne)?$/, 'SUMMER'],
  [/^efterår(?:et|ets|s|ssæsonen)?$/, 'AUTUMN'],
  [/^vinter(?:en|ens|halvåret|perioden|månederne)?$/, 'WINTER'],
]

/** A season of the year: `foråret` → SPRING, `sent efterår` → LATE_AUTUMN. */
export const season: Parser<string> = map(
  seq(
    opt(word('sent, sen, det sene, tidlig, tidligt, det tidlige')),
    pick(
      token((found) => found.kind === 'word'),
      (found) => seasons.find(([pattern]) => pattern.test(found.text))?.[1],
    ),
  ),
  ([part, name]) => (part === null ? name : part.includes('sen') ? `LATE_${name}` : `EARLY_${name}`),
)

const partOf = new Map([
  ['primo', 'BEGINNING'],
  ['medio', 'MIDDLE'],
  ['ultimo', 'END'],
  ['starten af', 'BEGINNING'],
  ['begyndelsen af', 'BEGINNING'],
  ['midten af', 'MIDDLE'],
  ['slutningen af', 'END'],
])

const partMonths: Record<string, string> = { BEGINNING: '01', MIDDLE: '06', END: '12' }

/** `primo 2022` → `2022-01(BEGINNING)`, `medio juni` → `06(MIDDLE)`. */
export const partOfPeriod: Parser<DateRead> = pick(
  seq(word(...partOf.keys()), opt(month), opt(year)),
  ([name, monthNumber, ofYear]) => {
    const part = partOf.get(name) ?? ''
    if (monthNumber === null && ofYear === null) return undefined
    const monthText = monthNumber === null ? (partMonths[part] ?? '') : two(monthNumber)
    const value = `${ofYear === null ? '' : `${ofYear}-`}${monthText}(${part})`
    return { value, exact: 'month' as const }
  },
)

const seasonOfYear: Parser<DateRead> = map(seq(season, opt(word('i')), year), ([name, , ofYear]) => ({
  value: `${ofYear}-${name}`,
  exact: 'month',
}))

/** `1. kvartal`, `årets sidste kvartal`, `fjerde kvartal`: 1 to 4. */
export const quarter: Parser<number> = pick(
  seq(
    opt(word('årets')),
    oneOf(
      ordinal,
      map(word('sidste'), () => 4),
      number,
    ),
    word('kvartal'),
  ),
  ([, value]) => (value >= 1 && value <= 4 ? value : undefined),
)

const quarterOfYear: Parser<DateRead> = map(seq(quarter, opt(word('i', 'af')), year), ([value, , ofYear]) => ({
  value: `${ofYear}-Q${value}`,
  exact: 'month',
}))

/** `uge 34 2014` and `uge 7`. */
export const weekOfYear: Parser<DateRead> = map(
  seq(
    word('uge'),
    token((found) => found.kind === 'digits' && found.text.length <= 2),
    opt(oneOf(word('i'), sign(',', '-', '/'))),
    opt(year),
  ),
  ([, week, , ofYear]) => ({
    value: `${ofYear === null ? '' : `${ofYear}-`}W${two(Number(week.text))}`,
    exact: 'month',
  }),
)

/** Anything that names a day, a month with its year, a part of a year, or a year. */
export const anyDate: Parser<DateRead> = oneOf(
  dayDate,
  partOfPeriod,
  afterArticle(quarterOfYear),
  seasonOfYear,
  afterArticle(monthOfYear),
  weekOfYear,
  bareSlash,
  afterArticle(wholeYear),
)

function afterArticle(part: Parser<DateRead>): Parser<DateRead> {
  return map(seq(opt(word('den, d, det, årsskiftet')), part), ([, date]) => date)
}

/** The last day of a month of a year, `MM-DD` where the year is unsaid. */
export const monthEnd = (monthNumber: number, ofYear: number | null): string => {
  const last = monthNumber === 2 && ofYear === null ? 28 : daysIn(monthNumber, ofYear)
  return `${ofYear === null ? '' : `${ofYear}-`}${two(monthNumber)}-${two(last)}`
}

/** Two digits, as in months and hours. */
export const twoDigits = two
