import { newId } from '../../platform/id.ts'
import { writeDaySpan, type WriteTx } from '../../platform/database/index.ts'
import { insertAgreement, insertVersion, listSlugsLike } from './agreement.queries.ts'
import type { AgreementDocument } from './agreement-format.ts'
import { carryClauses } from './revision/carry-clauses.rules.ts'
import { insertClauses } from './revision/clause.queries.ts'
import { clausesIn } from './revision/clauses-in.rules.ts'
import { requireConfirmable, slugFor } from './draft.rules.ts'

interface Confirmation {
  readonly document: AgreementDocument
  readonly sourceDocumentId: string
  readonly isPublished: boolean
  readonly isSample: boolean
  readonly confirmedAt: Temporal.Instant
  readonly confirmedBy: string
}

/** Makes the document an agreement whose first version is in force from its own date. Answers with its address, itself and its version. */
export const bringIntoForce = async (tx: WriteTx, confirmation: Confirmation) => {
  const { document } = confirmation
  const span = requireConfirmable(document)
  const base = slugFor(document, new Set())
  const slug = slugFor(document, new Set(await listSlugsLike(tx, base)))
  const agreementId = newId<'agreement'>()
  const agreementVersionId = newId<'agreement_version'>()
  await insertAgreement(tx, { agreementId, slug, document, isSample: confirmation.isSample })
  await insertVersion(tx, {
    agreementVersionId,
    agreementId,
    number: 1,
    document,
    inForceDuring: writeDaySpan({
      from: Temporal.PlainDate.from(span.from),
      to: span.to === null ? null : Temporal.PlainDate.from(span.to),
    }),
    sourceDocumentId: confirmation.sourceDocumentId,
    isPublished: confirmation.isPublished,
    confirmedAt: confirmation.confirmedAt,
    confirmedBy: confirmation.confirmedBy,
  })
  await insertClauses(tx, agreementVersionId, carryClauses([], clausesIn(document), newId<'clause'>))
  return { slug, agreementId, agreementVersionId, inForceFrom: Temporal.PlainDate.from(span.from) }
}
