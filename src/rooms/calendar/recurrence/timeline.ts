import { lastWallOf, type Moment, secondsADay, type WallSecond, wallOf } from '../../../platform/icalendar/moment.ts'
import type { Rule } from './rule.ts'
import { createWalk, type Walk } from './walk.ts'
import type { ZoneClock } from './zone-clock.ts'
import type { InstantSecond } from './zone-spans.ts'

/** The instants of a rule in rising order, each once; `Infinity` when there are no more. */
export interface Timeline {
  next(): InstantSecond
  /** Seconds that the wall is ahead of UTC at the instant told last. */
  readonly offset: number
}

/** Where a rule ends: with its last instant, or after so many. */
interface End {
  readonly count: number
  readonly instant: InstantSecond
}

/** When a moment is, by the clock of its series. */
export const instantOf = (moment: Moment, clock: ZoneClock): InstantSecond =>
  moment.isUtc ? wallOf(moment) : clock.toInstant(wallOf(moment))

/** The last second of a moment: of the whole day, where it is one. */
export const lastInstantOf = (moment: Moment, clock: ZoneClock): InstantSecond =>
  moment.isUtc ? wallOf(moment) : clock.toInstant(lastWallOf(moment))

/**
 * Puts wall times into the zone. Far from a change of the clocks that is a subtraction. A time that the clocks skip is moved on by as much
 * and may then come after its followers, so it is held back until its turn; where it meets another, both are one.
 */
const inZone = (walk: Walk, clock: ZoneClock, end: End): Timeline => {
  const held: InstantSecond[] = []
  /** What was read while skipped times were held back and waits behind them. */
  let ahead: InstantSecond | null = null
  let last = -Infinity
  let told = 0
  /** The wall times that are surely in the span of the last instant and before the end; none while something is held back. */
  let [calmFrom, calmTo] = [Infinity, -Infinity]
  const read = (first: WallSecond): InstantSecond => {
    for (let wall = first; wall !== Infinity; wall = walk.next()) {
      const instant = clock.toInstant(wall)
      if (clock.toWall(instant) === wall) return instant
      held.push(instant)
    }
    return Infinity
  }
  const take = (): InstantSecond => {
    const instant = ahead ?? read(walk.next())
    const [first] = held
    if (first === undefined || first > instant) {
      ahead = null
      return instant
    }
    ahead = instant
    held.shift()
    return first
  }
  const settle = (): InstantSecond => {
    let instant = take()
    while (instant <= last) instant = take()
    if (instant === Infinity || instant > end.instant) {
      told = Infinity
      return Infinity
    }
    last = instant
    const span = clock.spanAt(instant)
    timeline.offset = span.offset
    calmFrom = held.length === 0 && ahead === null ? span.calmFrom : Infinity
    calmTo = Math.min(span.calmTo, end.instant + span.offset + 1)
    return instant
  }
  const timeline = {
    offset: 0,
    next: () => {
      if (told >= end.count) return Infinity
      told += 1
      if (ahead === null) {
        const wall = walk.next()
        if (wall >= calmFrom && wall < calmTo) return wall - timeline.offset
        ahead = read(wall)
      }
      return settle()
    },
  }
  return timeline
}

/** The instants of a rule, from `from` on at the latest. A rule with a COUNT is walked from its start, any other from near there. */
export const createTimeline = (rule: Rule, start: Moment, clock: ZoneClock, from: InstantSecond): Timeline => {
  const begin =
    rule.count === null && from > wallOf(start) + 2 * secondsADay ? clock.toWall(from) - 2 * secondsADay : wallOf(start)
  const instant = rule.until === null ? Infinity : lastInstantOf(rule.until, clock)
  return inZone(createWalk(rule, start, begin), clock, { count: rule.count ?? Infinity, instant })
}
