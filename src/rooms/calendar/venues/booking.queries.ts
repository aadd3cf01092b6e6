import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { findId } from '../../../platform/id.ts'
import { momentSpan } from '../booking.queries.ts'
import { bookingStates, type ListedBooking } from './booking.ts'
import { type AnswerCode, answerCodes } from './no-reason.ts'

interface BookingRow extends Omit<ListedBooking, 'state' | 'version' | 'answerCode'> {
  readonly state: string
  readonly answerCode: string | null
  readonly version: string
}

const toListed = ({ state, version, answerCode, ...row }: BookingRow): ListedBooking => ({
  ...row,
  version: Number(version),
  answerCode: answerCodes.find((one) => one === answerCode) ?? null,
  state: bookingStates.find((one) => one === state) ?? 'cancelled',
})

const columns = sql`min(b.booking_id::text) as "bookingId", sum(b.version) + count(*) as version, v.venue_id as "venueId", v.name as venue,
  case when count(*) = (select count(*) from space all_of where all_of.venue_id = v.venue_id) then ''
    else string_agg(p.name, ', ' order by p.name) end as spaces,
  lower(b.booked_during) as "from", upper(b.booked_during) as "to", g.name as organisation, b.purpose, b.state, b.answer,
  b.answer_code as "answerCode", b.occurrence_id as "occurrenceId", min(b.confirmed_at) as "confirmedAt",
  case when v.organisation_id is distinct from b.organisation_id then v.release_days end as "releaseDays"`

const parts = sql`booking b join space p using (space_id) join venue v using (venue_id)
  join organisation g on g.organisation_id = b.organisation_id`

// The rows of one booking are alike but for their spaces.
const grouping = sql`v.venue_id, v.name, v.release_days, v.organisation_id, b.booked_during, b.organisation_id, g.name, b.purpose, b.state,
  b.answer, b.answer_code, b.occurrence_id, b.asked_at, b.asked_by, b.answered_at`

/** What holds a venue, or asks to, within a span, in order. */
export const listBookingsOf = async (
  tx: ReadTx,
  venueId: string,
  span: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<ListedBooking[]> => {
  const { rows } = await sql<BookingRow>`select ${columns} from ${parts}
    where v.venue_id = ${venueId}::uuid and b.booked_during && ${momentSpan(span.from, span.to)}::tstzrange
      and b.state in ('requested', 'approved')
    group by ${grouping} order by lower(b.booked_during), v.name`.execute(tx)
  return rows.map(toListed)
}

/** What the actor's organisation has booked or asked for, from a moment on, in order. */
export const listOwnBookings = async (
  tx: ReadTx,
  { from, most }: { readonly from: Temporal.Instant; readonly most: number },
): Promise<ListedBooking[]> => {
  const { rows } = await sql<BookingRow>`select ${columns} from ${parts}
    where b.organisation_id in (select acting_organisations()) and upper(b.booked_during) > ${from}::timestamptz
      and (b.state in ('requested', 'approved', 'refused', 'released'))
    group by ${grouping} order by lower(b.booked_during), v.name limit ${most}`.execute(tx)
  return rows.map(toListed)
}

/** A row of a booking, held until the transaction ends. */
interface BookingPart {
  readonly bookingId: string
  readonly spaceId: string
  readonly venueId: string
  readonly occurrenceId: string | null
  readonly organisationId: string
  readonly state: string
  readonly version: number
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly purpose: string
}

const partColumns = sql`b.booking_id as "bookingId", b.space_id as "spaceId", p.venue_id as "venueId", b.occurrence_id as "occurrenceId",
  b.organisation_id as "organisationId", b.state, b.version, lower(b.booked_during) as "from", upper(b.booked_during) as "to", b.purpose`

/** All rows of the booking that one row belongs to, held until the transaction ends; none where there is no such booking. */
export const listPartsForUpdate = async (tx: WriteTx, bookingId: string): Promise<BookingPart[]> => {
  const id = findId(bookingId)
  if (id === undefined) return []
  const { rows } = await sql<BookingPart>`select ${partColumns}
    from booking one join booking b on b.organisation_id = one.organisation_id and b.booked_during = one.booked_during
      and b.occurrence_id is not distinct from one.occurrence_id and b.asked_at = one.asked_at and b.asked_by = one.asked_by
      and b.state = one.state
    join space p on p.space_id = b.space_id
    where one.booking_id = ${id}::uuid order by b.booking_id for update of b`.execute(tx)
  return rows
}

interface BookingChange {
  readonly state: 'approved' | 'refused' | 'released' | 'cancelled'
  readonly at: Temporal.Instant
  readonly by: string
  readonly answer?: string
  readonly answerCode?: AnswerCode | null
}

/** Writes a new state of bookings, with who said so. */
export const settleBookings = async (
  tx: WriteTx,
  bookingIds: readonly string[],
  { state, at, by, answer, answerCode }: BookingChange,
): Promise<void> => {
  if (bookingIds.length === 0) return
  await sql`update booking set state = ${state}, answered_at = ${at}, answered_by = ${by}, answer = ${answer ?? ''},
      answer_code = ${answerCode ?? null}, version = version + 1
    where booking_id = any (${[...bookingIds]}::uuid[])`.execute(tx)
}

/** Writes that a booking will be used. */
export const confirmBookings = async (
  tx: WriteTx,
  bookingIds: readonly string[],
  at: Temporal.Instant,
): Promise<void> => {
  await sql`update booking set confirmed_at = ${at}, version = version + 1
    where booking_id = any (${[...bookingIds]}::uuid[])`.execute(tx)
}

/** What is booked or asked for everywhere within a span, and is not in the calendar. */
export const listBookingsApart = async (
  tx: ReadTx,
  span: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<ListedBooking[]> => {
  const { rows } = await sql<BookingRow>`select ${columns} from ${parts}
    where b.occurrence_id is null and b.booked_during && ${momentSpan(span.from, span.to)}::tstzrange
      and b.state in ('requested', 'approved')
    group by ${grouping} order by lower(b.booked_during), v.name`.execute(tx)
  return rows.map(toListed)
}
