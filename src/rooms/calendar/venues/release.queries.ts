import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'

interface Unconfirmed {
  readonly bookingId: string
  readonly from: Temporal.Instant
  readonly releaseDays: number
}

/**
 * Approved bookings of venues that release what nobody confirms, which nobody has confirmed and which begin within so many days beyond the
 * venue's own; those of whoever has the venue are kept. One row stands for all spaces of a booking.
 */
export const listUnconfirmed = async (
  tx: ReadTx,
  { now, warningDays }: { readonly now: Temporal.Instant; readonly warningDays: number },
): Promise<Unconfirmed[]> => {
  const { rows } = await sql<Unconfirmed>`
    select min(b.booking_id::text) as "bookingId", lower(b.booked_during) as "from", v.release_days as "releaseDays"
    from venue v join space p using (venue_id) join booking b on b.space_id = p.space_id
    where v.release_days is not null and b.state = 'approved' and b.confirmed_at is null
      and b.organisation_id is distinct from v.organisation_id and lower(b.booked_during) > ${now}::timestamptz
      and lower(b.booked_during) < ${now}::timestamptz + make_interval(days => v.release_days + ${warningDays})
    group by v.venue_id, v.release_days, b.booked_during, b.organisation_id, b.occurrence_id, b.asked_at, b.asked_by
    order by lower(b.booked_during)`.execute(tx)
  return rows
}
