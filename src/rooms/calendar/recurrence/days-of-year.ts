import { civilDate, weekdayOf } from '../../../platform/day-number.ts'
import type { Moment } from '../../../platform/icalendar/moment.ts'
import { type Ordered, orderedOf } from './ordered.ts'
import type { Rule } from './rule.ts'
import { monthIn, weekdayIn, weeksIn, yearDayIn, type YearShape } from './year-shape.ts'

/** Days as offsets from the first day of their period, in rising order. */
export type DayList = Ordered

/**
 * The place of the n-th of so many days, from 0; counted from the end where negative. A day that is lacking is left out (`null`)
 * or moved to the neighbour that `skip` tells. Source: RFC 7529, §4.1.
 */
export const placeOf = (number: number, length: number, skip: Rule['skip']): number | null => {
  const place = number > 0 ? number - 1 : length + number
  if (place >= 0 && place < length) return place
  if (skip === 'OMIT') return null
  if (place < 0) return skip === 'FORWARD' ? 0 : -1
  return skip === 'FORWARD' ? length : length - 1
}

/** Whether the day of that number is named, counted from either end. */
export const isNamed = (names: readonly number[], number: number, length: number): boolean =>
  names.includes(number) || names.includes(number - length - 1)

/** The weekdays named, each with which of its kind in a span of days, as places from the span's first day. */
export const weekdaysWithin = (rule: Rule, firstWeekday: number, length: number): number[] =>
  rule.byDay.flatMap(({ weekday, ordinal }) => {
    const first = (weekday - firstWeekday + 7) % 7
    const count = Math.ceil((length - first) / 7)
    if (ordinal === null) return Array.from({ length: count }, (_, nth) => first + nth * 7)
    const nth = ordinal > 0 ? ordinal - 1 : count + ordinal
    return nth >= 0 && nth < count ? [first + nth * 7] : []
  })

interface MonthSpan {
  readonly start: number
  readonly length: number
}

const spanOfMonth = (shape: YearShape, month: number): MonthSpan => {
  const start = shape.monthStarts[month - 1] ?? 0
  return { start, length: (shape.monthStarts[month] ?? start) - start }
}

const allMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

const monthDays = (rule: Rule, shape: YearShape, months: readonly number[], days: readonly number[]): number[] =>
  months.flatMap((month) => {
    const { start, length } = spanOfMonth(shape, month)
    return days.flatMap((day) => {
      const place = placeOf(day, length, rule.skip)
      return place === null ? [] : [start + place]
    })
  })

/** A day of the month without its month is in the month of the start; with weekdays too it is looked for in the whole year. */
const monthsOfMonthDays = (rule: Rule, startMonth: number): readonly number[] => {
  if (rule.byMonth.length > 0) return rule.byMonth
  return rule.byDay.length > 0 ? allMonths : [startMonth]
}

const weekDays = (rule: Rule, shape: YearShape, weekdays: readonly number[]): number[] => {
  const { first, count } = weeksIn(shape, rule.weekStart)
  return rule.byWeekNo.flatMap((week) => {
    const place = week > 0 ? week - 1 : count + week
    if (place < 0 || place >= count) return []
    return weekdays.map((weekday) => first + place * 7 + ((weekday - rule.weekStart + 7) % 7))
  })
}

const namedWeekdays = (rule: Rule, shape: YearShape): number[] =>
  rule.byMonth.length === 0
    ? weekdaysWithin(rule, shape.firstWeekday, shape.length)
    : rule.byMonth.flatMap((month) => {
        const { start, length } = spanOfMonth(shape, month)
        return weekdaysWithin(rule, weekdayIn(shape, start), length).map((place) => start + place)
      })

const isInNamedMonth = (rule: Rule, shape: YearShape, offset: number): boolean =>
  rule.byMonth.length === 0 || rule.byMonth.includes(monthIn(shape, offset))

const isOnNamedWeekday = (rule: Rule, shape: YearShape): ((offset: number) => boolean) => {
  if (rule.byDay.length === 0) return () => true
  const weekdays = new Set(rule.byDay.filter(({ ordinal }) => ordinal === null).map(({ weekday }) => weekday))
  const ordinals = new Set(
    namedWeekdays({ ...rule, byDay: rule.byDay.filter(({ ordinal }) => ordinal !== null) }, shape),
  )
  return (offset) => weekdays.has(weekdayIn(shape, offset)) || ordinals.has(offset)
}

const isOnNamedMonthDay = (rule: Rule, shape: YearShape, offset: number): boolean => {
  if (rule.byMonthDay.length === 0) return true
  const { start, length } = spanOfMonth(shape, monthIn(shape, offset))
  return isNamed(rule.byMonthDay, offset - start + 1, length)
}

/** A yearly rule with BYYEARDAY: those days, less what the other parts leave out. */
const fromYearDays = (rule: Rule, shape: YearShape): number[] => {
  const onWeekday = isOnNamedWeekday(rule, shape)
  if (rule.byWeekNo.length > 0) {
    return weekDays(rule, shape, [1, 2, 3, 4, 5, 6, 7]).filter((offset) => {
      const { number, length } = yearDayIn(shape, offset)
      return isNamed(rule.byYearDay, number, length) && onWeekday(offset) && isInNamedMonth(rule, shape, offset)
    })
  }
  return rule.byYearDay
    .map((day) => placeOf(day, shape.length, rule.skip))
    .filter((offset) => offset !== null)
    .filter(
      (offset) => isInNamedMonth(rule, shape, offset) && isOnNamedMonthDay(rule, shape, offset) && onWeekday(offset),
    )
}

/**
 * The days of a yearly rule in a year of that shape, as offsets from 1 January. With BYWEEKNO the year is the year of weeks, which
 * may begin some days before and end some days after. Source: RFC 5545, the table of §3.3.10 with its note 2.
 */
export const daysOfYearlyRule = (rule: Rule, start: Moment, shape: YearShape): DayList => {
  const { month, day } = civilDate(start.day)
  if (rule.byYearDay.length > 0) return orderedOf(fromYearDays(rule, shape))
  if (rule.byMonthDay.length > 0) {
    return orderedOf(
      monthDays(rule, shape, monthsOfMonthDays(rule, month), rule.byMonthDay).filter(isOnNamedWeekday(rule, shape)),
    )
  }
  if (rule.byWeekNo.length > 0) {
    const weekdays = rule.byDay.length > 0 ? rule.byDay.map(({ weekday }) => weekday) : [weekdayOf(start.day)]
    return orderedOf(weekDays(rule, shape, weekdays).filter((offset) => isInNamedMonth(rule, shape, offset)))
  }
  if (rule.byDay.length > 0) return orderedOf(namedWeekdays(rule, shape))
  return orderedOf(monthDays(rule, shape, rule.byMonth.length > 0 ? rule.byMonth : [month], [day]))
}

/** The days of a year on which a rule by the day or by less may fall: all parts about days leave out. */
export const daysLeftInYear = (rule: Rule, shape: YearShape): DayList => {
  const onWeekday = isOnNamedWeekday(rule, shape)
  return orderedOf(
    Array.from({ length: shape.length }, (_, offset) => offset).filter(
      (offset) =>
        isInNamedMonth(rule, shape, offset) &&
        isOnNamedMonthDay(rule, shape, offset) &&
        onWeekday(offset) &&
        (rule.byYearDay.length === 0 || isNamed(rule.byYearDay, offset + 1, shape.length)),
    ),
  )
}
