import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { findId } from '../../../platform/id.ts'
import type { GivenPlace } from './booking.ts'

/** What others than whoever has a venue are to have there, those asked for at one go together, the soonest first. */
export const listGiven = async (
  tx: ReadTx,
  { venueId, now }: { readonly venueId: string; readonly now: Temporal.Instant },
): Promise<GivenPlace[]> => {
  const id = findId(venueId)
  if (id === undefined) return []
  const { rows } = await sql<Omit<GivenPlace, 'starts'> & { readonly starts: readonly string[] }>`
    select min(b.booking_id::text) as "bookingId", count(*) || '.' || sum(b.version) as stamp, g.name as organisation, b.purpose,
      string_agg(distinct nullif(p.name, ''), ', ') as spaces, min(lower(b.booked_during)) as "from",
      (array_agg(upper(b.booked_during) order by lower(b.booked_during)))[1] as "to",
      array_agg(distinct to_char(lower(b.booked_during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) as starts
    from booking b join space p using (space_id) join venue v using (venue_id) join organisation g on g.organisation_id = b.organisation_id
    where v.venue_id = ${id}::uuid and b.state = 'approved' and lower(b.booked_during) > ${now}::timestamptz
      and b.organisation_id is distinct from v.organisation_id
    group by g.name, b.purpose, b.asked_at, b.asked_by, b.organisation_id
    order by min(lower(b.booked_during)), 1`.execute(tx)
  return rows.map(({ starts, spaces, ...row }) => ({
    ...row,
    spaces: spaces ?? '',
    starts: starts.map((start) => Temporal.Instant.from(start)),
  }))
}

export interface GivenBooking {
  readonly bookingId: string
  readonly venueId: string
  readonly occurrenceId: string | null
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** All that is to come of what was given at one go, held until the transaction ends; undefined where there is no more of it. */
export const findGivenForUpdate = async (
  tx: WriteTx,
  { bookingId, venueId, now }: { readonly bookingId: string; readonly venueId: string; readonly now: Temporal.Instant },
): Promise<{ bookings: readonly GivenBooking[]; stamp: string } | undefined> => {
  const [id, place] = [findId(bookingId), findId(venueId)]
  if (id === undefined || place === undefined) return undefined
  const { rows } = await sql<GivenBooking & { readonly version: number }>`
    select b.booking_id as "bookingId", p.venue_id as "venueId", b.occurrence_id as "occurrenceId",
      lower(b.booked_during) as "from", upper(b.booked_during) as "to", b.version
    from booking one join booking b on one.asked_at = b.asked_at and one.asked_by = b.asked_by
      and one.organisation_id = b.organisation_id and one.purpose = b.purpose
    join space p on p.space_id = b.space_id join venue v on v.venue_id = p.venue_id
    where one.booking_id = ${id}::uuid and p.venue_id = ${place}::uuid and b.state = 'approved'
      and lower(b.booked_during) > ${now}::timestamptz and b.organisation_id is distinct from v.organisation_id
    order by b.booked_during, b.booking_id for update of b`.execute(tx)
  if (rows.length === 0) return undefined
  return { bookings: rows, stamp: `${rows.length}.${rows.reduce((sum, { version }) => sum + version, 0)}` }
}
