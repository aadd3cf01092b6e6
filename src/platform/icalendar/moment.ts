import { civilDate, dayNumber, type DayNumber } from '../day-number.ts'

/** Seconds since 1 January 1970 as the clock on the wall counts them; every day has 86,400. */
export type WallSecond = number

/** A day, or a time of a day, as a calendar file writes it. */
export interface Moment {
  readonly day: DayNumber
  /** The second of the day; `null` in a whole day. */
  readonly second: number | null
  /** Whether it is told in UTC, with a Z. */
  readonly isUtc: boolean
}

export const secondsADay = 86_400

/** The first second of the moment. */
export const wallOf = (moment: Moment): WallSecond => moment.day * secondsADay + (moment.second ?? 0)

/** The last second of the moment, for a whole day is over when it ends. */
export const lastWallOf = (moment: Moment): WallSecond => moment.day * secondsADay + (moment.second ?? secondsADay - 1)

const shape = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/i

/** Reads `20260105`, `20260105T170000` or `20260105T170000Z`; `null` if it is no such moment. A leap second is read as the second before. */
export const readMoment = (text: string): Moment | null => {
  const found = shape.exec(text)
  if (found === null) return null
  const [, year, month, date, hour, minute, second, zulu] = found
  const day = dayNumber(Number(year), Number(month), Number(date))
  const real = civilDate(day)
  if (real.year !== Number(year) || real.month !== Number(month) || real.day !== Number(date)) return null
  if (hour === undefined) return { day, second: null, isUtc: false }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null
  return {
    day,
    second: Number(hour) * 3600 + Number(minute) * 60 + Math.min(Number(second), 59),
    isUtc: zulu !== '',
  }
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number))

/** Writes the day as `20260105`. */
export const formatCalendarDay = (number: DayNumber): string => {
  const { year, month, day } = civilDate(number)
  return `${String(year).padStart(4, '0')}${two(month)}${two(day)}`
}

const clockTimes: string[] = []

/** Writes the second of a day as `170000`; each is made once. */
const formatClock = (second: number): string =>
  (clockTimes[second] ??= two(Math.floor(second / 3600)) + two(Math.floor(second / 60) % 60) + two(second % 60))

/** Days written lately, each at the last bits of its number: a feed goes to and fro between its times and when they were changed. */
const written = Array.from({ length: 512 }, () => ({ day: Number.NaN, text: '' }))

const writtenDay = (day: DayNumber): string => {
  const known = written[day & 511]
  if (known?.day === day) return known.text
  const text = formatCalendarDay(day)
  written[day & 511] = { day, text }
  return text
}

/** Writes a wall time as `20260105T170000`. Fast where the same days come again. */
export const formatWall = (wall: WallSecond): string => {
  const day = Math.floor(wall / secondsADay)
  return `${writtenDay(day)}T${formatClock(wall - day * secondsADay)}`
}

export const formatMoment = (moment: Moment): string =>
  moment.second === null ? formatCalendarDay(moment.day) : `${formatWall(wallOf(moment))}${moment.isUtc ? 'Z' : ''}`
