import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'
import { holdBackOf, type Reserved, type Settlement } from './reservation.rules.ts'
import type { Reservation } from './reservation.ts'
import type { HoldBack } from './state/state.ts'

/** Writes a version's reservations and what hangs on them; the version's promises are there already. */
export const insertReservations = async (
  tx: WriteTx,
  agreementVersionId: string,
  reserved: readonly Reserved[],
): Promise<void> => {
  for (const [position, reservation] of reserved.entries()) {
    const reservationId = newId<'reservation'>()
    await tx
      .insertInto('reservation')
      .values({
        reservation_id: reservationId,
        agreement_version_id: agreementVersionId,
        activity_id: reservation.activityId,
        position,
        text: reservation.text,
        until_on: reservation.until,
        source_line: reservation.sourceLine,
      })
      .execute()
    await sql`
      insert into reservation_promise (commitment_id, reservation_id)
      select c.commitment_id, ${reservationId}::uuid from commitment c
      where c.agreement_version_id = ${agreementVersionId} and c.reading_id = any (${[...reservation.promises]}::text[])`.execute(
      tx,
    )
  }
}

type ReservationRow = Omit<Reservation, 'settlement'> & {
  readonly outcome: Settlement['outcome'] | null
  readonly endedOn: string | null
  readonly settledOn: string | null
}

const selectReservations = (day: Day) => sql`
  select r.reservation_id as "reservationId", r.activity_id as "activityId", r.text, r.until_on as until,
    r.source_line as "sourceLine", s.outcome, s.ended_on as "endedOn", s.settled_on as "settledOn",
    (select count(*)::int from reservation_settlement n where n.reservation_id = r.reservation_id) as settlements,
    array(select c.reading_id from reservation_promise p join commitment c using (commitment_id)
      where p.reservation_id = r.reservation_id order by c.position, c.reading_id) as promises
  from reservation r left join lateral (
    select * from reservation_settlement n where n.reservation_id = r.reservation_id and n.settled_on <= ${day.toString()}::date
    order by n.number desc limit 1) s on true`

const toReservation = ({ outcome, endedOn, settledOn, ...row }: ReservationRow): Reservation => ({
  ...row,
  settlement: outcome === null || settledOn === null ? null : { outcome, endedOn, settledOn },
})

/** The reservations of a version the actor may see, in the order of the text, as they stood on the day. */
export const listReservations = async (tx: ReadTx, agreementVersionId: string, day: Day): Promise<Reservation[]> => {
  const { rows } = await sql<ReservationRow>`${selectReservations(day)}
    where r.agreement_version_id = ${agreementVersionId} order by r.position`.execute(tx)
  return rows.map(toReservation)
}

/** The reservations a promise hangs on, as they stood on the day. */
export const listReservationsOf = async (tx: ReadTx, commitmentId: string, day: Day): Promise<Reservation[]> => {
  const { rows } = await sql<ReservationRow>`${selectReservations(day)}
    where r.reservation_id in (select p.reservation_id from reservation_promise p where p.commitment_id = ${commitmentId})
    order by r.position`.execute(tx)
  return rows.map(toReservation)
}

/** What holds the promises of these versions back on a day, by commitment id; promises that hang on nothing are left out. */
export const listHoldBacks = async (
  tx: ReadTx,
  versionIds: readonly string[],
  day: Day,
): Promise<Map<string, HoldBack[]>> => {
  if (versionIds.length === 0) return new Map()
  const { rows } = await sql<{
    commitmentId: string
    until: string | null
    outcome: Settlement['outcome'] | null
    endedOn: string | null
    settledOn: string | null
  }>`
    select p.commitment_id as "commitmentId", r.until_on as until, s.outcome, s.ended_on as "endedOn", s.settled_on as "settledOn"
    from reservation r join reservation_promise p using (reservation_id) left join lateral (
      select * from reservation_settlement n where n.reservation_id = r.reservation_id and n.settled_on <= ${day.toString()}::date
      order by n.number desc limit 1) s on true
    where r.agreement_version_id = any (${[...versionIds]}::uuid[])
    order by r.position`.execute(tx)
  const held = new Map<string, HoldBack[]>()
  for (const { commitmentId, until, outcome, endedOn, settledOn } of rows) {
    const settlement = outcome === null || settledOn === null ? null : { outcome, endedOn, settledOn }
    held.set(commitmentId, [...(held.get(commitmentId) ?? []), holdBackOf(until, settlement)])
  }
  return held
}

/** Where a reservation stands: its version and agreement; undefined where the actor may see none such. */
export const findReservationPlace = async (tx: ReadTx, reservationId: string) => {
  const { rows } = await sql<{ reservationId: string; agreementVersionId: string; slug: string }>`
    select r.reservation_id as "reservationId", r.agreement_version_id as "agreementVersionId", a.slug
    from reservation r join agreement_version v using (agreement_version_id) join agreement a using (agreement_id)
    where r.reservation_id::text = ${reservationId}`.execute(tx)
  return rows[0]
}

interface ReservationForUpdate {
  readonly slug: string
  readonly agreementVersionId: string
  readonly activityId: string
  readonly from: string | null
  readonly settlements: number
}

/** A reservation locked until the transaction ends, with the first and last day of its version. Throws Refused('reservation_not_found'). */
export const getReservationForUpdate = async (tx: WriteTx, reservationId: string) => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${reservationId}, 0))`.execute(tx)
  const { rows } = await sql<ReservationForUpdate>`
    select a.slug, r.agreement_version_id as "agreementVersionId", r.activity_id as "activityId", lower(v.in_force_during) as from,
      (select count(*)::int from reservation_settlement n where n.reservation_id = r.reservation_id) as settlements
    from reservation r join agreement_version v using (agreement_version_id) join agreement a using (agreement_id)
    where r.reservation_id::text = ${reservationId}`.execute(tx)
  const row = rows[0]
  if (!row) throw new Refused('reservation_not_found')
  return row
}

interface NewSettlement extends Settlement {
  readonly reservationId: string
  readonly number: number
  readonly settledBy: string
  readonly settledAt: Temporal.Instant
}

/** Writes what became of a reservation; what was said before stays. */
export const insertSettlement = (tx: WriteTx, settlement: NewSettlement) =>
  tx
    .insertInto('reservation_settlement')
    .values({
      reservation_id: settlement.reservationId,
      number: settlement.number,
      outcome: settlement.outcome,
      ended_on: settlement.endedOn,
      settled_on: settlement.settledOn,
      settled_by: settlement.settledBy,
      settled_at: settlement.settledAt,
    })
    .execute()
