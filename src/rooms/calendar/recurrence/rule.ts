import type { Moment } from '../../../platform/icalendar/moment.ts'

/** What a rule repeats by, from the shortest to the longest. */
export const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const

export type Frequency = (typeof frequencies)[number]

/** What becomes of a day that its month or year lacks, such as 30 February. Source: RFC 7529, §4.1. */
export const skips = ['OMIT', 'BACKWARD', 'FORWARD'] as const

export type Skip = (typeof skips)[number]

/** A weekday, 1 = Monday … 7 = Sunday; with an ordinal the n-th of its month or year, from the end where negative. */
export interface WeekdayPart {
  readonly weekday: number
  readonly ordinal: number | null
}

/** The parts of a rule that are lists of whole numbers, by their names in the standard. */
export interface NumberLists {
  readonly bySecond: readonly number[]
  readonly byMinute: readonly number[]
  readonly byHour: readonly number[]
  readonly byMonthDay: readonly number[]
  readonly byYearDay: readonly number[]
  readonly byWeekNo: readonly number[]
  readonly byMonth: readonly number[]
  readonly bySetPos: readonly number[]
}

/**
 * How something repeats. Lists are in rising order without doubles; an empty list is a part that is not there.
 * Source: RFC 5545, §3.3.10, and RFC 7529 for `skip`.
 */
export interface Rule extends NumberLists {
  readonly frequency: Frequency
  readonly interval: number
  readonly count: number | null
  readonly until: Moment | null
  readonly byDay: readonly WeekdayPart[]
  /** The weekday a week begins on, 1 = Monday. */
  readonly weekStart: number
  readonly skip: Skip
}

export type NumberList = keyof NumberLists

/** Each list of numbers with its name, its bounds, and whether it may count from the end. */
export const numberLists: readonly { key: NumberList; name: string; least: number; most: number; signed: boolean }[] = [
  { key: 'byMonth', name: 'BYMONTH', least: 1, most: 12, signed: false },
  { key: 'byWeekNo', name: 'BYWEEKNO', least: 1, most: 53, signed: true },
  { key: 'byYearDay', name: 'BYYEARDAY', least: 1, most: 366, signed: true },
  { key: 'byMonthDay', name: 'BYMONTHDAY', least: 1, most: 31, signed: true },
  { key: 'byHour', name: 'BYHOUR', least: 0, most: 23, signed: false },
  { key: 'byMinute', name: 'BYMINUTE', least: 0, most: 59, signed: false },
  { key: 'bySecond', name: 'BYSECOND', least: 0, most: 60, signed: false },
  { key: 'bySetPos', name: 'BYSETPOS', least: 1, most: 366, signed: true },
]

/** The names of weekdays in a rule, Monday first. */
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** Whether a rule repeats by the hour, the minute or the second. */
export const isWithinDays = (frequency: Frequency): boolean =>
  frequencies.indexOf(frequency) < frequencies.indexOf('DAILY')
