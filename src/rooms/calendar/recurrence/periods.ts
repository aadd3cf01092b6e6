import { civilDate, type DayNumber, dayNumber, weekdayOf } from '../../../platform/day-number.ts'
import { type DayList, daysLeftInYear, daysOfYearlyRule, placeOf, weekdaysWithin } from './days-of-year.ts'
import type { Moment } from '../../../platform/icalendar/moment.ts'
import { orderedOf } from './ordered.ts'
import type { Rule } from './rule.ts'
import { byShape, firstDayOf, type MonthKind, monthOf, shapeAt, weeksIn, type YearShape } from './year-shape.ts'
import { dayFilter } from './day-filter.ts'

/** The last day a calendar file can write. */
export const lastDay: DayNumber = dayNumber(9999, 12, 31)

/** The periods a rule repeats by, one at a time. */
export interface Periods {
  /** The first day of the period that stands now. */
  first: DayNumber
  /** Its days, as offsets from the first. The same list for every period that is like it. */
  days: DayList
  /** Goes on to the next period; false where the calendar ends. */
  next(): boolean
  /** After so many periods without a day there will never be one, for the calendar repeats itself every 400 years. */
  readonly cycle: number
}

/** How many steps of `interval` lead from `base` to the last period that is no later than `wanted`. */
const stepsTo = (wanted: number, base: number, interval: number): number =>
  Math.max(0, Math.floor((wanted - base) / interval))

const walkYears = (base: number, interval: number, daysOf: (year: number, first: DayNumber) => DayList): Periods => {
  let year = base - interval
  const periods: Periods = {
    first: 0,
    days: noDays,
    cycle: 401,
    next: () => {
      year += interval
      if (year > 9999) return false
      periods.first = firstDayOf(year)
      periods.days = daysOf(year, periods.first)
      return true
    },
  }
  return periods
}

const noDays: DayList = new Int32Array(0)

/**
 * The year that intervals are counted from. Weeks belong to the year of most of their days: where a rule by week numbers begins in a
 * week of the neighbouring year and still happens in it, that year counts.
 */
const baseYear = (rule: Rule, start: Moment, daysOf: (year: number, first: DayNumber) => DayList): number => {
  const { year } = civilDate(start.day)
  if (rule.byWeekNo.length === 0) return year
  for (const neighbour of [year - 1, year + 1]) {
    const first = firstDayOf(neighbour)
    const weeks = weeksIn(shapeAt(neighbour, first), rule.weekStart)
    const begins = first + weeks.first
    const isIn = start.day >= begins && start.day < begins + weeks.count * 7
    if (isIn && daysOf(neighbour, first).some((day) => first + day >= start.day)) return neighbour
  }
  return year
}

const yearlyPeriods = (rule: Rule, start: Moment, from: DayNumber): Periods => {
  const daysOf = byShape((shape) => daysOfYearlyRule(rule, start, shape))
  const base = baseYear(rule, start, daysOf)
  // Days of a year of weeks, and days moved by SKIP, may lie in the neighbour.
  const steps = stepsTo(civilDate(from).year - 1, base, rule.interval)
  return walkYears(base + steps * rule.interval, rule.interval, daysOf)
}

/** Years again, with the days that are left of a rule by every day. */
const everyDayLeft = (rule: Rule, from: DayNumber): Periods =>
  walkYears(
    civilDate(from).year,
    1,
    byShape((shape) => daysLeftInYear(rule, shape)),
  )

const daysOfMonthlyRule = (rule: Rule, startDay: number, kind: MonthKind): DayList => {
  const { length, firstWeekday } = monthOf(kind)
  if (rule.byMonthDay.length === 0 && rule.byDay.length > 0)
    return orderedOf(weekdaysWithin(rule, firstWeekday, length))
  const named = rule.byMonthDay.length > 0 ? rule.byMonthDay : [startDay]
  const places = named.map((day) => placeOf(day, length, rule.skip)).filter((place) => place !== null)
  if (rule.byDay.length === 0) return orderedOf(places)
  const ordinals = new Set(weekdaysWithin(rule, firstWeekday, length))
  const plain = new Set(rule.byDay.filter(({ ordinal }) => ordinal === null).map(({ weekday }) => weekday))
  return orderedOf(places.filter((place) => ordinals.has(place) || plain.has(((firstWeekday + place + 6) % 7) + 1)))
}

/** A monthly rule with the months of a year as one period. */
const monthsByYear = (rule: Rule, start: Moment, from: DayNumber): Periods => {
  const { month, day: startDay } = civilDate(start.day)
  const isIn = (place: number): boolean =>
    (place - month + 1) % rule.interval === 0 && (rule.byMonth.length === 0 || rule.byMonth.includes(place + 1))
  const made: (DayList | undefined)[] = []
  const daysIn = (shape: YearShape): DayList => {
    const days: number[] = []
    shape.monthKinds.forEach((kind, place) => {
      if (!isIn(place)) return
      made[kind] ??= daysOfMonthlyRule(rule, startDay, kind)
      for (const day of made[kind]) days.push((shape.monthStarts[place] ?? 0) + day)
    })
    return Int32Array.from(days)
  }
  return walkYears(civilDate(from).year, 1, byShape(daysIn))
}

/** Whether each year has the same months of a monthly rule, and no month depends on another nor is told by itself. */
const isSameEveryYear = ({ interval, skip, bySetPos }: Rule): boolean =>
  12 % interval === 0 && skip === 'OMIT' && bySetPos.length === 0

const monthlyPeriods = (rule: Rule, start: Moment, from: DayNumber): Periods => {
  if (isSameEveryYear(rule)) return monthsByYear(rule, start, from)
  const begins = civilDate(start.day)
  const wanted = civilDate(from)
  const base = begins.year * 12 + begins.month - 1
  const steps = stepsTo(wanted.year * 12 + wanted.month - 2, base, rule.interval)
  const before = base + (steps - 1) * rule.interval
  let year = Math.floor(before / 12)
  let place = before - year * 12
  const made: (DayList | undefined)[] = []
  const months = rule.byMonth.length === 0 ? null : new Set(rule.byMonth)
  let firstOfYear = firstDayOf(year)
  let shape = shapeAt(year, firstOfYear)
  const periods: Periods = {
    first: 0,
    days: noDays,
    cycle: 4801,
    next: () => {
      place += rule.interval
      if (place >= 12) {
        year += Math.floor(place / 12)
        place %= 12
        if (year > 9999) return false
        firstOfYear = firstDayOf(year)
        shape = shapeAt(year, firstOfYear)
      }
      if (months !== null && !months.has(place + 1)) {
        periods.days = noDays
        return true
      }
      periods.first = firstOfYear + (shape.monthStarts[place] ?? 0)
      const kind = shape.monthKinds[place] ?? 0
      periods.days = made[kind] ??= daysOfMonthlyRule(rule, begins.day, kind)
      return true
    },
  }
  return periods
}

/** Days that come again every `step` days, some steps told at once as one period; as seconds they must still fit in 32 bits. */
const alike = (first: DayNumber, step: number, days: DayList): Periods => {
  const count = Math.max(1, Math.min(16, Math.floor(20_000 / step)))
  const together = new Int32Array(count * days.length)
  for (let at = 0; at < together.length; at += 1)
    together[at] = Math.floor(at / days.length) * step + (days[at % days.length] ?? 0)
  const periods: Periods = {
    first: first - count * step,
    days: together,
    cycle: 0,
    next: () => {
      periods.first += count * step
      return periods.first <= lastDay
    },
  }
  return periods
}

const weeklyPeriods = (rule: Rule, start: Moment, from: DayNumber): Periods => {
  const weekdays = rule.byDay.length > 0 ? rule.byDay.map(({ weekday }) => weekday) : [weekdayOf(start.day)]
  const days = orderedOf(weekdays.map((weekday) => (weekday - rule.weekStart + 7) % 7))
  const base = start.day - ((weekdayOf(start.day) - rule.weekStart + 7) % 7)
  const step = rule.interval * 7
  const first = base + stepsTo(from - 6, base, step) * step
  const months = rule.byMonth
  if (months.length + rule.bySetPos.length === 0) return alike(first, step, days)
  const inMonths = (): DayList => {
    const left = days.filter((day) => months.includes(civilDate(periods.first + day).month))
    return left.length === days.length ? days : left
  }
  const periods: Periods = {
    first: first - step,
    days,
    cycle: 20_872,
    next: () => {
      periods.first += step
      if (months.length > 0) periods.days = inMonths()
      return periods.first <= lastDay
    },
  }
  return periods
}

const steppingDays = (rule: Rule, start: Moment, from: DayNumber): Periods => {
  const first = start.day + stepsTo(from, start.day, rule.interval) * rule.interval
  if (!leavesOut(rule)) return alike(first, rule.interval, firstDayOnly)
  const isLeft = dayFilter(rule)
  const periods: Periods = {
    first: first - rule.interval,
    days: firstDayOnly,
    cycle: 146_098,
    next: () => {
      periods.first += rule.interval
      periods.days = isLeft(periods.first) ? firstDayOnly : noDays
      return periods.first <= lastDay
    },
  }
  return periods
}

const firstDayOnly: DayList = new Int32Array(1)

const leavesOut = (rule: Rule): boolean =>
  [rule.byMonth, rule.byMonthDay, rule.byYearDay, rule.byDay].some((list) => list.length > 0)

/** Each day that the parts about days leave, whatever the rule repeats by. */
export const everyDay = (rule: Rule, start: Moment, from: DayNumber): Periods =>
  leavesOut(rule) ? everyDayLeft(rule, from) : steppingDays({ ...rule, interval: 1 }, start, from)

/** The periods of a rule by the day or by more, from the one in which `from` may fall. */
export const periodsOf = (rule: Rule, start: Moment, from: DayNumber): Periods => {
  if (rule.frequency === 'YEARLY') return yearlyPeriods(rule, start, from)
  if (rule.frequency === 'MONTHLY') return monthlyPeriods(rule, start, from)
  if (rule.frequency === 'WEEKLY') return weeklyPeriods(rule, start, from)
  return rule.interval === 1 ? everyDay(rule, start, from) : steppingDays(rule, start, from)
}
