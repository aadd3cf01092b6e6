import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import type { AnswerCode } from './no-reason.ts'

/** What a mail tells of a booking. */
export interface ToldBooking {
  readonly bookingId: string
  readonly venueId: string
  readonly venue: string
  readonly purpose: string
  readonly state: string
  readonly answer: string
  readonly answerCode: AnswerCode | null
  readonly isConfirmed: boolean
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly occurrenceId: string | null
  readonly releaseDays: number | null
  /** How many times were asked for, and answered alike, at one go. */
  readonly times: number
  readonly askedBy: string
  readonly organisationId: string
  readonly plan: string | null
  readonly keeperOrganisationId: string | null
  readonly keeperPlan: string | null
}

const told = sql`b.booking_id as "bookingId", v.venue_id as "venueId", v.name as venue, b.purpose, b.state, b.answer, b.answer_code as "answerCode",
  b.confirmed_at is not null as "isConfirmed",
  lower(b.booked_during) as "from", upper(b.booked_during) as "to", b.occurrence_id as "occurrenceId",
  v.release_days as "releaseDays", b.asked_by as "askedBy",
  (select count(distinct alike.booked_during)::int from booking alike join space q on q.space_id = alike.space_id
    where q.venue_id = v.venue_id and alike.asked_at = b.asked_at and alike.asked_by = b.asked_by and alike.purpose = b.purpose
      and alike.state = b.state and alike.answered_at is not distinct from b.answered_at) as times,
  b.organisation_id as "organisationId",
  (select n.name from occurrence o join plan n on n.plan_id = o.plan_id where o.occurrence_id = b.occurrence_id) as plan,
  v.organisation_id as "keeperOrganisationId", (select n.name from plan n where n.plan_id = v.plan_id) as "keeperPlan"
  from booking b join space p using (space_id) join venue v using (venue_id)`

/** The booking of this id; undefined where it is gone. */
export const findToldBooking = async (tx: ReadTx, bookingId: string): Promise<ToldBooking | undefined> => {
  const { rows } = await sql<ToldBooking>`select ${told} where b.booking_id = ${bookingId}::uuid`.execute(tx)
  return rows[0]
}

/** The latest booking a time has or asks for; undefined where it has none. */
export const findBookingOfTime = async (tx: ReadTx, occurrenceId: string): Promise<ToldBooking | undefined> => {
  const { rows } = await sql<ToldBooking>`select ${told} where b.occurrence_id = ${occurrenceId}::uuid
    and b.state in ('approved', 'requested') order by b.asked_at desc limit 1`.execute(tx)
  return rows[0]
}
