import type { ReadTx } from '../../../platform/database/index.ts'
import { dayNumberOf, parseDayNumber } from '../../../platform/day-number.ts'
import type { Day } from '../../../platform/day.ts'
import { getCommitment, listReadings } from '../commitment.queries.ts'
import { listEvidence } from '../evidence.queries.ts'
import { findGoingOn } from '../revision/life.queries.ts'
import { listReservationsOf } from '../reservation.queries.ts'
import { holdBackOf } from '../reservation.rules.ts'
import { planOfCommitment } from '../standings.ts'
import { inOrderOfDays } from '../state/fulfil.rules.ts'
import { standingOn } from '../state/state.rules.ts'
import { tracePeriods } from '../state/trace.rules.ts'

/** A promise with everything its page tells, as of a day. Throws Refused('commitment_not_found'). */
export const loadPromise = async (tx: ReadTx, commitmentId: string, day: Day) => {
  const commitment = await getCommitment(tx, commitmentId)
  const evidence = await listEvidence(tx, commitment.commitmentId)
  const readings = await listReadings(tx, commitment.commitmentId)
  const dated = evidence
    .filter((piece) => !piece.isCancelled)
    .map((piece) => ({ on: parseDayNumber(piece.happenedOn), quantity: piece.quantity }))
  const reservations = await listReservationsOf(tx, commitment.commitmentId, day)
  const held = reservations.map(({ until, settlement }) => holdBackOf(until, settlement))
  const plan = planOfCommitment(commitment, day)
  const days = inOrderOfDays(dated)
  const on = dayNumberOf(day)
  return {
    commitment,
    isWithdrawn: readings.at(-1)?.isWithdrawn ?? false,
    standing: standingOn(plan, days, on, held),
    periods: tracePeriods(plan, days, on),
    evidence: evidence.filter((piece) => piece.happenedOn <= day.toString()),
    readings,
    reservations,
    goesOn: await findGoingOn(tx, commitment, day),
    day,
  }
}
