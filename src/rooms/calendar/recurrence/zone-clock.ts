import type { WallSecond } from '../../../platform/icalendar/moment.ts'
import { type InstantSecond, type Span, spansOfZone } from './zone-spans.ts'

/** Turns the time on a wall into the moment it is, and back. */
export interface ZoneClock {
  /** A wall time that the clocks skip is that much later; one that comes twice is the first. Source: RFC 5545, §3.3.5. */
  toInstant(wall: WallSecond): InstantSecond
  toWall(instant: InstantSecond): WallSecond
  /** The time without a change of the clocks that a moment is in. */
  spanAt(instant: InstantSecond): Span
}

const always: Span = {
  from: -Infinity,
  to: Infinity,
  offset: 0,
  calmFrom: -Infinity,
  calmTo: Infinity,
  earlier: undefined,
  later: undefined,
}

/** The clock of UTC, and of floating times, which are the same wall time everywhere. */
export const plainClock: ZoneClock = { toInstant: (wall) => wall, toWall: (instant) => instant, spanAt: () => always }

/** The clock of a zone by its IANA name; quick where moments are asked for in order. Throws Refused('unknown_zone'). */
export const createZoneClock = (zone: string): ZoneClock => {
  const spans = spansOfZone(zone)
  let span: Span = spans.around(0)
  /** Before a change of the clocks wins: the first of two times is taken, and a skipped one is told as before the change. */
  const settle = (wall: WallSecond): InstantSecond => {
    let found = spans.around(wall - span.offset)
    const earlier = spans.before(found)
    if (earlier !== null && wall - earlier.offset < found.from) found = earlier
    const later = spans.after(found)
    if (later !== null && wall - found.offset >= found.to && wall - later.offset >= found.to) found = later
    span = found
    // Skipped where it lies before its span: then the span before tells it.
    const before = spans.before(found)
    return wall - found.offset < found.from && before !== null ? wall - before.offset : wall - found.offset
  }
  const isCalm = (wall: WallSecond): boolean => wall >= span.calmFrom && wall < span.calmTo
  const spanAt = (instant: InstantSecond): Span => {
    if (instant < span.from || instant >= span.to) span = spans.around(instant)
    return span
  }
  return {
    toInstant: (wall) => {
      if (isCalm(wall)) return wall - span.offset
      // Most walks go on into the next span.
      span = spans.after(span) ?? span
      return isCalm(wall) ? wall - span.offset : settle(wall)
    },
    toWall: (instant) => instant + spanAt(instant).offset,
    spanAt,
  }
}
