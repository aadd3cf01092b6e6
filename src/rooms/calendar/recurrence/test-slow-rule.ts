import type { Moment, WallSecond } from '../../../platform/icalendar/moment.ts'
import { isWithinDays, type Rule } from './rule.ts'

/**
 * The standard read aloud: every second, or every day at every time, is asked whether it is an occurrence. Slow, and shares nothing with
 * the engine that it is a measure for. SKIP is not read.
 */

interface DayFacts {
  readonly date: Temporal.PlainDate
  readonly number: number
}

const epoch = Temporal.PlainDate.from('1970-01-01')
const known = new Map<number, DayFacts>()

const factsOf = (number: number): DayFacts => {
  const found = known.get(number) ?? { date: epoch.add({ days: number }), number }
  known.set(number, found)
  return found
}

const names = (list: readonly number[], number: number, length: number): boolean =>
  list.some((name) => (name > 0 ? name === number : length + name + 1 === number))

/** The year and number of the week a day lies in: a week belongs to the year of its fourth day. */
const weekOf = (date: Temporal.PlainDate, weekStart: number): { year: number; week: number } => {
  const fourth = date.add({ days: 3 - ((date.dayOfWeek - weekStart + 7) % 7) })
  return { year: fourth.year, week: Math.ceil(fourth.dayOfYear / 7) }
}

const weeksOfYear = (year: number, weekStart: number): number => {
  const last = Temporal.PlainDate.from({ year, month: 12, day: 31 })
  const week = weekOf(last, weekStart)
  return week.year === year ? week.week : weekOf(last.subtract({ days: 7 }), weekStart).week
}

const isOnWeekday = (rule: Rule, date: Temporal.PlainDate): boolean =>
  rule.byDay.some(({ weekday, ordinal }) => {
    if (date.dayOfWeek !== weekday) return false
    if (ordinal === null) return true
    const inMonth = rule.frequency === 'MONTHLY' || rule.byMonth.length > 0
    const [place, length] = inMonth ? [date.day, date.daysInMonth] : [date.dayOfYear, date.daysInYear]
    return ordinal > 0 ? Math.ceil(place / 7) === ordinal : Math.ceil((length - place + 1) / 7) === -ordinal
  })

const has = (list: readonly unknown[]): boolean => list.length > 0

/** Whether what the rule leaves unsaid about days is as the start has it. */
const isAsTheStart = (rule: Rule, date: Temporal.PlainDate, start: Temporal.PlainDate): boolean => {
  const saysDay = has(rule.byDay) || has(rule.byMonthDay) || has(rule.byYearDay)
  if (rule.frequency === 'WEEKLY') return saysDay || date.dayOfWeek === start.dayOfWeek
  if (rule.frequency === 'MONTHLY') return saysDay || date.day === start.day
  if (rule.frequency !== 'YEARLY') return true
  if (has(rule.byWeekNo)) return saysDay || date.dayOfWeek === start.dayOfWeek
  const saysMonth = has(rule.byMonth) || has(rule.byYearDay) || has(rule.byDay)
  return (saysDay || date.day === start.day) && (saysMonth || date.month === start.month)
}

const isNamedDay = (rule: Rule, { date }: DayFacts, start: Temporal.PlainDate): boolean => {
  if (has(rule.byMonth) && !rule.byMonth.includes(date.month)) return false
  if (has(rule.byYearDay) && !names(rule.byYearDay, date.dayOfYear, date.daysInYear)) return false
  if (has(rule.byMonthDay) && !names(rule.byMonthDay, date.day, date.daysInMonth)) return false
  if (has(rule.byDay) && !isOnWeekday(rule, date)) return false
  if (has(rule.byWeekNo)) {
    const { year, week } = weekOf(date, rule.weekStart)
    if (!names(rule.byWeekNo, week, weeksOfYear(year, rule.weekStart))) return false
  }
  return isAsTheStart(rule, date, start)
}

const yearOf = (rule: Rule, date: Temporal.PlainDate): number =>
  has(rule.byWeekNo) ? weekOf(date, rule.weekStart).year : date.year

/** The number of the period a second lies in. */
const periodOf = (rule: Rule, { date, number }: DayFacts, second: number): number => {
  switch (rule.frequency) {
    case 'YEARLY':
      return yearOf(rule, date)
    case 'MONTHLY':
      return date.year * 12 + date.month
    case 'WEEKLY':
      return Math.floor((number + 3 - (rule.weekStart - 1)) / 7)
    case 'DAILY':
      return number
    case 'HOURLY':
      return number * 24 + Math.floor(second / 3600)
    case 'MINUTELY':
      return number * 1440 + Math.floor(second / 60)
    case 'SECONDLY':
      return number * 86_400 + second
  }
}

const upTo = (length: number): number[] => Array.from({ length }, (_, number) => number)

/** The seconds of a day that the parts about time name, or the start where they leave it unsaid. */
const timesNamed = (rule: Rule, start: number): number[] => {
  const isAt = (list: readonly number[], number: number, ofStart: number, saidBy: readonly string[]): boolean =>
    has(list) ? list.includes(number) : saidBy.includes(rule.frequency) || number === ofStart
  const hours = upTo(24).filter((at) =>
    isAt(rule.byHour, at, Math.floor(start / 3600), ['HOURLY', 'MINUTELY', 'SECONDLY']),
  )
  const minutes = upTo(60).filter((at) =>
    isAt(rule.byMinute, at, Math.floor(start / 60) % 60, ['MINUTELY', 'SECONDLY']),
  )
  const seconds = upTo(60).filter((at) => isAt(rule.bySecond, at, start % 60, ['SECONDLY']))
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => hour * 3600 + minute * 60 + second)),
  )
}

const chosen = (rule: Rule, walls: readonly WallSecond[]): WallSecond[] =>
  walls.filter((_, at) => !has(rule.bySetPos) || names(rule.bySetPos, at + 1, walls.length))

/** All occurrences from the start to the end of a number of days. */
export const slowOccurrences = (rule: Rule, start: Moment, days: number): WallSecond[] => {
  const begin = factsOf(start.day)
  const startSecond = start.second ?? 0
  const times = timesNamed(rule, startSecond)
  // A period may begin before the start: its positions count from there.
  const before = isWithinDays(rule.frequency) ? 0 : 380
  const periods = new Map<number, WallSecond[]>()
  for (let number = start.day - before; number < start.day + days + before; number += 1) {
    const facts = factsOf(number)
    if (!isNamedDay(rule, facts, begin.date)) continue
    for (const second of times) {
      const period = periodOf(rule, facts, second)
      const walls = periods.get(period)
      if (walls === undefined) periods.set(period, [number * 86_400 + second])
      else walls.push(number * 86_400 + second)
    }
  }
  const least = start.day * 86_400 + startSecond
  const most = (start.day + days) * 86_400
  const isMet = (period: number, base: number): boolean => (period - base) % rule.interval === 0
  const from = (base: number): WallSecond[] =>
    [...periods]
      .filter(([period]) => isMet(period, base))
      .flatMap(([, walls]) => chosen(rule, walls))
      .filter((wall) => wall >= least && wall < most)
      .toSorted((one, other) => one - other)
  const base = periodOf(rule, begin, startSecond)
  if (!has(rule.byWeekNo)) return from(base)
  const happensThere = (periods.get(base) ?? []).some((wall) => wall >= start.day * 86_400)
  return from(happensThere ? base : begin.date.year)
}
