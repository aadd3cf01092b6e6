import {
  civilDate,
  type DayNumber,
  dayNumber,
  isoWeekOf,
  parseDayNumber,
  weekdayOf,
} from '../../../platform/day-number.ts'
import type { Cadence, Unit } from './cadence.rules.ts'

/** A stretch of days in which so much is promised. All days are day numbers, both ends included. */
export interface Period {
  readonly label: string
  readonly from: DayNumber
  readonly to: DayNumber
  /** The last day evidence for it counts; the period is closed when this day is over. */
  readonly due: DayNumber
  readonly least: number
  readonly most: number | null
}

export interface Validity {
  readonly from: DayNumber
  /** The last day, or the last day to look at where there is no end. */
  readonly to: DayNumber
}

type Periodic = Extract<Cadence, { kind: 'periodic' }>

/**
 * Lays a cadence over an agreement's validity, in order of days. A period cut by the validity's ends asks for its share, rounded
 * down, though never less than one where half of it or more is left and one was asked for.
 */
export const periodsOf = (cadence: Cadence, validity: Validity): Period[] => {
  if (validity.to < validity.from) return []
  if (cadence.kind === 'once') return oncePeriods(cadence.by, validity)
  if (cadence.kind !== 'periodic') return []
  if (cadence.yearDays.length > 0 && cadence.unit === 'year') return yearDayPeriods(cadence, validity)
  const whole = unitPeriods(cadence, validity)
  if (cadence.unit === 'year' && cadence.months.length > 0) return monthsOfYears(cadence, validity)
  return whole
}

const oncePeriods = (by: string, validity: Validity): Period[] => {
  const day = parseDayNumber(by)
  if (day < validity.from || day > validity.to) return []
  return [{ label: by, from: validity.from, to: day, due: day, least: 1, most: null }]
}

/** From one named day of the year to the next: what is due by 1 March counts from the day after the last named day. */
const yearDayPeriods = (cadence: Periodic, validity: Validity): Period[] => {
  const [first, last] = [civilDate(validity.from).year, civilDate(validity.to).year]
  const days: DayNumber[] = []
  for (let year = first; year <= last; year++)
    for (const [month, day] of cadence.yearDays)
      days.push(Math.min(dayNumber(year, month, day), dayNumber(year, month + 1, 1) - 1))
  const within = days.filter((day) => day >= validity.from && day <= validity.to).toSorted((a, b) => a - b)
  const each =
    cadence.least > cadence.yearDays.length ? cadence.least / cadence.yearDays.length : Math.min(cadence.least, 1)
  return within.map((day, at) => ({
    label: iso(day),
    from: (within[at - 1] ?? validity.from - 1) + 1,
    to: day,
    due: day + cadence.graceDays,
    least: each,
    most: cadence.most,
  }))
}

/** Each named month of each year is a period of its own; "two a year, in April and November" asks for one in each. */
const monthsOfYears = (cadence: Periodic, validity: Validity): Period[] => {
  const runs = monthRuns(cadence.months)
  const each = Math.max(1, Math.floor(cadence.least / runs.length))
  const periods: Period[] = []
  for (let year = civilDate(validity.from).year; year <= civilDate(validity.to).year; year++)
    for (const run of runs) {
      const [first, length] = run
      const from = dayNumber(year, first, 1)
      const label =
        length === 1
          ? month(year, first)
          : `${month(year, first)}/${month(year + Math.floor((first + length - 2) / 12), ((first + length - 2) % 12) + 1)}`
      const to = monthStart(year, first + length) - 1
      const cut = clip(
        { label, from, to, least: cadence.least === 0 ? 0 : each, most: cadence.most },
        validity,
        cadence.graceDays,
      )
      if (cut) periods.push(cut)
    }
  return periods
}

/** Months that follow each other are one stretch (a season): `[3,4,5]` → one of three months; `[2,9]` → two of one. */
const monthRuns = (months: readonly number[]): [first: number, length: number][] => {
  if (months.length >= 3 && months.includes(12) && months.includes(1)) return [[12, months.length]]
  const runs: [number, number][] = []
  for (const one of months) {
    const last = runs.at(-1)
    if (last && months.length >= 3 && one === last[0] + last[1]) last[1] += 1
    else runs.push([one, 1])
  }
  return runs
}

const unitPeriods = (cadence: Periodic, validity: Validity): Period[] => {
  const periods: Period[] = []
  let from = startOf(cadence.unit, validity.from, cadence.interval)
  while (from <= validity.to) {
    const next = after(cadence.unit, from, cadence.interval)
    const asked = asksIn(cadence, from) ? cadence : { least: 0, most: cadence.most }
    const period = { label: labelOf(cadence, from, next - 1), from, to: next - 1, least: asked.least, most: asked.most }
    const cut = clip(period, validity, cadence.graceDays)
    if (cut) periods.push(cut)
    from = next
  }
  return periods
}

/** Whether a week or month asks for anything: not in an excepted month, an unnamed month, or a week of the other parity. */
const asksIn = (cadence: Periodic, from: DayNumber): boolean => {
  const middle = cadence.unit === 'week' ? from + 3 : from
  const { month: monthNumber } = civilDate(middle)
  const isShort = cadence.unit === 'week' || cadence.unit === 'month'
  if (isShort && cadence.exceptMonths.includes(monthNumber)) return false
  if (isShort && cadence.months.length > 0 && !cadence.months.includes(monthNumber)) return false
  return true
}

const clip = (period: Omit<Period, 'due'>, validity: Validity, graceDays: number): Period | null => {
  const from = Math.max(period.from, validity.from)
  const to = Math.min(period.to, validity.to)
  if (to < from) return null
  const share = (to - from + 1) / (period.to - period.from + 1)
  const part = Math.floor(period.least * share + 1e-9)
  const least = share === 1 ? period.least : share >= 0.5 && period.least >= 1 ? Math.max(1, part) : part
  return { ...period, from, to, due: to + graceDays, least }
}

const month = (year: number, number: number): string => `${year}-${String(number).padStart(2, '0')}`

const iso = (day: DayNumber): string => {
  const { year, month: number, day: dayOfMonth } = civilDate(day)
  return `${month(year, number)}-${String(dayOfMonth).padStart(2, '0')}`
}

/** The first day of a month; months past December run on into the next year. */
const monthStart = (year: number, number: number): DayNumber =>
  dayNumber(year + Math.floor((number - 1) / 12), ((number - 1) % 12) + 1, 1)

const monthsIn: Readonly<Record<Exclude<Unit, 'week'>, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/**
 * Where the first period begins: weeks on their Monday, the rest on the calendar's own quarters, halves and years. "Every third month"
 * and "every other year" count from the month or year the agreement begins in.
 */
const startOf = (unit: Unit, day: DayNumber, interval: number): DayNumber => {
  if (unit === 'week') return day - weekdayOf(day) + 1
  const { year, month: number } = civilDate(day)
  if (interval > 1 && unit === 'month') return dayNumber(year, number, 1)
  const length = monthsIn[unit]
  return dayNumber(year, Math.floor((number - 1) / length) * length + 1, 1)
}

const after = (unit: Unit, from: DayNumber, interval: number): DayNumber => {
  if (unit === 'week') return from + 7 * interval
  const { year, month: number } = civilDate(from)
  return monthStart(year, number + monthsIn[unit] * interval)
}

const labelOf = ({ unit, interval, parity }: Periodic, from: DayNumber, to: DayNumber): string => {
  const { year, month: number } = civilDate(from)
  if (unit === 'week') {
    const week = isoWeekOf(parity === 'EVEN' && interval === 2 && isoWeekOf(from).week % 2 === 1 ? from + 7 : from)
    return `${week.year}-W${String(week.week).padStart(2, '0')}`
  }
  if (interval > 1) {
    const last = civilDate(to)
    return unit === 'year' ? `${year}/${last.year}` : `${month(year, number)}/${month(last.year, last.month)}`
  }
  if (unit === 'month') return month(year, number)
  if (unit === 'quarter') return `${year}-Q${(number + 2) / 3}`
  return unit === 'half' ? `${year}-H${number === 1 ? 1 : 2}` : String(year)
}
