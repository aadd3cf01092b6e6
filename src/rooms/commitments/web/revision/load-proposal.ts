import type { ReadTx } from '../../../../platform/database/index.ts'
import type { Day } from '../../../../platform/day.ts'
import { askedDay } from '../../../../web/asked-day.ts'
import type { WebContext } from '../../../../web/page-context.ts'
import { requirePermission } from '../../../access/index.ts'
import {
  type AgreementVersion,
  compareDocuments,
  type DocumentChanges,
  getLastVersionOn,
  getProposalOn,
  getVersion,
  listCarryings,
  listComments,
  listRelationsToProposal,
  mergeDocuments,
  type MergeConflict,
  type Proposal,
  type ProposalComment,
  rereadChanged,
  revisionPolicy,
} from '../../../agreements/index.ts'
import { listKnownNames, proposeMatches, type SamenessQuestion } from '../../../parties/index.ts'
import { namedByChange } from '../../register-parties.ts'
import type { PromiseChanges } from '../../revision/promise-changes.rules.ts'
import { previewChanges } from '../../revision/preview-changes.ts'

/** Everything the page of a proposal tells. */
export interface ProposalView {
  readonly proposal: Proposal
  /** The version it is written against, and the agreement's last: another, where the agreement was changed since. */
  readonly base: AgreementVersion
  readonly last: AgreementVersion
  readonly changes: DocumentChanges
  readonly promises: PromiseChanges
  readonly comments: readonly ProposalComment[]
  readonly carryings: Awaited<ReturnType<typeof listCarryings>>
  /** Where both changed the same words; empty where the proposal stands on the last version or can be carried over as it is. */
  readonly conflicts: readonly MergeConflict[]
  /** What it names newly that is nearly known, where it may be decided now. */
  readonly questions: readonly SamenessQuestion[]
  /** The first day of the version it became; null where it became none. */
  readonly madeFrom: Day | null
}

/** The proposal as it stood on the day, for those who may read it; the frame tells why they do. Throws Refused('proposal_not_found'). */
export const lookAtProposal = async (c: WebContext, tx: ReadTx, proposalId: string, day: Day): Promise<Proposal> => {
  requirePermission(c.get('actor'), revisionPolicy.seekProposal)
  const proposal = await getProposalOn(tx, proposalId, day)
  c.set('sight', { permission: revisionPolicy.readProposal, toThing: await listRelationsToProposal(tx, proposalId) })
  return proposal
}

export const loadProposal = async (c: WebContext, tx: ReadTx, proposalId: string): Promise<ProposalView> => {
  const day = askedDay(c)
  const proposal = await lookAtProposal(c, tx, proposalId, day)
  const base = await getVersion(tx, proposal.baseVersionId)
  const last = await getLastVersionOn(tx, proposal.slug, day)
  const isOpen = proposal.decision === null && proposal.withdrawnAt === null
  const isLate = isOpen && last.agreementVersionId !== base.agreementVersionId
  const newVersionId = proposal.decision?.newVersionId ?? null
  return {
    proposal,
    base,
    madeFrom: newVersionId === null ? null : (await getVersion(tx, newVersionId)).inForceDuring.from,
    last,
    changes: compareDocuments(base.document, proposal.document),
    promises: await previewChanges(tx, base, proposal.document),
    comments: await listComments(tx, proposalId, day),
    carryings: await listCarryings(tx, proposalId, day),
    questions: isOpen && !isLate && proposal.putAt !== null ? await askOfNames(tx, base, proposal) : [],
    conflicts: isLate ? mergeDocuments(base.document, proposal.document, last.document).conflicts : [],
  }
}

const askOfNames = async (tx: ReadTx, base: AgreementVersion, proposal: Proposal): Promise<SamenessQuestion[]> => {
  const named = namedByChange(base.document, rereadChanged(base.document, proposal.document))
  return named.posts.length === 0 ? [] : proposeMatches(named, await listKnownNames(tx))
}

export const nameOf = ({ document, slug }: Pick<AgreementVersion, 'document' | 'slug'>): string =>
  document.focusArea ?? document.title ?? slug

export const forumOf = ({ document }: Pick<AgreementVersion, 'document'>): string | null =>
  document.coordination?.forum ?? null
