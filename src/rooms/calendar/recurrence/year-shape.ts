import { dayNumber, type DayNumber, weekdayOf } from '../../../platform/day-number.ts'

/** The days a month has beyond 28, eightfold, and how many days after a Monday it begins. */
export type MonthKind = number

/** How long a month of that kind is, and the ISO weekday it begins on. */
export const monthOf = (kind: MonthKind): { length: number; firstWeekday: number } => ({
  length: 28 + (kind >> 3),
  firstWeekday: (kind & 7) + 1,
})

/** All that the days of a year depend on; there are 28 such shapes, and they come round every 400 years. */
export interface YearShape {
  readonly length: number
  readonly previousLength: number
  readonly nextLength: number
  /** ISO weekday of 1 January. */
  readonly firstWeekday: number
  /** Where each month begins, as days after 1 January, and where the year ends. */
  readonly monthStarts: readonly number[]
  /** Of each month all that its days depend on, told apart by one number. */
  readonly monthKinds: readonly MonthKind[]
}

const monthLengths = (isLeap: boolean): number[] => [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const startsOf = (lengths: readonly number[]): number[] => {
  const starts = [0]
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length)
  return starts
}

const shapeCount = 28

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Which of the three years around is the leap year, for no two are. */
const leapPlaceOf = (year: number): number => {
  if (isLeapYear(year)) return 2
  if (isLeapYear(year - 1)) return 1
  return isLeapYear(year + 1) ? 3 : 0
}

/** The number of a year's shape, given its first day; 0 to 27. */
const shapeOfYear = (year: number, firstDay: DayNumber): number => (weekdayOf(firstDay) - 1) * 4 + leapPlaceOf(year)

/** Every shape, by its number. */
const yearShapes: readonly YearShape[] = Array.from({ length: shapeCount }, (_, shape) => {
  const leapPlace = shape & 3
  const lengthWhen = (isLeap: boolean): number => (isLeap ? 366 : 365)
  const lengths = monthLengths(leapPlace === 2)
  const monthStarts = startsOf(lengths)
  return {
    length: lengthWhen(leapPlace === 2),
    previousLength: lengthWhen(leapPlace === 1),
    nextLength: lengthWhen(leapPlace === 3),
    firstWeekday: (shape >> 2) + 1,
    monthStarts,
    monthKinds: lengths.map((length, at) => (length - 28) * 8 + (((shape >> 2) + (monthStarts[at] ?? 0)) % 7)),
  }
})

/** The weekday of a day that many days after 1 January, also before it and after the year. */
export const weekdayIn = (shape: YearShape, offset: number): number =>
  ((((shape.firstWeekday - 1 + offset) % 7) + 7) % 7) + 1

/** The month a day falls in; the neighbours' months where it lies outside the year. */
export const monthIn = (shape: YearShape, offset: number): number => {
  if (offset < 0) return 12
  if (offset >= shape.length) return 1
  return shape.monthStarts.findIndex((start) => start > offset)
}

/** The number of the day in the year it falls in, and that year's length. */
export const yearDayIn = (shape: YearShape, offset: number): { number: number; length: number } => {
  if (offset < 0) return { number: shape.previousLength + offset + 1, length: shape.previousLength }
  if (offset >= shape.length) return { number: offset - shape.length + 1, length: shape.nextLength }
  return { number: offset + 1, length: shape.length }
}

/** Where week 1 of the year begins, and how many weeks it has, when weeks begin on `weekStart`. Source: RFC 5545: at least four days. */
export const weeksIn = (shape: YearShape, weekStart: number): { first: number; count: number } => {
  const firstAfter = (weekday: number): number => {
    const gone = (weekday - weekStart + 7) % 7
    return gone <= 3 ? -gone : 7 - gone
  }
  const first = firstAfter(shape.firstWeekday)
  const next = shape.length + firstAfter(weekdayIn(shape, shape.length))
  return { first, count: (next - first) / 7 }
}

/** The first day of a year. */
export const firstDayOf = (year: number): DayNumber => dayNumber(year, 1, 1)

/** The shape of a year, given its first day. */
export const shapeAt = (year: number, firstDay: DayNumber): YearShape => {
  const shape = yearShapes[shapeOfYear(year, firstDay)]
  if (shape === undefined) throw new Error(`${year} has no shape`)
  return shape
}

/** What depends on a year's shape alone, made when it is first asked for. */
export const byShape = <Made>(make: (shape: YearShape) => Made): ((year: number, firstDay: DayNumber) => Made) => {
  const made: (Made | undefined)[] = Array.from({ length: shapeCount }, () => undefined)
  return (year, firstDay) => (made[shapeOfYear(year, firstDay)] ??= make(shapeAt(year, firstDay)))
}
