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

type Judged = Pick<Commitment, 'kind' | 'notation' | 'inForceDuring'> &
  Partial<Pick<Commitment, 'judgedFrom' | 'meantDuring'>>

/**
 * The days a promise is judged over, seen from a day: from where it began, perhaps in an earlier version, to where its version is to end.
 * That the next version came before is known from the day it did, so that a day before is told as it was.
 */
export const judgedSpan = ({ inForceDuring, judgedFrom, meantDuring }: Judged, day: Day): DaySpan => {
  const { from, to } = inForceDuring
  const hasEnded = to !== null && Temporal.PlainDate.compare(day, to) > 0
  return { from: judgedFrom ?? from, to: hasEnded ? to : (meantDuring ?? inForceDuring).to }
}

/** A promise's rules laid over the days it is judged, seen from a day. `until`: a day to look as far as, where nothing ends. */
export const planOfCommitment = (commitment: Judged, day: Day, until: Day = day): Plan =>
  planOf(parseNotation(commitment.notation), validityOf(judgedSpan(commitment, day), until), commitment.kind)

/** What is wrong with a term in an agreement's days, seen from a day; null where nothing is. */
export const troubleWith = (commitment: Judged, day: Day): TermTrouble | null => {
  const { notation, kind } = commitment
  return troublesIn(parseNotation(notation), validityOf(judgedSpan(commitment, day), day), kind)[0] ?? null
}

type JudgedById = Judged & Pick<Commitment, 'commitmentId' | 'agreementVersionId'>

/** How each of the promises stands at the end of the day, from evidence and settled reservations until then; by commitment id. */
export const listStandings = async (tx: ReadTx, commitments: readonly JudgedById[], day: Day): Promise<Standings> => {
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
