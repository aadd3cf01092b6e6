import fc from 'fast-check'
import { dayNumber } from '../../../platform/day-number.ts'
import type { Moment } from '../../../platform/icalendar/moment.ts'
import type { Frequency, Rule, WeekdayPart } from './rule.ts'

/** Rules of every kind, for properties. */

const listOf = (numbers: fc.Arbitrary<number>, most: number): fc.Arbitrary<number[]> =>
  fc
    .oneof(
      { weight: 2, arbitrary: fc.constant<number[]>([]) },
      { weight: 1, arbitrary: fc.uniqueArray(numbers, { minLength: 1, maxLength: most }) },
    )
    .map((list) => list.toSorted((one, other) => one - other))

const from = (least: number, most: number): fc.Arbitrary<number> => fc.integer({ min: least, max: most })

const signed = (most: number): fc.Arbitrary<number> => fc.oneof(from(1, most), from(-most, -1))

const ordinalOf = (frequency: Frequency): fc.Arbitrary<number | null> => {
  if (frequency === 'MONTHLY') return fc.oneof(fc.constant(null), signed(5))
  return frequency === 'YEARLY' ? fc.oneof(fc.constant(null), signed(5), signed(53)) : fc.constant(null)
}

const weekdays = (frequency: Frequency): fc.Arbitrary<WeekdayPart[]> =>
  fc.oneof(
    fc.constant<WeekdayPart[]>([]),
    fc
      .uniqueArray(fc.record({ weekday: from(1, 7), ordinal: ordinalOf(frequency) }), {
        minLength: 1,
        maxLength: 4,
        selector: ({ weekday, ordinal }) => `${ordinal}${weekday}`,
      })
      .map(inOrder),
  )

/** What the standard does not let stand together is taken out. */
const allowed = (rule: Rule): Rule => {
  const isYearly = rule.frequency === 'YEARLY'
  const isDays = ['DAILY', 'WEEKLY', 'MONTHLY'].includes(rule.frequency)
  const byMonthDay = rule.frequency === 'WEEKLY' ? [] : rule.byMonthDay
  const byWeekNo = isYearly && byMonthDay.length === 0 ? rule.byWeekNo : []
  const bare = {
    ...rule,
    byMonthDay,
    byWeekNo,
    byYearDay: isDays ? [] : rule.byYearDay,
    byDay:
      byWeekNo.length === 0 ? rule.byDay : [...new Set(rule.byDay.map(({ weekday }) => weekday))].map(plainWeekday),
  }
  const { byMonth, byYearDay, byDay, byHour, byMinute, bySecond } = bare
  const hasOther = [byMonth, byWeekNo, byYearDay, byMonthDay, byDay, byHour, byMinute, bySecond].some(
    (list) => list.length > 0,
  )
  return { ...bare, bySetPos: hasOther ? rule.bySetPos : [], byDay: inOrder(bare.byDay) }
}

const plainWeekday = (weekday: number): WeekdayPart => ({ weekday, ordinal: null })

const inOrder = (parts: readonly WeekdayPart[]): WeekdayPart[] =>
  parts
    .map(({ weekday, ordinal }) => ({ weekday, ordinal }))
    .toSorted((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0) || one.weekday - other.weekday)

/** Rules that the standard allows, endless. */
export const rulesOf = (frequency: Frequency, mostInterval: number): fc.Arbitrary<Rule> =>
  fc
    .record({
      frequency: fc.constant(frequency),
      interval: from(1, mostInterval),
      count: fc.constant(null),
      until: fc.constant(null),
      byMonth: listOf(from(1, 12), 4),
      byWeekNo: listOf(fc.oneof(signed(53), fc.constantFrom(1, 52, 53, -1)), 4),
      byYearDay: listOf(fc.oneof(signed(366), fc.constantFrom(1, 60, 365, 366, -1, -366)), 6),
      byMonthDay: listOf(signed(31), 5),
      byDay: weekdays(frequency),
      byHour: listOf(from(0, 23), 3),
      byMinute: listOf(from(0, 59), 3),
      bySecond: listOf(from(0, 59), 2),
      bySetPos: listOf(signed(6), 3),
      weekStart: from(1, 7),
      skip: fc.constant<Rule['skip']>('OMIT'),
    })
    .map(allowed)

/** Starts around the ends of years and elsewhere, from 2015 on. */
export const starts: fc.Arbitrary<Moment> = fc.record({
  day: fc.oneof(
    from(dayNumber(2015, 1, 1), dayNumber(2024, 12, 31)),
    fc.tuple(from(2015, 2024), from(-7, 7)).map(([year, days]) => dayNumber(year, 1, 1) + days),
  ),
  second: from(0, 86_399),
  isUtc: fc.constant(false),
})
