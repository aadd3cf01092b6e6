import { toDay } from '../../../platform/day-number.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { dayWords, monthWords } from './day-words.ts'
import { type RecurrenceWords, recurrenceWords } from './recurrence-words.texts.ts'
import { isWithinDays, type Rule } from './rule.ts'
import { asTold, numbersInWords } from './number-words.ts'

const clock = (hour: number, minute: number, second: number | null): string =>
  [hour, minute, ...(second === null ? [] : [second])].map((number) => String(number).padStart(2, '0')).join(':')

const fewClocks = 8

/** The times of day told one by one, where the rule has them whole and they are few. */
const clocksOf = ({ frequency, byHour, byMinute, bySecond }: Rule): string[] | null => {
  const count = byHour.length * byMinute.length * Math.max(1, bySecond.length)
  if (isWithinDays(frequency) || count === 0 || count > fewClocks) return null
  const seconds = bySecond.length === 0 ? [null] : bySecond
  return byHour.flatMap((hour) => byMinute.flatMap((minute) => seconds.map((second) => clock(hour, minute, second))))
}

const timeWords = (rule: Rule, words: RecurrenceWords): string[] => {
  const clocks = clocksOf(rule)
  if (clocks !== null) return [words.at(clocks)]
  const told: string[] = []
  if (rule.byHour.length > 0) told.push(words.inHours(numbersInWords(rule.byHour, words)))
  if (rule.byMinute.length > 0) told.push(words.inMinutes(numbersInWords(rule.byMinute, words)))
  if (rule.bySecond.length > 0) told.push(words.inSeconds(numbersInWords(rule.bySecond, words)))
  return told
}

const untilWords = ({ until }: Rule, words: RecurrenceWords): string[] => {
  if (until === null) return []
  const { day, second, isUtc } = until
  const time =
    second === null
      ? null
      : clock(Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60 === 0 ? null : second % 60)
  return [`${words.until(toDay(day), time)}${isUtc ? words.utc : ''}`]
}

/** Only where weeks are counted does it matter when they begin. */
const weekWords = (rule: Rule, words: RecurrenceWords): string[] => {
  const matters =
    rule.byWeekNo.length > 0 || (rule.frequency === 'WEEKLY' && (rule.interval > 1 || rule.bySetPos.length > 0))
  return matters && rule.weekStart !== 1 ? [words.weekBegins(rule.weekStart)] : []
}

const skipWords = ({ skip }: Rule, words: RecurrenceWords): string[] => {
  if (skip === 'OMIT') return []
  return [skip === 'BACKWARD' ? words.movedBack : words.movedOn]
}

/** BYSETPOS among workdays is told with the days themselves. */
const isWorkdayOfMonth = ({ frequency, byDay, byMonthDay, bySetPos, byHour, byMinute, bySecond }: Rule): boolean =>
  frequency === 'MONTHLY' &&
  bySetPos.length > 0 &&
  byMonthDay.length + byHour.length + byMinute.length + bySecond.length === 0 &&
  byDay.map(({ weekday, ordinal }) => (ordinal === null ? weekday : 0)).join('') === '12345'

const leadWords = (rule: Rule, words: RecurrenceWords): string[] => {
  if (!isWorkdayOfMonth(rule)) return dayWords(rule, words)
  const days = words.list(asTold(rule.bySetPos).map((position) => words.nthWorkday(position)))
  return [rule.interval === 1 ? words.ofMonth(days) : words.ofEvery(days, words.every(5, rule.interval))]
}

/** The parts in order: days, time, months, which of them, how long. `time` is what the start says of it, `null` where it is not told. */
export const ruleInWords = (rule: Rule, words: RecurrenceWords, time: string | null): string => {
  const [lead = '', ...days] = leadWords(rule, words)
  return [
    time === null || days.length > 0 ? lead : `${lead} ${time}`,
    ...days,
    ...(time === null || days.length === 0 ? [] : [time]),
    ...monthWords(rule, words),
    ...timeWords(rule, words),
    ...(rule.bySetPos.length > 0 && !isWorkdayOfMonth(rule) ? [words.chosen(asTold(rule.bySetPos))] : []),
    ...(rule.count === null ? [] : [words.times(rule.count)]),
    ...untilWords(rule, words),
    ...weekWords(rule, words),
    ...skipWords(rule, words),
  ].join(', ')
}

/** Tells any rule in plain words, and all of it: `hver anden torsdag, ikke i juli, til 24. december 2026`. What a rule takes from its start is not told. */
export const recurrenceInWords = (rule: Rule, language: Language): string =>
  ruleInWords(rule, pick(recurrenceWords, language), null)
