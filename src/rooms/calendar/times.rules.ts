import { dayNumberOf, toDay } from '../../platform/day-number.ts'
import { type Day, homeZone } from '../../platform/day.ts'
import { Refused } from '../../platform/refused.ts'
import type { WantedTime } from './lay-times.rules.ts'
import { type Moment, secondsADay, wallOf } from '../../platform/icalendar/moment.ts'
import { parseRule } from './recurrence/parse-rule.ts'
import type { Rule } from './recurrence/rule.ts'
import { occurrencesBetween } from './recurrence/series.ts'
import { isSchoolDay } from './school-days.rules.ts'
import type { Pause, Timing } from './series.ts'

const isWithin = (day: Day, { from, to }: { from: Day; to: Day }): boolean =>
  Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0

/**
 * The times of an activity within a span of days, both included: where its rule puts it, but for the months it leaves out, days without
 * school where it follows the schools, and its pauses. A wall time that a clock change skips is as much later; one that comes twice is the
 * first.
 */
export const timesOf = (timing: Timing, pauses: readonly Pause[], span: { from: Day; to: Day }): WantedTime[] => {
  const { startsOn, startsMinute, lastsMinutes, rule } = timing
  const series = {
    rule: rule === null ? null : parseRule(rule),
    start: { day: dayNumberOf(startsOn), second: startsMinute * 60, isUtc: false },
    zone: homeZone,
    extra: [],
    except: [],
    moved: [],
  }
  return occurrencesBetween(series, wholeDay(span.from), wholeDay(span.to), mostTimes)
    .filter(({ wall }) => {
      const day = toDay(Math.floor(wall / secondsADay))
      return takesPlaceOn(timing, day) && !pauses.some((pause) => isWithin(day, pause))
    })
    .map(({ instant }) => {
      const startsAt = Temporal.Instant.fromEpochMilliseconds(instant * 1000)
      return { startsAt, endsAt: startsAt.add({ minutes: lastsMinutes }) }
    })
}

/** More than every day for as long as anything is laid. */
const mostTimes = 20_000

const wholeDay = (day: Day): Moment => ({ day: dayNumberOf(day), second: null, isUtc: false })

const takesPlaceOn = ({ rule, leavesOutMonths, schoolDaysOnly }: Timing, day: Day): boolean =>
  rule === null ||
  (!leavesOutMonths.includes(day.month) && (!schoolDaysOnly || isSchoolDay(day.year, dayNumberOf(day))))

/** So far ahead a rule must have put something. */
const soFar = { years: 5 }

/** Throws Refused('not_a_rule'), Refused('too_often') or Refused('never_takes_place') where nothing sensible comes of it. */
export const requireTiming = (timing: Timing): void => {
  if (timing.rule !== null && !isByDay(parseRule(timing.rule))) throw new Refused('too_often')
  const span = { from: timing.startsOn, to: timing.startsOn.add(soFar) }
  if (timesOf(timing, [], span).length === 0) throw new Refused('never_takes_place')
}

const isByDay = ({ frequency, byHour, byMinute, bySecond }: Rule): boolean =>
  ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(frequency) &&
  byHour.length + byMinute.length + bySecond.length === 0

/** The rule with this last day, in place of the end it had; UNTIL stands in UTC, as RFC 5545 asks of a time with a zone. */
export const withUntil = (rule: string, last: Day): string => {
  const end = last.toZonedDateTime({ timeZone: homeZone, plainTime: '23:59:59' }).toInstant()
  const until = end.toString().replaceAll(/[-:]/g, '')
  return [...rule.split(';').filter((part) => !/^(?:UNTIL|COUNT)=/.test(part)), `UNTIL=${until}`].join(';')
}

/** The rule of an activity that ends on a day; an end it had before that stays. */
export const ruleUntil = ({ rule }: Pick<Timing, 'rule'>, last: Day): string | null => {
  if (rule === null) return null
  const until = untilOf(rule)
  return until !== null && Temporal.PlainDate.compare(until, last) <= 0 ? rule : withUntil(rule, last)
}

/** The last day a rule may put something on; null where it says none. */
export const untilOf = (rule: string | null): Day | null => {
  const until = rule === null ? null : parseRule(rule).until
  if (until === null) return null
  if (until.second === null || !until.isUtc) return toDay(until.day)
  return Temporal.Instant.fromEpochMilliseconds(wallOf(until) * 1000)
    .toZonedDateTimeISO(homeZone)
    .toPlainDate()
}
