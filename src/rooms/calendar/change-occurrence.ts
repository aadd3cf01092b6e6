import { leaveTrace, writeAs, type WriteTx } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { bookTime, type TimeToBook } from './book-times.ts'
import { cancelBookingsOf } from './booking.queries.ts'
import { calendarPolicy } from './calendar.policy.ts'
import { type Move, requireMovable, usualOrElsewhere } from './check-move.ts'
import { isToCome } from './lay-series.ts'
import { type Occurrence, placedAs } from './occurrence.ts'
import { findOccurrence, getOccurrenceForUpdate, insertOccurrences, updateOccurrence } from './occurrence.queries.ts'
import { listRelationsToOrganiser } from './relation.queries.ts'
import type { Series } from './series.ts'
import { findSeries } from './series.queries.ts'
import { tellSignedUp } from './sign-up/tell-signed-up.ts'
import { findVenue } from './venue.queries.ts'
import { reviveWaiting } from './venues/revive-waiting.ts'
import { listHeldBy } from './venues/waiting.queries.ts'

/** Which time, as it was when the form was shown. */
export interface SeenOccurrence {
  readonly occurrenceId: string
  readonly version: number
}

const enter = async (tx: WriteTx, actor: Actor, seen: SeenOccurrence) => {
  const found = await findOccurrence(tx, seen.occurrenceId)
  if (found === undefined) throw new Refused('occurrence_not_found')
  const series = await enterSeries(tx, actor, found.seriesId)
  return { series, occurrence: await getOccurrenceForUpdate(tx, seen.occurrenceId, seen.version) }
}

const enterSeries = async (tx: WriteTx, actor: Actor, seriesId: string): Promise<Series> => {
  const series = await findSeries(tx, seriesId)
  if (series === undefined) throw new Refused('series_not_found')
  requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, series))
  if (series.outsideCalendarId !== null) throw new Refused('changed_outside_only')
  if (series.kind === 'meeting') throw new Refused('changed_by_its_group')
  return series
}

const requireToCome = (occurrence: Occurrence, now: Temporal.Instant): void => {
  if (!isToCome(occurrence, now)) throw new Refused('is_over')
}

const requireVenue = async (tx: WriteTx, { elsewhereVenueId }: Move): Promise<void> => {
  if (elsewhereVenueId === null) return
  const venue = await findVenue(tx, elsewhereVenueId)
  if (venue === undefined) throw new Refused('venue_not_found')
  if (venue.isClosed) throw new Refused('venue_is_closed')
}

const timeOf = (occurrence: Occurrence): TimeToBook => ({
  occurrenceId: occurrence.occurrenceId,
  startsAt: occurrence.startsAt,
  endsAt: occurrence.endsAt,
})

/** Calls one time off. Its venue is given up, and what waited for it comes back. Throws Refused('is_over') or Refused('changed_meanwhile'). */
export const cancelOccurrence = (
  platform: Platform,
  actor: Actor,
  seen: SeenOccurrence,
  reason: string,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { occurrence } = await enter(tx, actor, seen)
    const now = platform.clock.now()
    requireToCome(occurrence, now)
    const freed = await listHeldBy(tx, [occurrence.occurrenceId])
    await cancelBookingsOf(tx, [occurrence.occurrenceId])
    await updateOccurrence(tx, occurrence.occurrenceId, { state: 'cancelled', reason, skippedForId: null }, now)
    await tellSignedUp(tx, platform, [occurrence.occurrenceId], 'cancelled')
    await reviveWaiting(tx, platform, freed)
    leaveTrace(tx, { verb: 'occurrence.cancelled', thing: 'occurrence', ref: occurrence.occurrenceId })
  })

/** Lets a time that was called off or skipped take place after all, if the venue is free. Throws Refused('venue_taken'). */
export const reviveOccurrence = (platform: Platform, actor: Actor, seen: SeenOccurrence): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { occurrence, series } = await enter(tx, actor, seen)
    const now = platform.clock.now()
    requireToCome(occurrence, now)
    if (occurrence.state === 'planned') return leaveTrace(tx, tracedAs('occurrence.revived', occurrence))
    await updateOccurrence(tx, occurrence.occurrenceId, { state: 'planned', reason: '', skippedForId: null }, now)
    await bookTime(tx, { platform, actor }, placedAs(series, occurrence), timeOf(occurrence))
    await tellSignedUp(tx, platform, [occurrence.occurrenceId], 'revived')
    leaveTrace(tx, tracedAs('occurrence.revived', occurrence))
  })

const tracedAs = (verb: string, { occurrenceId }: Occurrence) => ({ verb, thing: 'occurrence', ref: occurrenceId })

/**
 * Moves one time to another moment, another venue, or both. Throws Refused('venue_taken'), Refused('is_over'), Refused('in_the_past') or
 * Refused('venue_not_found').
 */
export const moveOccurrence = (
  platform: Platform,
  actor: Actor,
  seen: SeenOccurrence,
  asked: Move & { readonly reason: string },
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { occurrence, series } = await enter(tx, actor, seen)
    const now = platform.clock.now()
    const to = usualOrElsewhere(series, asked)
    requireMovable(occurrence, to, now)
    await requireVenue(tx, to)
    const freed = await listHeldBy(tx, [occurrence.occurrenceId])
    await cancelBookingsOf(tx, [occurrence.occurrenceId])
    await updateOccurrence(tx, occurrence.occurrenceId, { ...to, state: 'planned', skippedForId: null }, now)
    const moved = { ...timeOf(occurrence), startsAt: to.startsAt, endsAt: to.endsAt }
    await bookTime(tx, { platform, actor }, placedAs(series, to), moved)
    await tellSignedUp(tx, platform, [occurrence.occurrenceId], 'moved')
    await reviveWaiting(tx, platform, freed)
    leaveTrace(tx, tracedAs('occurrence.moved', occurrence))
  })

/** Adds one time outside the rule. Throws Refused('venue_taken') or Refused('in_the_past'). */
export const addOccurrence = (
  platform: Platform,
  actor: Actor,
  seriesId: string,
  time: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    const series = await enterSeries(tx, actor, seriesId)
    const now = platform.clock.now()
    if (Temporal.Instant.compare(time.startsAt, now) <= 0) throw new Refused('in_the_past')
    const added = { originalStartsAt: time.startsAt, endsAt: time.endsAt, isExtra: true }
    const [occurrenceId = ''] = await insertOccurrences(tx, series, [added], now)
    await bookTime(tx, { platform, actor }, series, { occurrenceId, ...time })
    leaveTrace(tx, { verb: 'occurrence.added', thing: 'occurrence', ref: occurrenceId })
    return occurrenceId
  })
