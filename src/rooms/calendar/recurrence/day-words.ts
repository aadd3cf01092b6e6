import { asTold, numbersInWords } from './number-words.ts'
import type { RecurrenceWords } from './recurrence-words.texts.ts'
import { frequencies, type Rule } from './rule.ts'

const unitOf = (rule: Rule): number => frequencies.indexOf(rule.frequency)

const weekUnit = frequencies.indexOf('WEEKLY')

const plainWeekdays = (rule: Rule): number[] =>
  rule.byDay.filter(({ ordinal }) => ordinal === null).map(({ weekday }) => weekday)

const isWorkdays = (weekdays: readonly number[]): boolean => weekdays.join('') === '12345'

/** The week numbers of odd or of even weeks; such a list is how a rule says every other week. */
export const weeksOfParity = (parity: 'odd' | 'even'): number[] =>
  Array.from({ length: parity === 'odd' ? 27 : 26 }, (_, at) => at * 2 + (parity === 'odd' ? 1 : 2))

/** Whether a yearly rule means all odd or all even weeks. */
export const parityOf = (rule: Rule): 'odd' | 'even' | null => {
  const isPlain =
    rule.frequency === 'YEARLY' && rule.interval === 1 && rule.byYearDay.length === 0 && rule.bySetPos.length === 0
  const weeks = rule.byWeekNo.join()
  if (!isPlain) return null
  if (weeks === weeksOfParity('odd').join()) return 'odd'
  return weeks === weeksOfParity('even').join() ? 'even' : null
}

/** Rules that go by the week: `hver mandag og onsdag`, `hver anden torsdag`, `hver tredje uge på tirsdage`. */
const weekly = (weekdays: readonly number[], interval: number, words: RecurrenceWords): string => {
  const [only] = weekdays
  if (only === undefined) return words.every(weekUnit, interval)
  if (interval === 1) return isWorkdays(weekdays) ? words.workdays : words.everyWeekday(weekdays)
  if (interval === 2 && weekdays.length === 1) return words.otherWeekday(only)
  return `${words.every(weekUnit, interval)} ${words.onWeekdays(weekdays)}`
}

/** `alle tirsdage og den sidste fredag`. */
const weekdayList = (rule: Rule, words: RecurrenceWords): string[] => {
  const plain = plainWeekdays(rule)
  const nth = rule.byDay.flatMap(({ weekday, ordinal }) =>
    ordinal === null ? [] : [words.nthWeekday(ordinal, weekday)],
  )
  return [...(plain.length > 0 ? [words.allWeekdays(plain)] : []), ...nth]
}

/** `når det er en fredag eller den første tirsdag`: weekdays that only leave out. */
const weekdayLimit = (rule: Rule, words: RecurrenceWords): string[] => {
  if (rule.byDay.length === 0) return []
  const days = rule.byDay.map(({ weekday, ordinal }) =>
    ordinal === null ? words.weekday(weekday) : nthIn(rule, words.nthWeekday(ordinal, weekday), words),
  )
  return [words.whenItIs(words.or(days))]
}

/** A weekday with a number counts in its month, or in its year where a yearly rule names no month. */
const nthIn = (rule: Rule, days: string, words: RecurrenceWords): string =>
  rule.frequency === 'YEARLY' && rule.byMonth.length === 0 ? words.ofYear(days) : words.ofMonth(days)

const monthDays = (rule: Rule, words: RecurrenceWords): string =>
  words.list(asTold(rule.byMonthDay).map((day) => words.monthDay(day)))

const monthly = (rule: Rule, words: RecurrenceWords): string[] => {
  const every = words.every(unitOf(rule), rule.interval)
  const within = (days: string): string => (rule.interval === 1 ? words.ofMonth(days) : words.ofEvery(days, every))
  if (rule.byMonthDay.length > 0) return [within(monthDays(rule, words)), ...weekdayLimit(rule, words)]
  return rule.byDay.length > 0 ? [within(words.list(weekdayList(rule, words)))] : [every]
}

const weekNumbers = ({ byWeekNo }: Rule, words: RecurrenceWords): string[] => {
  const fromEnd = byWeekNo.filter((week) => week < 0)
  const fromStart = byWeekNo.filter((week) => week > 0)
  return [
    ...(fromStart.length > 0 ? [words.inWeeks(numbersInWords(fromStart, words))] : []),
    ...(fromEnd.length > 0 ? [words.inWeeksFromEnd(fromEnd)] : []),
  ]
}

const yearDays = (rule: Rule, words: RecurrenceWords): string[] =>
  rule.byYearDay.length === 0 ? [] : [words.list(asTold(rule.byYearDay).map((day) => words.yearDay(day)))]

const ofMonthDays = (rule: Rule, words: RecurrenceWords): string[] => {
  if (rule.byMonthDay.length === 0) return []
  return rule.byYearDay.length > 0
    ? [words.whenItIs(words.ofMonth(monthDays(rule, words)))]
    : [words.ofMonth(monthDays(rule, words))]
}

const yearly = (rule: Rule, words: RecurrenceWords): string[] => {
  const parity = parityOf(rule)
  if (parity !== null) {
    return [`${weekly(plainWeekdays(rule), 1, words)} ${parity === 'odd' ? words.oddWeeks : words.evenWeeks}`]
  }
  const isLimit = rule.byYearDay.length > 0 || rule.byMonthDay.length > 0
  const days = weekdayList(rule, words)
  const weekdays = days.length === 0 ? [] : [nthIn(rule, words.list(days), words)]
  return [
    words.every(unitOf(rule), rule.interval),
    ...yearDays(rule, words),
    ...ofMonthDays(rule, words),
    ...weekNumbers(rule, words),
    ...(isLimit ? weekdayLimit(rule, words) : weekdays),
  ]
}

/** Rules by the day and by less, which all parts about days only leave out from. */
const byDayOrLess = (rule: Rule, words: RecurrenceWords): string[] => [
  words.every(unitOf(rule), rule.interval),
  ...yearDays(rule, words),
  ...(rule.byMonthDay.length > 0 ? [words.ofMonth(monthDays(rule, words))] : []),
  ...(rule.byDay.length > 0 ? [words.onWeekdays(plainWeekdays(rule))] : []),
]

/** On what days a rule happens, months left aside. */
export const dayWords = (rule: Rule, words: RecurrenceWords): string[] => {
  if (rule.frequency === 'WEEKLY') return [weekly(plainWeekdays(rule), rule.interval, words)]
  if (rule.frequency === 'MONTHLY') return monthly(rule, words)
  return rule.frequency === 'YEARLY' ? yearly(rule, words) : byDayOrLess(rule, words)
}

const allMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** In which months; where most are in, those that are not. */
export const monthWords = ({ byMonth }: Rule, words: RecurrenceWords): string[] => {
  if (byMonth.length === 0) return []
  const others = allMonths.filter((month) => !byMonth.includes(month))
  return [others.length > 0 && others.length < 6 ? words.notInMonths(others) : words.inMonths(byMonth)]
}
