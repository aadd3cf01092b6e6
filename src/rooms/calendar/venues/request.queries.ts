import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { findId } from '../../../platform/id.ts'
import type { VenueRequest } from './booking.ts'
import { minuteOf } from './minutes.ts'
import type { Requested } from './requests.rules.ts'

// What is asked at one go: by one, at one moment, for one purpose. It is named by one of its bookings.
const alike = sql`one.asked_at = b.asked_at and one.asked_by = b.asked_by and one.organisation_id = b.organisation_id
  and one.purpose = b.purpose`

const stampOf = sql`count(*) || '.' || sum(b.version)`

/** What waits for an answer at the venues the actor keeps, or at one of them, the oldest first. */
export const listRequests = async (
  tx: ReadTx,
  { venueId, now }: { readonly venueId: string; readonly now: Temporal.Instant },
): Promise<VenueRequest[]> => {
  const id = findId(venueId)
  if (id === undefined) return []
  const { rows } = await sql<
    Omit<VenueRequest, 'first'> & { readonly from: Temporal.Instant; readonly to: Temporal.Instant }
  >`
    select min(b.booking_id::text) as "requestId", ${stampOf} as stamp, p.venue_id as "venueId", g.name as organisation, b.purpose,
      string_agg(distinct p.name, ', ') as spaces, count(distinct b.booked_during)::int as times,
      min(lower(b.booked_during)) as "from", (array_agg(upper(b.booked_during) order by lower(b.booked_during)))[1] as "to",
      max(lower(b.booked_during)) as last,
      count(distinct b.booked_during) filter (where exists (select from booking h where h.space_id = b.space_id
        and h.booked_during && b.booked_during and h.state = 'approved'))::int as taken,
      count(distinct b.booked_during) filter (where exists (select from booking h where h.space_id = b.space_id
        and h.booked_during && b.booked_during and h.state = 'requested' and h.asked_at > ${now}::timestamptz - interval '1 year'
        and (h.asked_at, h.asked_by, h.purpose) <> (b.asked_at, b.asked_by, b.purpose)))::int as rivals
    from booking b join space p using (space_id) join organisation g on g.organisation_id = b.organisation_id
    where p.venue_id = ${id}::uuid and b.state = 'requested' and lower(b.booked_during) > ${now}::timestamptz
    group by p.venue_id, g.name, b.purpose, b.asked_at, b.asked_by, b.organisation_id
    order by b.asked_at, 1`.execute(tx)
  return rows.map(({ from, to, ...row }) => ({ ...row, first: { from, to } }))
}

/** How many wait for an answer, by venue. */
export const countRequests = async (tx: ReadTx, now: Temporal.Instant): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ venueId: string; count: number }>`
    select p.venue_id as "venueId", count(distinct (b.asked_at, b.asked_by, b.purpose))::int as count
    from booking b join space p using (space_id)
    where b.state = 'requested' and lower(b.booked_during) > ${now}::timestamptz group by p.venue_id`.execute(tx)
  return new Map(rows.map(({ venueId, count }) => [venueId, count]))
}

interface RequestedRow {
  readonly bookingId: string
  readonly spaceId: string
  readonly occurrenceId: string | null
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

const columns = sql`b.booking_id as "bookingId", b.space_id as "spaceId", b.occurrence_id as "occurrenceId",
  lower(b.booked_during) as "from", upper(b.booked_during) as "to"`

const toRequested = ({ from, to, ...row }: RequestedRow): Requested => ({
  ...row,
  from: minuteOf(from),
  to: minuteOf(to),
})

/** All that was asked at one go and is still to come, held until the transaction ends; undefined where it was answered. */
export const findRequestForUpdate = async (
  tx: WriteTx,
  { requestId, venueId, now }: { readonly requestId: string; readonly venueId: string; readonly now: Temporal.Instant },
): Promise<{ bookings: readonly Requested[]; spaceIds: readonly string[]; stamp: string } | undefined> => {
  const [id, place] = [findId(requestId), findId(venueId)]
  if (id === undefined || place === undefined) return undefined
  const { rows } = await sql<RequestedRow & { version: number }>`select ${columns}, b.version
    from booking one join booking b on ${alike} join space p on p.space_id = b.space_id
    where one.booking_id = ${id}::uuid and p.venue_id = ${place}::uuid and b.state = 'requested'
      and lower(b.booked_during) > ${now}::timestamptz
    order by b.booked_during, b.booking_id for update of b`.execute(tx)
  if (rows.length === 0) return undefined
  const versions = rows.reduce((sum, { version }) => sum + version, 0)
  return {
    bookings: rows.map(toRequested),
    spaceIds: [...new Set(rows.map(({ spaceId }) => spaceId))],
    stamp: `${rows.length}.${versions}`,
  }
}

/** What holds or asks for some spaces within the span of what is asked, beside that itself. */
export const listBeside = async (
  tx: WriteTx,
  asked: { readonly bookings: readonly Requested[]; readonly spaceIds: readonly string[] },
  state: 'approved' | 'requested',
): Promise<Requested[]> => {
  const ids = asked.bookings.map(({ bookingId }) => bookingId)
  const { rows } = await sql<RequestedRow>`select ${columns} from booking b
    where b.space_id = any (${[...asked.spaceIds]}::uuid[]) and b.state = ${state} and b.booking_id <> all (${ids}::uuid[])
      and exists (select from booking one where one.booking_id = any (${ids}::uuid[]) and one.space_id = b.space_id
        and one.booked_during && b.booked_during)
    order by b.asked_at, b.booking_id for update`.execute(tx)
  return rows.map(toRequested)
}

/** Every space of the bookings that some of their rows belong to: a booking of several spaces is given or refused whole. */
export const listWholeBookings = async (tx: WriteTx, bookingIds: readonly string[]): Promise<Requested[]> => {
  const { rows } = await sql<RequestedRow>`select distinct ${columns}
    from booking one join booking b on ${alike} and b.booked_during = one.booked_during and b.state = one.state
      and b.occurrence_id is not distinct from one.occurrence_id
    where one.booking_id = any (${[...bookingIds]}::uuid[])`.execute(tx)
  return rows.map(toRequested)
}

/** Of some bookings, the first of each that were asked for at one go and are now alike. */
export const listFirstOfEach = async (tx: ReadTx, bookingIds: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ bookingId: string }>`
    select distinct on (asked_by, asked_at, purpose, state) booking_id as "bookingId" from booking
    where booking_id = any (${[...bookingIds]}::uuid[])
    order by asked_by, asked_at, purpose, state, booked_during`.execute(tx)
  return rows.map(({ bookingId }) => bookingId)
}
