import type { DayNumber } from '../../../platform/day-number.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Moment, secondsADay, type WallSecond } from '../../../platform/icalendar/moment.ts'
import { isWithinDays, type Rule } from './rule.ts'
import { createTimeline, instantOf, lastInstantOf, type Timeline } from './timeline.ts'
import { createZoneClock, plainClock, type ZoneClock } from './zone-clock.ts'
import type { InstantSecond } from './zone-spans.ts'

/** Something that happens again and again. */
export interface Series {
  /** How it repeats; `null` where it happens at its start and its extra times alone. */
  readonly rule: Rule | null
  /** Where counting begins. It is an occurrence itself only where the rule says so. */
  readonly start: Moment
  /** IANA name of the zone whose wall it hangs on; `null` is the same wall time everywhere. A start in UTC stays in UTC. */
  readonly zone: string | null
  /** RDATE: times beside the rule. */
  readonly extra: readonly Moment[]
  /** EXDATE: times left out; a whole day leaves out all that begins on it. */
  readonly except: readonly Moment[]
  /** RECURRENCE-ID: single occurrences that were moved. */
  readonly moved: readonly { readonly from: Moment; readonly to: Moment }[]
}

export interface Occurrence {
  /** The time on the wall, in the zone of the series. */
  readonly wall: WallSecond
  /** When it is; the wall time again where the series has no zone. */
  readonly instant: InstantSecond
  /** When it was to be, where it was moved. */
  readonly movedFrom: InstantSecond | null
}

interface Extra {
  readonly instant: InstantSecond
  readonly movedFrom: InstantSecond | null
}

/** The clock of a series. Throws Refused('unknown_zone'). */
export const clockOf = (series: Pick<Series, 'start' | 'zone'>): ZoneClock =>
  series.zone === null || series.start.isUtc || series.start.second === null ? plainClock : createZoneClock(series.zone)

const noTimeline: Timeline = { next: () => Infinity, offset: 0 }

const timelineOf = ({ rule, start }: Series, clock: ZoneClock, from: InstantSecond): Timeline => {
  if (rule === null) return noTimeline
  if (start.second === null && isWithinDays(rule.frequency)) {
    throw new Refused('not_a_rule', { reason: 'needs_time', part: `FREQ=${rule.frequency}` })
  }
  return createTimeline(rule, start, clock, from)
}

/** Times beside the rule, in order, each once. */
const extrasOf = ({ rule, start, extra, moved }: Series, clock: ZoneClock, isLeftOut: LeftOut): Extra[] => {
  const plain = [...(rule === null ? [start] : []), ...extra].map((moment) => instantOf(moment, clock))
  const extras = [
    ...plain.filter((instant) => !isLeftOut(instant)).map((instant) => ({ instant, movedFrom: null })),
    ...moved.map(({ from, to }) => ({ instant: instantOf(to, clock), movedFrom: instantOf(from, clock) })),
  ].toSorted((one, other) => one.instant - other.instant)
  return extras.filter(({ instant, movedFrom }, at) => movedFrom !== null || instant !== extras[at - 1]?.instant)
}

type LeftOut = (instant: InstantSecond) => boolean

const leftOutOf = ({ start, except, moved }: Series, clock: ZoneClock): LeftOut => {
  const instants = new Set<InstantSecond>()
  const days = new Set<DayNumber>()
  for (const moment of except) {
    if (moment.second === null && start.second !== null) days.add(moment.day)
    else instants.add(instantOf(moment, clock))
  }
  for (const { from } of moved) instants.add(instantOf(from, clock))
  if (days.size === 0) return (instant) => instants.has(instant)
  return (instant) => instants.has(instant) || days.has(Math.floor(clock.toWall(instant) / secondsADay))
}

/** The next occurrence; `null` when there are no more. */
type Next = () => Occurrence | null

/** Two ordered rows as one, without what is left out; the same instant in both is told once. */
const merged = (timeline: Timeline, extras: readonly Extra[], isLeftOut: LeftOut, clock: ZoneClock): Next => {
  let at = 0
  let ahead = timeline.next()
  return () => {
    while (ahead !== Infinity && isLeftOut(ahead)) ahead = timeline.next()
    const extra = extras[at]
    if (extra !== undefined && extra.instant <= ahead) {
      at += 1
      if (extra.instant === ahead) ahead = timeline.next()
      return { wall: clock.toWall(extra.instant), ...extra }
    }
    if (ahead === Infinity) return null
    const instant = ahead
    ahead = timeline.next()
    return { wall: clock.toWall(instant), instant, movedFrom: null }
  }
}

/** Which occurrences are asked for: from one instant to another, both included, and no more than `limit`. */
interface Asked {
  readonly least: InstantSecond
  readonly most: InstantSecond
  readonly limit: number
}

/** The rule alone: most series have no more, and the loop that makes their occurrences is as short as can be. */
const ofRule = (timeline: Timeline, { least, most, limit }: Asked): Occurrence[] => {
  const found: Occurrence[] = []
  while (found.length < limit) {
    const instant = timeline.next()
    if (instant === Infinity || instant > most) break
    if (instant >= least) found.push({ wall: instant + timeline.offset, instant, movedFrom: null })
  }
  return found
}

/**
 * The occurrences of a series that begin between two moments, both included, in order, and no more than `limit`. `null` is no bound.
 * Without COUNT it costs the same however far `from` is from the start. Throws Refused('not_a_rule') or Refused('unknown_zone').
 */
export const occurrencesBetween = (
  series: Series,
  from: Moment | null,
  until: Moment | null,
  limit: number,
): Occurrence[] => {
  const clock = clockOf(series)
  const least = from === null ? -Infinity : instantOf(from, clock)
  const most = until === null ? Infinity : lastInstantOf(until, clock)
  const timeline = timelineOf(series, clock, least)
  const { rule, extra, except, moved } = series
  if (rule !== null && extra.length + except.length + moved.length === 0)
    return ofRule(timeline, { least, most, limit })
  const isLeftOut = leftOutOf(series, clock)
  const next = merged(timeline, extrasOf(series, clock, isLeftOut), isLeftOut, clock)
  const found: Occurrence[] = []
  while (found.length < limit) {
    const occurrence = next()
    if (occurrence === null || occurrence.instant > most) break
    if (occurrence.instant >= least) found.push(occurrence)
  }
  return found
}
