import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import type { AgreementVersion } from './agreement.ts'
import { type ForumFellow, listForumFellows } from './forum.queries.ts'
import { listCaseReferences } from './journal/case-reference.queries.ts'
import type { CaseReference } from './journal/journal.ts'
import { proposedReferences } from './journal/journal.rules.ts'
import { listSigningParties } from './sign-off/signature.queries.ts'

/** What lies around a version: how many of its parties have confirmed it, the numbers it is kept under, who shares its forum. */
export interface AroundVersion {
  readonly parties: number
  readonly confirmed: number
  readonly references: readonly CaseReference[]
  readonly fellows: readonly ForumFellow[]
}

export const seeAround = async (tx: ReadTx, version: AgreementVersion, day: Day): Promise<AroundVersion> => {
  const { agreementId, agreementVersionId, document } = version
  const parties = await listSigningParties(tx, agreementVersionId, day)
  const forum = document.coordination?.forum ?? null
  return {
    parties: parties.length,
    confirmed: parties.filter(({ signature }) => signature !== null).length,
    references: withRead(document, await listCaseReferences(tx, agreementId)),
    fellows: await listForumFellows(tx, { agreementId, agreementVersionId, forum }, day),
  }
}

/** The agreement's own numbers, and those its document says, each once. */
const withRead = (
  document: AgreementVersion['document'],
  references: readonly CaseReference[],
): readonly CaseReference[] => {
  const proposed = proposedReferences(document, references)
  return [...references, ...proposed].toSorted((one, other) => one.kind.localeCompare(other.kind))
}
