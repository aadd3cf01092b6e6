import { dayNumberOf } from '../../../platform/day-number.ts'
import { homeZone } from '../../../platform/day.ts'
import type { CalendarEvent, CalendarTime } from '../../../platform/icalendar/timed-event.ts'
import { isWholeDays, wallOf } from '../clock-words.ts'
import type { Occurrence } from '../occurrence.ts'
import { formatRule } from '../recurrence/format-rule.ts'
import { formatWall, type Moment, secondsADay } from '../../../platform/icalendar/moment.ts'
import { parseRule } from '../recurrence/parse-rule.ts'
import type { Rule } from '../recurrence/rule.ts'
import { occurrencesBetween } from '../recurrence/series.ts'
import { createZoneClock } from '../recurrence/zone-clock.ts'
import type { InstantSecond } from '../recurrence/zone-spans.ts'
import type { Series } from '../series.ts'

const clock = createZoneClock(homeZone)

/** What is said of a series' times, and of one of them. */
export interface SeriesAbout {
  readonly usual: string
  of(occurrence: Occurrence): string
}

interface Time {
  readonly occurrence: Occurrence
  readonly from: InstantSecond
  readonly to: InstantSecond
  /** Where the rule put it. */
  readonly original: InstantSecond
}

/**
 * The times of a series as events that every reader of calendars takes for just these times: one event with the series' rule where the
 * rule is one that all of them read alike, with what is left out (EXDATE), moved or called off (RECURRENCE-ID), and what is beside the rule
 * as events of their own, for readers do not agree on RDATE; else an event for each. The rule ends with the last of the times. Whole days are
 * written as days, each an event of its own.
 */
export const eventsOfSeries = (
  series: Series,
  occurrences: readonly Occurrence[],
  about: SeriesAbout,
): CalendarEvent[] => {
  const times = occurrences.map(timeOf)
  const rule = series.rule === null || occurrences.some(isWholeDays) ? null : plainRule(parseRule(series.rule), series)
  const coming = rule === null ? null : layRule(series, rule, times)
  return coming === null ? times.map((time) => single(time, about)) : withRule(series, coming, times, about)
}

/** One time as an event by itself. */
export const eventOfTime = (occurrence: Occurrence, about: string): CalendarEvent =>
  single(timeOf(occurrence), { usual: about, of: () => about })

const timeOf = (occurrence: Occurrence): Time => ({
  occurrence,
  from: secondOf(occurrence.startsAt),
  to: secondOf(occurrence.endsAt),
  original: secondOf(occurrence.originalStartsAt),
})

const secondOf = (at: Temporal.Instant): InstantSecond => Math.floor(at.epochMilliseconds / 1000)

/** On Danish clocks; in UTC where the clock shows the same time twice. */
const written = (instant: InstantSecond): CalendarTime => {
  const wall = clock.toWall(instant)
  return isShownTwice(instant, wall) ? inUtc(instant) : `;TZID=${homeZone}:${formatWall(wall)}`
}

const inUtc = (instant: InstantSecond): CalendarTime => `:${formatWall(instant)}Z`

const isShownTwice = (instant: InstantSecond, wall: number): boolean =>
  clock.toWall(instant + 3600) === wall || clock.toInstant(wall) !== instant

const single = ({ occurrence, from, to }: Time, about: SeriesAbout): CalendarEvent => ({
  uid: `time-${occurrence.occurrenceId}@brobyg`,
  sequence: occurrence.sequence,
  changedAt: inUtc(secondOf(occurrence.changedAt)),
  ...(isWholeDays(occurrence)
    ? { from: day(occurrence.startsAt), to: day(occurrence.endsAt) }
    : { from: written(from), to: written(to) }),
  repeats: null,
  insteadOf: null,
  isCancelled: occurrence.state === 'cancelled',
  about: about.of(occurrence),
})

/** A day of the calendar; as an end the first that is no longer of it. */
const day = (at: Temporal.Instant): CalendarTime => `;VALUE=DATE:${wallOf(at).day.toString().replaceAll('-', '')}`

/** Clocks change between these minutes of the day: readers do not agree on what happens then. */
const isAmidChange = ({ startsMinute }: Series): boolean => startsMinute >= 120 && startsMinute < 180

/** The rule where all readers agree on what it says, with what it takes from its first time written out; null where they do not. */
const plainRule = (rule: Rule, series: Series): Rule | null => {
  const { byWeekNo, byYearDay, bySetPos, byHour, byMinute, bySecond, byMonth, byMonthDay, byDay } = rule
  const rare = [byWeekNo, byYearDay, bySetPos, byHour, byMinute, bySecond, byMonth]
  if (isAmidChange(series) || rule.skip !== 'OMIT' || rare.some(({ length }) => length > 0)) return null
  const hasOrdinal = byDay.some(({ ordinal }) => ordinal !== null)
  if (rule.frequency === 'DAILY') return byDay.length + byMonthDay.length === 0 ? rule : null
  if (rule.frequency === 'WEEKLY') return hasOrdinal || byMonthDay.length > 0 ? null : rule
  if (rule.frequency !== 'MONTHLY' || rule.interval > 12) return null
  if (byDay.length === 0) return plainMonthDay(rule, series)
  const isOne = byDay.length === 1 && byMonthDay.length === 0
  const ordinal = byDay[0]?.ordinal ?? 0
  return isOne && ordinal !== 0 && Math.abs(ordinal) <= 4 ? rule : null
}

const plainMonthDay = (rule: Rule, { startsOn }: Series): Rule | null => {
  const [day = startsOn.day, ...more] = rule.byMonthDay
  return more.length === 0 && day >= 1 && day <= 28 ? { ...rule, byMonthDay: [day] } : null
}

interface Coming {
  readonly rule: Rule
  /** Where the rule puts its times, from the first that there is to the last. */
  readonly put: readonly InstantSecond[]
}

/** Where the rule puts times, between the first and the last of those there are; null where it puts none of them. */
const layRule = (series: Series, rule: Rule, times: readonly Time[]): Coming | null => {
  const there = new Set(times.map(({ original }) => original))
  const [least, most] = [Math.min(...there), Math.max(...there)]
  const start = { day: dayNumberOf(series.startsOn), second: series.startsMinute * 60, isUtc: false }
  const laid = { rule: parseRule(series.rule ?? ''), start, zone: homeZone, extra: [], except: [], moved: [] }
  const put = occurrencesBetween(laid, utcMoment(least), utcMoment(most), mostTimes).map(({ instant }) => instant)
  // The first tells how long all last, so it is none of the nights on which the clocks change.
  const first = put.findIndex((instant) => there.has(instant) && isEvenNight(instant, series.lastsMinutes * 60))
  const last = put.findLastIndex((instant) => there.has(instant))
  return first < 0 ? null : { rule, put: put.slice(first, last + 1) }
}

const mostTimes = 20_000

const utcMoment = (instant: InstantSecond): Moment => ({
  day: Math.floor(instant / secondsADay),
  second: instant - Math.floor(instant / secondsADay) * secondsADay,
  isUtc: true,
})

const withRule = (series: Series, coming: Coming, times: readonly Time[], about: SeriesAbout): CalendarEvent[] => {
  const { rule, put } = coming
  const [first = 0, last = 0] = [put[0], put.at(-1)]
  const isPut = new Set(put)
  const lasts = series.lastsMinutes * 60
  const there = new Map(times.map((time) => [time.original, time]))
  const beside = times.filter(({ original }) => !isPut.has(original))
  const uid = `series-${series.seriesId}@brobyg`
  const master: CalendarEvent = {
    uid,
    sequence: series.version,
    changedAt: inUtc(
      Math.max(secondOf(series.changedAt), ...times.map(({ occurrence }) => secondOf(occurrence.changedAt))),
    ),
    from: written(first),
    to: written(first + lasts),
    repeats: {
      // Some readers take this end for a time on Danish clocks; none of the rule's times comes so soon after the last.
      rule: formatRule({ ...rule, count: null, until: utcMoment(last + 3 * 3600) }),
      except: put.filter((instant) => !there.has(instant)).map(written),
    },
    insteadOf: null,
    isCancelled: false,
    about: about.usual,
  }
  const other = times.filter((time) => isPut.has(time.original) && !isUsual(time, lasts))
  return [
    master,
    ...other.map((time) => ({ ...single(time, about), uid, insteadOf: written(time.original) })),
    ...beside.map((time) => single(time, about)),
  ]
}

/** Whether it takes place where the rule put it and as long as the others on the clock, with nothing of its own to be told. */
const isUsual = ({ occurrence, from, to, original }: Time, lasts: number): boolean => {
  if (from !== original || to - from !== lasts) return false
  if (occurrence.state === 'cancelled' || occurrence.reason !== '' || occurrence.elsewhereVenueId !== null) return false
  return isEvenNight(from, lasts) && !isShownTwice(from, clock.toWall(from))
}

/** Whether so long a time from then on is as long on the clock, and ends at a time that the clock shows once. */
const isEvenNight = (from: InstantSecond, lasts: number): boolean => {
  const [begins, ends] = [clock.toWall(from), clock.toWall(from + lasts)]
  return ends - begins === lasts && !isShownTwice(from + lasts, ends)
}
