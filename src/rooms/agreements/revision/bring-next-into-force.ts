import { refuseOn, writeDaySpan, type WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import type { AgreementVersion } from '../agreement.ts'
import { insertVersion, letVersionsOverlap, requireOneInForce, succeedVersion } from '../agreement.queries.ts'
import type { AgreementDocument } from '../agreement-format.ts'
import { copyParties, type NamedPostIn } from '../party.queries.ts'
import type { StandingClause } from './carry-clauses.rules.ts'
import { insertClauses } from './clause.queries.ts'
import { spanOfNext } from './next-version.rules.ts'

interface Next {
  /** The version that is succeeded. */
  readonly before: AgreementVersion
  readonly document: AgreementDocument
  readonly clauses: readonly StandingClause[]
  readonly from: Day
  /** The posts that activities name no more. */
  readonly leaving: readonly NamedPostIn[]
  readonly confirmedAt: Temporal.Instant
  readonly confirmedBy: string
  readonly today: Day
}

/**
 * Writes the version that follows another, with its clauses, the same parties and the posts that stay, and ends the one before the day
 * before. Answers with its id. Throws as `spanOfNext`, or Refused('version_overlaps_another').
 */
export const bringNextIntoForce = async (tx: WriteTx, next: Next): Promise<string> => {
  const { before, document, from } = next
  const span = spanOfNext({ ...next, inForceDuring: before.inForceDuring })
  const agreementVersionId = newId<'agreement_version'>()
  // Who leads the forum does so by the version before: it ends when the next stands, and not until then.
  await letVersionsOverlap(tx)
  await insertVersion(tx, {
    agreementVersionId,
    agreementId: before.agreementId,
    number: before.number + 1,
    inForceDuring: writeDaySpan(span),
    document,
    sourceDocumentId: before.sourceDocumentId,
    isPublished: before.isPublished,
    confirmedAt: next.confirmedAt,
    confirmedBy: next.confirmedBy,
  })
  await copyParties(tx, { from: before.agreementVersionId, to: agreementVersionId }, next.leaving)
  await insertClauses(tx, agreementVersionId, next.clauses)
  await succeedVersion(tx, before.agreementVersionId, from)
  try {
    await requireOneInForce(tx)
  } catch (error) {
    throw refuseOn(error, { agreement_one_version_in_force_at_a_time: () => new Refused('version_overlaps_another') })
  }
  return agreementVersionId
}
