import { dayNumber, type DayNumber, isoWeekOf, weekdayOf } from '../../platform/day-number.ts'

/** Easter Sunday of a year, as a day number. Source: the Gregorian computus as Meeus gives it. */
export const easterSunday = (year: number): DayNumber => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return dayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}

/** From this year on store bededag is a working day. Source: lov nr. 214 af 6. marts 2023. */
const prayerDayEndsIn = 2024

/** Days from Easter Sunday to the holidays that follow it about the year. */
const aroundEaster = [-3, -2, 0, 1, 39, 49, 50]

/** The public holidays of a year in Denmark, as day numbers. Source: lukkeloven § 2. */
export const publicHolidays = (year: number): ReadonlySet<DayNumber> => {
  const easter = easterSunday(year)
  const fixed = [
    [1, 1],
    [12, 25],
    [12, 26],
  ] as const
  return new Set([
    ...fixed.map(([month, day]) => dayNumber(year, month, day)),
    ...aroundEaster.map((days) => easter + days),
    ...(year < prayerDayEndsIn ? [easter + 26] : []),
  ])
}

/** ISO weeks of the winter and autumn holidays in Copenhagen's schools. */
export const holidayWeeks: readonly number[] = [8, 42]

/** The first school day after summer is the second Monday of August; the last before it is the Friday before the last Saturday of June. */
const summer = (year: number): { from: DayNumber; to: DayNumber } => {
  const endOfJune = dayNumber(year, 6, 30)
  const lastSaturday = endOfJune - ((weekdayOf(endOfJune) + 1) % 7)
  const firstOfAugust = dayNumber(year, 8, 1)
  const firstMonday = firstOfAugust + ((8 - weekdayOf(firstOfAugust)) % 7)
  return { from: lastSaturday, to: firstMonday + 6 }
}

const isChristmas = (year: number, day: DayNumber): boolean =>
  day >= dayNumber(year, 12, 22) || day <= dayNumber(year, 1, 3)

/**
 * Whether Copenhagen's schools have lessons that day, as their calendar is laid: not at weekends, on public holidays, Grundlovsdag, the
 * days before Easter and after Ascension Day, in weeks 8 and 42, at Christmas or in the summer. A school may lay a day otherwise.
 */
export const isSchoolDay = (year: number, day: DayNumber): boolean => {
  if (weekdayOf(day) > 5 || publicHolidays(year).has(day)) return false
  const easter = easterSunday(year)
  if (day >= easter - 6 && day <= easter) return false
  if (day === easter + 40 || day === dayNumber(year, 6, 5)) return false
  if (holidayWeeks.includes(isoWeekOf(day).week) || isChristmas(year, day)) return false
  const { from, to } = summer(year)
  return day < from || day > to
}
