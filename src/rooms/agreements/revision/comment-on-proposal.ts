import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import type { ProposalComment } from './proposal.ts'
import { getProposalForUpdate, insertComment, listRelationsToProposal } from './proposal.queries.ts'
import { requireUnsettled } from './proposal.rules.ts'
import { revisionPolicy } from './revision.policy.ts'

/** Says something to a proposal on behalf of the post one acts for, until it is decided. */
export const commentOnProposal = (
  platform: Platform,
  actor: Actor,
  proposalId: string,
  comment: Pick<ProposalComment, 'text' | 'stance'>,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const proposal = await getProposalForUpdate(tx, proposalId)
    requirePermission(actor, revisionPolicy.comment, await listRelationsToProposal(tx, proposal.proposalId))
    requireUnsettled(proposal)
    await insertComment(tx, {
      commentId: newId<'proposal_comment'>(),
      proposalId: proposal.proposalId,
      ...comment,
      writtenBy: actor.personId ?? 'system',
      writtenPost: actor.onBehalfOf ?? '',
      writtenAt: platform.clock.now(),
    })
    leaveTrace(tx, {
      verb: 'proposal.commented',
      thing: 'proposal',
      ref: proposal.proposalId,
      facts: { stance: comment.stance },
    })
  })
