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
 * Lays a cadence over an agreement's validity, in order of days. A period cut by the validity's ends asks for its share of working days, rounded
 * down, though never less than one where half of it or more is left and one was asked for; where weekdays are named, for those left.
 */
export const periodsOf = (cadence: Cadence, validity: Validity): Period[] => {
  if (validity.to < validity.from) return []
  if (cadence.kind === 'once') return oncePeriods(cadence.by, validity)
  if (cadence.kind === 'total') return totalPeriods(cadence, validity)
  if (cadence.kind !== 'periodic') return []
  if (cadence.yearDays.length > 0 && cadence.unit === 'year') return yearDayPeriods(cadence, validity)
  if (cadence.unit === 'year' && cadence.stretches.length > 0) return stretchesOfYears(cadence, validity)
  return unitPeriods(cadence, validity)
}

const oncePeriods = (by: string, validity: Validity): Period[] => {
  const day = parseDayNumber(by)
  if (day < validity.from || day > validity.to) return []
  return [{ label: by, from: validity.from, to: day, due: day, least: 1, most: null }]
}

/** One period: the year named, or the whole time the promise applies. What it asks for is never cut. */
const totalPeriods = (cadence: Extract<Cadence, { kind: 'total' }>, validity: Validity): Period[] => {
  const { year, least, most } = cadence
  const [first, last] = [civilDate(validity.from).year, civilDate(validity.to).year]
  const from = year === null ? validity.from : Math.max(validity.from, dayNumber(year, 1, 1))
  const to = year === null ? validity.to : Math.min(validity.to, dayNumber(year + 1, 1, 1) - 1)
  if (to < from) return []
  const label = String(year ?? (first === last ? first : `${first}/${last}`))
  return [{ label, from, to, due: to, least, most }]
}

/** From one named day of the year to the next: what is due by 1 March counts from the day after the last named day. */
const yearDayPeriods = (cadence: Periodic, validity: Validity): Period[] => {
  const [first, last] = [civilDate(validity.from).year, civilDate(validity.to).year]
  const days = new Set<DayNumber>()
  for (let year = first; year <= last; year++)
    for (const [month, day] of cadence.yearDays)
      days.add(Math.min(dayNumber(year, month, day), monthStart(year, month + 1) - 1))
  const within = [...days].filter((day) => day >= validity.from && day <= validity.to).toSorted((a, b) => a - b)
  const each =
    cadence.least > cadence.yearDays.length ? cadence.least / cadence.yearDays.length : Math.min(cadence.least, 1)
  return within.map((day, at) => ({
    label: iso(day),
    from: (within[at - 1] ?? validity.from - 1) + 1,
    to: day,
    due: dueAfter(day, cadence.graceMonths),
    least: each,
    most: cadence.most,
  }))
}

/** The last day evidence counts: the period's own, or the end of a month after it. */
const dueAfter = (to: DayNumber, graceMonths: number): DayNumber => {
  if (graceMonths === 0) return to
  const { year, month: number } = civilDate(to)
  return monthStart(year, number + graceMonths + 1) - 1
}

/**
 * Each named month or season of each year is a period of its own; "two a year, in April and November" asks for one in each, and what
 * does not go up is asked for in the first.
 */
const stretchesOfYears = (cadence: Periodic, validity: Validity): Period[] => {
  const { stretches, least, most, graceMonths } = cadence
  const each = Math.max(1, Math.floor(least / stretches.length))
  const over = Math.max(0, least - each * stretches.length)
  const periods: Period[] = []
  // A stretch over New Year may have begun in the year before.
  for (let year = civilDate(validity.from).year - 1; year <= civilDate(validity.to).year; year++)
    for (const [at, [first, length]] of stretches.entries()) {
      const from = monthStart(year, first)
      const to = monthStart(year, first + length) - 1
      const asked = least === 0 ? 0 : each + (at === 0 ? over : 0)
      const cut = clip(
        { label: stretchLabel(year, first, length), from, to, least: asked, most },
        validity,
        graceMonths,
      )
      if (cut) periods.push(cut)
    }
  return periods.toSorted((a, b) => a.from - b.from)
}

const stretchLabel = (year: number, first: number, length: number): string => {
  const last = first + length - 2
  return length === 1
    ? month(year, first)
    : `${month(year, first)}/${month(year + Math.floor(last / 12), (last % 12) + 1)}`
}

const unitPeriods = (cadence: Periodic, validity: Validity): Period[] => {
  const periods: Period[] = []
  let from = startOf(cadence.unit, validity.from, cadence.interval)
  while (from <= validity.to) {
    const next = after(cadence.unit, from, cadence.interval)
    const asks = asksIn(cadence, from)
    const whole = { label: labelOf(cadence, from, next - 1), from, to: next - 1, least: asks ? cadence.least : 0 }
    const cut = clip({ ...whole, most: cadence.most }, validity, cadence.graceMonths)
    if (cut) periods.push(asks ? asked(cadence, cut, next - from) : cut)
    from = next
  }
  return periods
}

/** What a period asks for in the end: so much for each whole week in it, or the named weekdays left in a week that was cut. */
const asked = (cadence: Periodic, period: Period, length: number): Period => {
  const days = period.to - period.from + 1
  if (cadence.isPerWeek) return { ...period, least: cadence.least * Math.floor(days / 7) }
  if (cadence.unit !== 'week' || cadence.weekdays.length === 0 || days === length || cadence.interval > 1) return period
  const [first, last] = [weekdayOf(period.from), weekdayOf(period.to)]
  const left = cadence.weekdays.filter((weekday) => weekday >= first && weekday <= last).length
  return { ...period, least: Math.min(cadence.least, left) }
}

/** Whether a week or month asks for anything: not in an excepted month, an unnamed month, or a week of the other parity. */
const asksIn = (cadence: Periodic, from: DayNumber): boolean => {
  if (cadence.unit !== 'week' && cadence.unit !== 'month') return true
  const { month: number } = civilDate(cadence.unit === 'week' ? from + 3 : from)
  if (cadence.exceptMonths.includes(number)) return false
  if (cadence.unit === 'week' && cadence.interval === 1 && cadence.parity !== null)
    if ((isoWeekOf(from).week % 2 === 1) !== (cadence.parity === 'ODD')) return false
  return cadence.months.length === 0 || cadence.months.includes(number)
}

const clip = (period: Omit<Period, 'due'>, validity: Validity, graceMonths: number): Period | null => {
  const from = Math.max(period.from, validity.from)
  const to = Math.min(period.to, validity.to)
  if (to < from) return null
  const due = dueAfter(to, graceMonths)
  if (from === period.from && to === period.to) return { ...period, due }
  const share = workingDays(from, to) / Math.max(1, workingDays(period.from, period.to))
  const part = Math.floor(period.least * share + 1e-9)
  const least = share >= 0.5 && period.least >= 1 ? Math.max(1, part) : part
  return { ...period, from, to, due, least }
}

/** Days from Monday to Friday in a span: an agreement that ends on a Saturday leaves the week's work whole. */
const workingDays = (from: DayNumber, to: DayNumber): number => {
  const until = (day: DayNumber) => {
    const whole = Math.floor((day + 3) / 7)
    return whole * 5 + Math.min(5, day + 3 - whole * 7)
  }
  return until(to + 1) - until(from)
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
