import type { ReadTx } from '../../../../platform/database/index.ts'
import { type AgreementVersion, clausesOf, listChangedClauses } from '../../../agreements/index.ts'
import type { Commitment } from '../../commitment.ts'
import { placeClauses, placePromises } from '../../revision/place-promises.ts'

/** A clause that a later version gave other words: which, where, and in which version. */
export interface ChangedClause {
  readonly clauseId: string
  readonly activityId: string
  readonly section: number
  readonly from: number
  readonly number: number
}

/** What the margin tells of clauses: the one each promise stands in, by the promise's id, and those that were changed. */
export interface ClauseMarks {
  readonly clauseOf: ReadonlyMap<string, string>
  readonly changed: readonly ChangedClause[]
}

export const loadClauseMarks = async (
  tx: ReadTx,
  version: AgreementVersion,
  promises: readonly Commitment[],
): Promise<ClauseMarks> => {
  const placed = placeClauses(version.document, await clausesOf(tx, version))
  const { byClause } = placePromises(version.document, placed, promises)
  const changed = await listChangedClauses(tx, version.agreementId, version.number)
  return {
    clauseOf: new Map(
      [...byClause].flatMap(([id, here]) => here.map(({ commitmentId }) => [commitmentId, id] as const)),
    ),
    changed: [...placed].flatMap(([clauseId, { clause, from }]) => {
      const number = changed.get(clauseId)
      const { activityId, section } = clause
      return number === undefined ? [] : [{ clauseId, activityId, section, from, number }]
    }),
  }
}
