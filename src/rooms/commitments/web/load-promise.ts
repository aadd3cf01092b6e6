import type { ReadTx } from '../../../platform/database/index.ts'
import { dayNumberOf, parseDayNumber } from '../../../platform/day-number.ts'
import type { Day } from '../../../platform/day.ts'
import { getCommitment, listReadings } from '../commitment.queries.ts'
import { listEvidence } from '../evidence.queries.ts'
import { planOfCommitment } from '../standings.ts'
import { standingOn } from '../state/state.rules.ts'
import { tracePeriods } from '../state/trace.rules.ts'

/** A promise with everything its page tells, as of a day. Throws Refused('commitment_not_found'). */
export const loadPromise = async (tx: ReadTx, commitmentId: string, day: Day) => {
  const commitment = await getCommitment(tx, commitmentId)
  const evidence = await listEvidence(tx, commitment.commitmentId)
  const readings = await listReadings(tx, commitment.commitmentId)
  const days = evidence
    .filter((piece) => !piece.isCancelled)
    .map((piece) => ({ on: parseDayNumber(piece.happenedOn), quantity: piece.quantity }))
    .toReversed()
  const plan = planOfCommitment(commitment, day)
  const on = dayNumberOf(day)
  return {
    commitment,
    isWithdrawn: readings.at(-1)?.isWithdrawn ?? false,
    standing: standingOn(plan, days, on),
    periods: tracePeriods(plan, days, on),
    evidence: evidence.filter((piece) => piece.happenedOn <= day.toString()),
    readings,
    day,
  }
}
