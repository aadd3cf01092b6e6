import { Refused } from '../../../platform/refused.ts'
import { secondsADay, type WallSecond } from './moment.ts'

/** Seconds since 1 January 1970 in UTC, as the world counts them. */
export type InstantSecond = number

/** Turns the time on a wall into the moment it is, and back. */
export interface ZoneClock {
  /** A wall time that the clocks skip is that much later; one that comes twice is the first. Source: RFC 5545, §3.3.5. */
  toInstant(wall: WallSecond): InstantSecond
  toWall(instant: InstantSecond): WallSecond
  /** Whether clocks never change here, so that both are the same number. */
  readonly isPlain: boolean
}

/** The clock of UTC, and of floating times, which are the same wall time everywhere. */
export const plainClock: ZoneClock = { toInstant: (wall) => wall, toWall: (instant) => instant, isPlain: true }

interface Span {
  readonly from: InstantSecond
  readonly to: InstantSecond
  readonly offset: number
}

const secondOf = (moment: Temporal.ZonedDateTime | null, otherwise: number): InstantSecond =>
  moment === null ? otherwise : Math.floor(moment.epochMilliseconds / 1000)

const momentIn = (zone: string, instant: InstantSecond): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(zone)

/** The time around an instant in which the zone's clocks do not change. */
const spanAround = (zone: string, instant: InstantSecond): Span => {
  const moment = momentIn(zone, instant)
  const next = moment.getTimeZoneTransition('next')
  const before = moment.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  return {
    from: secondOf(before, -Infinity),
    to: secondOf(next, Infinity),
    offset: Math.round(moment.offsetNanoseconds / 1_000_000_000),
  }
}

const wallToInstant = (zone: string, wall: WallSecond): InstantSecond =>
  secondOf(
    Temporal.Instant.fromEpochMilliseconds(wall * 1000)
      .toZonedDateTimeISO('UTC')
      .toPlainDateTime()
      .toZonedDateTime(zone, { disambiguation: 'compatible' }),
    0,
  )

/** The clock of a zone by its IANA name. Asks Temporal only near the changes of the clocks. Throws Refused('unknown_zone'). */
export const createZoneClock = (zone: string): ZoneClock => {
  let span: Span
  try {
    span = spanAround(zone, 0)
  } catch {
    throw new Refused('unknown_zone', { zone: zone.slice(0, 80) })
  }
  return {
    toInstant: (wall) => {
      const instant = wall - span.offset
      // No clock was ever changed by more than a day.
      if (instant >= span.from + secondsADay && instant < span.to - secondsADay) return instant
      const found = wallToInstant(zone, wall)
      span = spanAround(zone, found)
      return found
    },
    toWall: (instant) => {
      if (instant < span.from || instant >= span.to) span = spanAround(zone, instant)
      return instant + span.offset
    },
    isPlain: false,
  }
}
