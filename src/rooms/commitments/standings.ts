import { type DaySpan, type ReadTx } from '../../platform/database/index.ts'
import { dayNumberOf } from '../../platform/day-number.ts'
import type { Day } from '../../platform/day.ts'
import type { Commitment } from './commitment.ts'
import { listEvidenceDays } from './evidence.queries.ts'
import { parseNotation } from './notation.ts'
import { listHoldBacks } from './reservation.queries.ts'
import type { Validity } from './state/periods.rules.ts'
import type { Standing } from './state/state.ts'
import { type Plan, planOf, standingOn } from './state/state.rules.ts'
import { type TermTrouble, troublesIn } from './state/term-trouble.rules.ts'

/** A promise and how it stands on the day asked. */
export type Standings = ReadonlyMap<string, Standing>

/** How far ahead an agreement without an end is looked at, in days. */
const horizonDays = 4 * 366

/** The days a version is judged over; without an end, some years past the day asked. */
export const validityOf = (span: DaySpan, day: Day): Validity => ({
  from: span.from === null ? dayNumberOf(day) - horizonDays : dayNumberOf(span.from),
  to: span.to === null ? dayNumberOf(day) + horizonDays : dayNumberOf(span.to),
})

/** A promise's rules laid over its agreement's days, seen from a day. */
export const planOfCommitment = (commitment: Pick<Judged, 'notation' | 'kind' | 'inForceDuring'>, day: Day): Plan =>
  planOf(parseNotation(commitment.notation), validityOf(commitment.inForceDuring, day), commitment.kind)

/** What is wrong with a term in an agreement's days, seen from a day; null where nothing is. */
export const troubleWith = (
  commitment: Pick<Judged, 'notation' | 'kind' | 'inForceDuring'>,
  day: Day,
): TermTrouble | null => {
  const { notation, kind, inForceDuring } = commitment
  return troublesIn(parseNotation(notation), validityOf(inForceDuring, day), kind)[0] ?? null
}

type Judged = Pick<Commitment, 'commitmentId' | 'agreementVersionId' | 'kind' | 'notation'> & {
  readonly inForceDuring: DaySpan
}

/** How each of the promises stands at the end of the day, from evidence and settled reservations until then; by commitment id. */
export const listStandings = async (tx: ReadTx, commitments: readonly Judged[], day: Day): Promise<Standings> => {
  const versions = [...new Set(commitments.map((commitment) => commitment.agreementVersionId))]
  const evidence = await listEvidenceDays(tx, versions)
  const holdBacks = await listHoldBacks(tx, versions, day)
  const on = dayNumberOf(day)
  return new Map(
    commitments.map((commitment) => {
      const plan = planOfCommitment(commitment, day)
      const { commitmentId } = commitment
      return [commitmentId, standingOn(plan, evidence.get(commitmentId) ?? [], on, holdBacks.get(commitmentId))]
    }),
  )
}
