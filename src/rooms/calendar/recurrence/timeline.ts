import { lastWallOf, type Moment, secondsADay, wallOf } from '../../../platform/icalendar/moment.ts'
import type { Rule } from './rule.ts'
import { createWalk, type Walk } from './walk.ts'
import type { ZoneClock } from './zone-clock.ts'
import type { InstantSecond } from './zone-spans.ts'

/** The instants of a rule in rising order, each once; `Infinity` when there are no more. */
export interface Timeline {
  next(): InstantSecond
}

/** When a moment is, by the clock of its series. */
export const instantOf = (moment: Moment, clock: ZoneClock): InstantSecond =>
  moment.isUtc ? wallOf(moment) : clock.toInstant(wallOf(moment))

/** The last second of a moment: of the whole day, where it is one. */
export const lastInstantOf = (moment: Moment, clock: ZoneClock): InstantSecond =>
  moment.isUtc ? wallOf(moment) : clock.toInstant(lastWallOf(moment))

/**
 * Puts wall times into the zone. A time that the clocks skip is moved on by as much and may then come after its followers, so it is
 * held back until its turn; where it meets another, both are one.
 */
const inZone = (walk: Walk, clock: ZoneClock): Timeline => {
  const held: InstantSecond[] = []
  /** What was read while skipped times were held back and waits behind them. */
  let ahead: InstantSecond | null = null
  const read = (): InstantSecond => {
    for (;;) {
      const wall = walk.next()
      if (wall === Infinity) return Infinity
      const instant = clock.toInstant(wall)
      if (clock.toWall(instant) === wall) return instant
      held.push(instant)
    }
  }
  const take = (): InstantSecond => {
    const instant = ahead ?? read()
    const [first] = held
    if (first === undefined || first > instant) {
      ahead = null
      return instant
    }
    ahead = instant
    held.shift()
    return first
  }
  let last = -Infinity
  return {
    next: () => {
      for (;;) {
        const instant = take()
        if (instant > last || instant === Infinity) return (last = instant)
      }
    },
  }
}

/** Ends after COUNT occurrences or with UNTIL. */
const bounded = (timeline: Timeline, rule: Rule, clock: ZoneClock): Timeline => {
  const last = rule.until === null ? Infinity : lastInstantOf(rule.until, clock)
  let left = rule.count ?? Infinity
  if (left === Infinity && last === Infinity) return timeline
  return {
    next: () => {
      if (left === 0) return Infinity
      left -= 1
      const instant = timeline.next()
      if (instant <= last) return instant
      left = 0
      return Infinity
    },
  }
}

/** The instants of a rule, from `from` on at the latest. A rule with a COUNT is walked from its start, any other from near there. */
export const createTimeline = (rule: Rule, start: Moment, clock: ZoneClock, from: InstantSecond): Timeline => {
  const begin =
    rule.count === null && from > wallOf(start) + 2 * secondsADay ? clock.toWall(from) - 2 * secondsADay : wallOf(start)
  const walk = createWalk(rule, start, begin)
  return bounded(clock.isPlain ? walk : inZone(walk, clock), rule, clock)
}
