import { sql } from 'kysely'
import { type ReadTx, refuseOn, type WriteTx } from '../../platform/database/index.ts'
import { newId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'

/** From a moment to a moment, the last left out, as a `tstzrange`. */
export const momentSpan = (from: Temporal.Instant, to: Temporal.Instant): string =>
  `[${from.toString()},${to.toString()})`

/** The spaces of a venue, or the one asked for. */
export const listSpacesOf = async (tx: ReadTx, venueId: string, spaceId: string | null): Promise<string[]> => {
  const rows = await tx
    .selectFrom('space')
    .select('space_id')
    .where('venue_id', '=', venueId)
    .$if(spaceId !== null, (query) => query.where('space_id', '=', spaceId ?? ''))
    .orderBy('space_id')
    .execute()
  return rows.map(({ space_id }) => space_id)
}

/** Lets one at a time book in some spaces, until the transaction ends. */
export const lockSpaces = async (tx: WriteTx, spaceIds: readonly string[]): Promise<void> => {
  for (const spaceId of spaceIds.toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended('space:' || ${spaceId}, 0))`.execute(tx)
}

/** An approved booking that holds some of the time asked for. */
export interface Holding {
  readonly spaceId: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly occurrenceId: string | null
  readonly organisationId: string
}

/** What holds the spaces within a span, in order. */
export const listHoldings = async (
  tx: ReadTx,
  spaceIds: readonly string[],
  span: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<Holding[]> => {
  const { rows } = await sql<{
    spaceId: string
    from: Temporal.Instant
    to: Temporal.Instant
    occurrenceId: string | null
    organisationId: string
  }>`
    select space_id as "spaceId", lower(booked_during) as "from", upper(booked_during) as "to", occurrence_id as "occurrenceId",
      organisation_id as "organisationId"
    from booking where space_id = any (${[...spaceIds]}::uuid[]) and state = 'approved'
      and booked_during && ${momentSpan(span.from, span.to)}::tstzrange
    order by lower(booked_during)`.execute(tx)
  return rows
}

export interface NewBooking {
  readonly spaceId: string
  readonly occurrenceId: string | null
  readonly organisationId: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly purpose: string
  readonly state: 'requested' | 'approved'
  readonly askedAt: Temporal.Instant
  readonly askedBy: string
}

/** Writes bookings. Answers with their ids, in the order given. Throws Refused('venue_taken') where another holds some of the time. */
export const insertBookings = async (tx: WriteTx, bookings: readonly NewBooking[]): Promise<string[]> => {
  const rows = bookings.map((one) => ({
    booking_id: newId<'booking'>(),
    space_id: one.spaceId,
    occurrence_id: one.occurrenceId,
    organisation_id: one.organisationId,
    booked_during: momentSpan(one.from, one.to),
    purpose: one.purpose,
    state: one.state,
    asked_at: one.askedAt,
    asked_by: one.askedBy,
    ...(one.state === 'approved' ? { answered_at: one.askedAt, answered_by: one.askedBy } : {}),
  }))
  try {
    for (let first = 0; first < rows.length; first += 2000)
      await tx
        .insertInto('booking')
        .values(rows.slice(first, first + 2000))
        .execute()
    return rows.map(({ booking_id }) => booking_id)
  } catch (error) {
    throw refuseOn(error, { venue_booked_once_at_a_time: () => new Refused('venue_taken') })
  }
}

/** Gives up what some times have booked. */
export const cancelBookingsOf = async (tx: WriteTx, occurrenceIds: readonly string[]): Promise<void> => {
  await sql`update booking set state = 'cancelled', version = version + 1
    where occurrence_id = any (${[...occurrenceIds]}::uuid[]) and state in ('requested', 'approved')`.execute(tx)
}

/** What else holds a venue within a span, or one of its spaces, beside an activity of one's own. */
export const listHoldingsBeside = async (
  tx: ReadTx,
  place: { readonly venueId: string; readonly spaceId: string | null; readonly seriesId: string | null },
  span: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<Pick<Holding, 'from' | 'to'>[]> => {
  const { rows } = await sql<Pick<Holding, 'from' | 'to'>>`
    select lower(b.booked_during) as "from", upper(b.booked_during) as "to"
    from space p join booking b on b.space_id = p.space_id left join occurrence o on o.occurrence_id = b.occurrence_id
    where p.venue_id = ${place.venueId}::uuid and (${place.spaceId}::uuid is null or p.space_id = ${place.spaceId}::uuid)
      and b.state = 'approved' and b.booked_during && ${momentSpan(span.from, span.to)}::tstzrange
      and o.series_id is distinct from ${place.seriesId}::uuid`.execute(tx)
  return rows
}
