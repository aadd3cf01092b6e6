import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
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
import { findVenue, listOpeningsOf } from './venue.queries.ts'
import type { Venue } from './venue.ts'
import type { Opening } from './venues/opening.ts'
import { isOpenFor } from './venues/opening.rules.ts'
import { refusalOfClosed } from './venues/refuse-closed.ts'
import { refusalOfTaken } from './venues/refuse-taken.ts'
import { queueTelling } from './venues/tell-of-booking.ts'

export interface TimeToBook {
  readonly occurrenceId: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

interface Place {
  readonly venue: Venue
  readonly openings: readonly Opening[]
  readonly spaceIds: readonly string[]
}

/**
 * Books the venue of a series for some of its times. Where something else holds it then, the time is skipped, and comes back when the
 * venue is free again; where whoever has the venue must say yes, the booking waits for it. Throws Refused('venue_not_bookable') where only
 * those who have the venue may book it, and Refused('venue_closed') where it is not open then.
 */
export const bookTimes = async (
  tx: WriteTx,
  planner: Planner,
  series: SeriesFacts,
  times: readonly TimeToBook[],
): Promise<{ skipped: number }> => {
  const place = times.length === 0 ? undefined : await findPlace(tx, series)
  if (place === undefined) return { skipped: 0 }
  const now = planner.platform.clock.now()
  const inOrder = times.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  const { open, closed } = byHours(planner.actor, place, inOrder)
  const state = await stateOfBooking(tx, planner.actor, place.venue, series)
  await lockSpaces(tx, place.spaceIds)
  const { free, taken } = byHoldings(open, await listHoldings(tx, place.spaceIds, wholeSpan(inOrder)))
  for (const { time, holding } of [...taken, ...closed.map((time) => ({ time, holding: null }))]) {
    const skippedForId = holding?.occurrenceId ?? null
    await updateOccurrence(tx, time.occurrenceId, { state: 'skipped', skippedForId }, now)
  }
  const askedBy = planner.actor.personId ?? 'system'
  const bookings = free.flatMap((time) => bookingsFor(series, place, time, { state, askedAt: now, askedBy }))
  const [first] = await insertBookings(tx, bookings)
  // What the program lays ahead at night is told in one mail to each keeper (`tell-keepers.ts`).
  const isAsked = state === 'requested' && planner.actor.personId !== system.personId
  if (isAsked && first !== undefined) await queueTelling(tx, { about: 'asked', id: first })
  return { skipped: taken.length + closed.length }
}

/** Books the venue of a series for one time, or says who has it. Throws Refused('venue_taken') beside what `bookTimes` throws. */
export const bookTime = async (tx: WriteTx, planner: Planner, series: SeriesFacts, time: TimeToBook): Promise<void> => {
  const { skipped } = await bookTimes(tx, planner, series, [time])
  const place = skipped === 0 ? undefined : await findPlace(tx, series)
  if (place === undefined) return
  const wanted = { from: time.startsAt, to: time.endsAt }
  const [holding] = await listHoldings(tx, place.spaceIds, wanted)
  throw holding === undefined ? new Refused('venue_taken') : await refusalOfTaken(tx, { ...place, ...wanted }, holding)
}

/**
 * How the place of one time would be had, without having it: at once, when whoever has it says yes, or with nothing to book. Throws as
 * `bookTime`.
 */
export const findObstacle = async (
  tx: ReadTx,
  actor: Actor,
  series: SeriesFacts,
  time: TimeToBook,
): Promise<'had' | 'asked' | 'unbooked'> => {
  const place = await findPlace(tx, series)
  if (place === undefined) return 'unbooked'
  byHours(actor, place, [time])
  const state = await stateOfBooking(tx, actor, place.venue, series)
  const wanted = { from: time.startsAt, to: time.endsAt }
  const others = await listHoldings(tx, place.spaceIds, wanted)
  const holding = others.find(({ occurrenceId }) => occurrenceId !== time.occurrenceId)
  if (holding !== undefined) throw await refusalOfTaken(tx, { ...place, ...wanted }, holding)
  return state === 'approved' ? 'had' : 'asked'
}

/** Where a series has something to book; undefined where nobody books. */
const findPlace = async (tx: ReadTx, { venueId, spaceId }: SeriesFacts): Promise<Place | undefined> => {
  const venue = venueId === null ? undefined : await findVenue(tx, venueId)
  if (venue === undefined || venue.isInformal) return undefined
  const openings = await listOpeningsOf(tx, venue.venueId)
  return { venue, openings, spaceIds: await listSpacesOf(tx, venue.venueId, spaceId) }
}

// The program lays more times of what somebody planned: hours may have changed since, and then those times do without the place.
const byHours = (actor: Actor, { venue, openings }: Place, times: readonly TimeToBook[]) => {
  const isOpen = ({ startsAt, endsAt }: TimeToBook): boolean => isOpenFor(openings, startsAt, endsAt)
  const [firstClosed] = times.filter((time) => !isOpen(time))
  if (firstClosed !== undefined && actor.personId !== system.personId)
    throw refusalOfClosed(venue, openings, firstClosed)
  return { open: times.filter(isOpen), closed: times.filter((time) => !isOpen(time)) }
}

/** Which times nothing holds, and what holds the others; both in order. */
const byHoldings = (times: readonly TimeToBook[], holdings: readonly Holding[]) => {
  const free: TimeToBook[] = []
  const taken: { time: TimeToBook; holding: Holding }[] = []
  let at = 0
  for (const time of times) {
    while (at < holdings.length && isOver(holdings[at], time)) at += 1
    const holding = holdings.slice(at).find((one) => overlap(one, time))
    if (holding === undefined) free.push(time)
    else taken.push({ time, holding })
  }
  return { free, taken }
}

const bookingsFor = (
  { organisationId, title }: SeriesFacts,
  { spaceIds }: Place,
  { occurrenceId, startsAt, endsAt }: TimeToBook,
  asked: Pick<NewBooking, 'state' | 'askedAt' | 'askedBy'>,
): NewBooking[] =>
  spaceIds.map((spaceId) => ({
    spaceId,
    occurrenceId,
    organisationId,
    from: startsAt,
    to: endsAt,
    purpose: title,
    ...asked,
  }))

/** Who books it gets it at once where it is free to all, or theirs; else whoever has it is asked. Throws Refused('venue_not_bookable'). */
export const stateOfBooking = async (
  tx: ReadTx,
  actor: Actor,
  venue: Venue,
  { organisationId, planId }: Pick<SeriesFacts, 'organisationId' | 'planId'>,
): Promise<'requested' | 'approved'> => {
  if (venue.isClosed) throw new Refused('venue_is_closed')
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
  const ends = times.map(({ endsAt }) => endsAt).toSorted(Temporal.Instant.compare)
  const [from, to] = [times[0]?.startsAt, ends.at(-1)]
  if (from === undefined || to === undefined) throw new Error('There are no times to book')
  return { from, to }
}

// Holdings of one space do not overlap, but those of several may: only what ended before every later time may be passed by.
const isOver = (holding: Holding | undefined, time: TimeToBook): boolean =>
  holding !== undefined && Temporal.Instant.compare(holding.to, time.startsAt) <= 0

const overlap = (holding: Holding, time: TimeToBook): boolean =>
  Temporal.Instant.compare(holding.from, time.endsAt) < 0 && Temporal.Instant.compare(time.startsAt, holding.to) < 0
