import { type DayNumber, dayNumber, dayNumberOf, isoWeekOf, toDay, weekdayOf } from '../../platform/day-number.ts'
import type { Day } from '../../platform/day.ts'
import { easterSunday, holidayWeeks, publicHolidays } from './school-days.rules.ts'

/** What a day of last year was, so that this year's is the same: so many days from Easter, the n-th weekday of its month, or its ISO week. */
export type DayMeaning = 'easter' | 'weekday_of_month' | 'iso_week'

export interface SuggestedDay {
  readonly day: Day
  readonly meaning: DayMeaning
}

/** Days that are told from Easter: Shrovetide, Palm Sunday to Easter Monday, Ascension Day, Whitsun. */
const easterDays: ReadonlySet<number> = new Set([-49, -48, -7, -3, -2, -1, 0, 1, 39, 49, 50])

const daysIn = ({ year, month }: Day): number => Temporal.PlainYearMonth.from({ year, month }).daysInMonth

/**
 * The day in a later year that means what a day meant in its own: as far from Easter where it lay on a day that is told from Easter; the same
 * weekday of the same ISO week where that is a week of school holidays; else the same weekday of its month, from the end where it was the last.
 */
export const suggestDay = (was: Day, year: number): SuggestedDay => {
  const number = dayNumberOf(was)
  const fromEaster = number - easterSunday(was.year)
  if (easterDays.has(fromEaster)) return { day: toDay(easterSunday(year) + fromEaster), meaning: 'easter' }
  if (holidayWeeks.includes(isoWeekOf(number).week)) return { day: sameWeek(was, year), meaning: 'iso_week' }
  const first = dayNumber(year, was.month, 1)
  const firstSuch = first + ((was.dayOfWeek - weekdayOf(first) + 7) % 7)
  const end = first + daysIn(toDay(first)) - 1
  const place = Math.floor((was.day - 1) / 7)
  const isLast = place >= 3 && was.day + 7 > daysIn(was)
  const day = isLast ? firstSuch + 7 * Math.floor((end - firstSuch) / 7) : firstSuch + 7 * place
  return { day: toDay(day), meaning: 'weekday_of_month' }
}

const sameWeek = (was: Day, year: number): Day => {
  const { week } = isoWeekOf(dayNumberOf(was))
  const fourth = dayNumber(year, 1, 4)
  const monday = fourth - weekdayOf(fourth) + 1
  return toDay(monday + (week - 1) * 7 + was.dayOfWeek - 1)
}

/** What speaks against a day: it is past, it is a public holiday, or it lies in the schools' summer. */
export type DayWarning = 'past' | 'holiday' | 'christmas' | 'summer'

export const warningsOf = (day: Day, today: Day): DayWarning[] => {
  const number: DayNumber = dayNumberOf(day)
  const warnings: DayWarning[] = []
  if (Temporal.PlainDate.compare(day, today) <= 0) warnings.push('past')
  if (publicHolidays(day.year).has(number)) warnings.push('holiday')
  else if (day.month === 12 && day.day >= 23) warnings.push('christmas')
  if (day.month === 7) warnings.push('summer')
  return warnings
}

/** The next year in which a day of that meaning is still to come. */
export const nextSuchDay = (was: Day, today: Day): SuggestedDay => {
  const first = Math.max(was.year + 1, today.year)
  const suggested = suggestDay(was, first)
  return Temporal.PlainDate.compare(suggested.day, today) > 0 ? suggested : suggestDay(was, first + 1)
}
