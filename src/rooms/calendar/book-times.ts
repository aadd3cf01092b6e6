import type { WriteTx } from '../../platform/database/index.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, isPermitted, system } from '../access/index.ts'
import {
  type Holding,
  insertBookings,
  listHoldings,
  listSpacesOf,
  lockSpaces,
  type NewBooking,
} from './booking.queries.ts'
import { calendarPolicy } from './calendar.policy.ts'
import { updateOccurrence } from './occurrence.queries.ts'
import type { Planner } from './planner.ts'
import { listRelationsToVenue } from './relation.queries.ts'
import type { SeriesFacts } from './series.ts'
import { findVenue } from './venue.queries.ts'
import type { Venue } from './venue.ts'

export interface TimeToBook {
  readonly occurrenceId: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/**
 * Books the venue of a series for some of its times. Where something else holds it then, the time is skipped, and comes back when the
 * venue is free again; where whoever has the venue must say yes, the booking waits for it. Throws Refused('venue_not_bookable') where only
 * those who have the venue may book it.
 */
export const bookTimes = async (
  tx: WriteTx,
  { platform, actor }: Planner,
  series: SeriesFacts,
  times: readonly TimeToBook[],
): Promise<{ skipped: number }> => {
  const venue = series.venueId === null || times.length === 0 ? undefined : await findVenue(tx, series.venueId)
  if (venue === undefined || venue.isInformal) return { skipped: 0 }
  const state = await stateOfBooking(tx, actor, venue, series)
  const spaceIds = await listSpacesOf(tx, venue.venueId, series.spaceId)
  await lockSpaces(tx, spaceIds)
  const holdings = await listHoldings(tx, spaceIds, wholeSpan(times))
  const now = platform.clock.now()
  const bookings: NewBooking[] = []
  let skipped = 0
  let at = 0
  for (const time of times.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))) {
    while (at < holdings.length && isOver(holdings[at], time)) at += 1
    const holding = holdings.slice(at).find((one) => overlap(one, time))
    if (holding !== undefined) {
      skipped += 1
      await updateOccurrence(tx, time.occurrenceId, { state: 'skipped', skippedForId: holding.occurrenceId }, now)
      continue
    }
    for (const spaceId of spaceIds)
      bookings.push({
        spaceId,
        occurrenceId: time.occurrenceId,
        organisationId: series.organisationId,
        from: time.startsAt,
        to: time.endsAt,
        purpose: series.title,
        state,
        askedAt: now,
        askedBy: actor.personId ?? 'system',
      })
  }
  await insertBookings(tx, bookings)
  return { skipped }
}

const stateOfBooking = async (
  tx: WriteTx,
  actor: Actor,
  venue: Venue,
  { organisationId, planId }: SeriesFacts,
): Promise<'requested' | 'approved'> => {
  if (venue.bookingRule === 'free') return 'approved'
  const isTheirs = venue.organisationId === organisationId || (planId !== null && venue.planId === planId)
  if (isTheirs) return 'approved'
  // The program lays more times of what somebody planned, and may not say yes for whoever has the venue.
  const isKeeper = isPermitted(actor, calendarPolicy.keepVenue, await listRelationsToVenue(tx, venue.venueId))
  if (isKeeper && actor.personId !== system.personId) return 'approved'
  if (venue.bookingRule === 'owner') throw new Refused('venue_not_bookable', { venue: venue.name })
  return 'requested'
}

const wholeSpan = (times: readonly TimeToBook[]): { from: Temporal.Instant; to: Temporal.Instant } => {
  const starts = times.map(({ startsAt }) => startsAt).toSorted(Temporal.Instant.compare)
  const ends = times.map(({ endsAt }) => endsAt).toSorted(Temporal.Instant.compare)
  const [from, to] = [starts[0], ends.at(-1)]
  if (from === undefined || to === undefined) throw new Error('There are no times to book')
  return { from, to }
}

// Holdings of one space do not overlap, but those of several may: only what ended before every later time may be passed by.
const isOver = (holding: Holding | undefined, time: TimeToBook): boolean =>
  holding !== undefined && Temporal.Instant.compare(holding.to, time.startsAt) <= 0

const overlap = (holding: Holding, time: TimeToBook): boolean =>
  Temporal.Instant.compare(holding.from, time.endsAt) < 0 && Temporal.Instant.compare(time.startsAt, holding.to) < 0
