import { Refused } from '../../../platform/refused.ts'
import type { WallSecond } from '../../../platform/icalendar/moment.ts'

/** Seconds since 1 January 1970 in UTC, as the world counts them. */
export type InstantSecond = number

/** A time in which the clocks of a zone are not changed; `from` is in it, `to` is not. */
export interface Span {
  readonly from: InstantSecond
  readonly to: InstantSecond
  /** Seconds that the wall is ahead of UTC. */
  readonly offset: number
  /** The wall times that are surely in it: none of its beginning that came before already. */
  readonly calmFrom: WallSecond
  readonly calmTo: WallSecond
  /** The spans beside it, once they were asked for. */
  earlier: Span | undefined
  later: Span | undefined
}

/** The spans of a zone; each is asked of Temporal once. */
export interface ZoneSpans {
  around(instant: InstantSecond): Span
  before(span: Span): Span | null
  after(span: Span): Span | null
}

const secondOf = (moment: Temporal.ZonedDateTime): InstantSecond => Math.floor(moment.epochMilliseconds / 1000)

const offsetOf = (moment: Temporal.ZonedDateTime): number => Math.round(moment.offsetNanoseconds / 1_000_000_000)

const askSpan = (zone: string, instant: InstantSecond): Span => {
  const moment = Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(zone)
  const next = moment.getTimeZoneTransition('next')
  // The change at this very moment is the one before it.
  const previous = moment.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const from = previous === null ? -Infinity : secondOf(previous)
  const to = next === null ? Infinity : secondOf(next)
  const offset = offsetOf(moment)
  const earlier = previous === null ? offset : offsetOf(previous.subtract({ nanoseconds: 1 }))
  const calmFrom = from + Math.max(offset, earlier)
  return { from, to, offset, calmFrom, calmTo: to + offset, earlier: undefined, later: undefined }
}

/** Spans are found again by a number that all moments of about a quarter of a year share. */
const quarter = 7_889_238

const createSpans = (zone: string): ZoneSpans => {
  const byQuarter = new Map<number, Span>()
  const byFrom = new Map<InstantSecond, Span>()
  const ask = (instant: InstantSecond): Span => {
    const asked = askSpan(zone, instant)
    const span = byFrom.get(asked.from) ?? asked
    byFrom.set(span.from, span)
    return span
  }
  const join = (earlier: Span, later: Span): void => {
    earlier.later = later
    later.earlier = earlier
  }
  const before = (span: Span): Span | null => {
    if (span.earlier === undefined && span.from !== -Infinity) join(ask(span.from - 1), span)
    return span.earlier ?? null
  }
  const after = (span: Span): Span | null => {
    if (span.later === undefined && span.to !== Infinity) join(span, ask(span.to))
    return span.later ?? null
  }
  const firstIn = (number: number): Span => {
    const known = byQuarter.get(number) ?? ask(number * quarter)
    byQuarter.set(number, known)
    return known
  }
  const around = (instant: InstantSecond): Span => {
    let span = firstIn(Math.floor(instant / quarter))
    for (let next = after(span); next !== null && instant >= span.to; next = after(span)) span = next
    return span
  }
  return { around, before, after }
}

const knownZones = new Map<string, ZoneSpans>()
const mostZones = 200

/** The spans of a zone by its IANA name. Throws Refused('unknown_zone'). */
export const spansOfZone = (zone: string): ZoneSpans => {
  const known = knownZones.get(zone)
  if (known !== undefined) return known
  try {
    askSpan(zone, 0)
  } catch {
    throw new Refused('unknown_zone', { zone: zone.slice(0, 80) })
  }
  const spans = createSpans(zone)
  if (knownZones.size >= mostZones) knownZones.clear()
  knownZones.set(zone, spans)
  return spans
}
