import type { Day } from './day.ts'

/** Days since 1 January 1970, as a whole number: for rules that count many days. */
export type DayNumber = number

/** The number of a civil date; months from 1. Days outside the month run on into the next. Source: the proleptic Gregorian calendar. */
export const dayNumber = (year: number, month: number, day: number): DayNumber => {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The civil date of a day number. */
export const civilDate = (number: DayNumber): { year: number; month: number; day: number } => {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

/** ISO weekday of a day number: 1 = Monday … 7 = Sunday. */
export const weekdayOf = (number: DayNumber): number => ((((number + 3) % 7) + 7) % 7) + 1

/** The ISO year and week a day falls in. */
export const isoWeekOf = (number: DayNumber): { year: number; week: number } => {
  const thursday = number - weekdayOf(number) + 4
  const { year } = civilDate(thursday)
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 }
}

export const dayNumberOf = (day: Day): DayNumber => dayNumber(day.year, day.month, day.day)

/** Reads `2013-12-31`. */
export const parseDayNumber = (iso: string): DayNumber =>
  dayNumber(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))

export const toDay = (number: DayNumber): Day => {
  const { year, month, day } = civilDate(number)
  return Temporal.PlainDate.from({ year, month, day })
}

/** Writes `2013-12-31`. */
export const formatDayNumber = (number: DayNumber): string => {
  const { year, month, day } = civilDate(number)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
