import { leaveTrace, refuseOn, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import {
  getLastVersion,
  getProposalForUpdate,
  insertDecision,
  type Proposal,
  type ProposalDecision,
  requirePut,
  revisionPolicy,
  writeJournal,
} from '../../agreements/index.ts'
import { lockRegister, type SamenessAnswers } from '../../parties/index.ts'
import { adopt } from './adopt-proposal.ts'

export interface DecisionForm {
  readonly proposalId: string
  /** The revision that was before the forum. */
  readonly revision: number
  readonly outcome: ProposalDecision['outcome']
  readonly decidedOn: Day
  readonly forum: string
  readonly meetingRef: string | null
  readonly note: string
  /** The first day of the next version; only where it is adopted. */
  readonly from: Day | null
  /** Which of the names that are new in it are of what is known; null or none = as proposed. */
  readonly answers?: SamenessAnswers | null
}

/**
 * Writes down what the forum decided; adopted, the proposal is the agreement's next version from its day, in the same transaction.
 * Throws as `requirePut` and `adopt`, Refused('proposal_changed_meanwhile'), 'decision_in_future', 'decision_needs_day', or
 * 'proposal_base_succeeded' where the agreement was changed since and the proposal is still written against what was.
 */
export const decideProposal = (platform: Platform, actor: Actor, form: DecisionForm): Promise<{ slug: string }> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, revisionPolicy.decide)
    if (form.outcome === 'adopted') await lockRegister(tx)
    const proposal = await getProposalForUpdate(tx, form.proposalId)
    requirePut(proposal)
    if (proposal.revision !== form.revision) throw new Refused('proposal_changed_meanwhile')
    if (Temporal.PlainDate.compare(form.decidedOn, today(platform.clock)) > 0) throw new Refused('decision_in_future')
    const made = form.outcome === 'adopted' ? await makeVersion(tx, { platform, actor }, proposal, form) : null
    await writeDecision(tx, { platform, actor }, form, made?.versionId ?? null)
    const { agreementId, proposalId: ref, number } = proposal
    const event = { kind: 'proposal_decided', proposal: number, isAdopted: form.outcome === 'adopted' } as const
    await writeJournal(tx, platform.clock, actor, { agreementId, ref, event, happenedOn: form.decidedOn })
    leaveTrace(tx, {
      verb: form.outcome === 'adopted' ? 'proposal.adopted' : 'proposal.rejected',
      thing: 'proposal',
      ref: proposal.proposalId,
      facts: { version: made?.number ?? null },
    })
    return { slug: proposal.slug }
  })

interface Deciding {
  readonly platform: Platform
  readonly actor: Actor
}

const makeVersion = async (
  tx: WriteTx,
  deciding: Deciding,
  proposal: Proposal,
  { from, answers = null }: DecisionForm,
): Promise<{ readonly versionId: string; readonly number: number }> => {
  if (from === null) throw new Refused('decision_needs_day')
  const before = await getLastVersion(tx, proposal.slug)
  if (before.agreementVersionId !== proposal.baseVersionId)
    throw new Refused('proposal_base_succeeded', { number: before.number })
  const versionId = await adopt(tx, deciding, { before, document: proposal.document, from, answers })
  return { versionId, number: before.number + 1 }
}

const writeDecision = async (
  tx: WriteTx,
  { platform, actor }: Deciding,
  form: DecisionForm,
  newVersionId: string | null,
): Promise<void> => {
  try {
    await insertDecision(tx, {
      proposalId: form.proposalId,
      outcome: form.outcome,
      decidedOn: form.decidedOn.toString(),
      forum: form.forum,
      meetingRef: form.meetingRef,
      note: form.note,
      newVersionId,
      decidedBy: actor.personId ?? 'system',
      decidedAt: platform.clock.now(),
    })
  } catch (error) {
    throw refuseOn(error, {
      proposal_decision_pkey: () =>
        new Refused('proposal_decided_already', { outcome: form.outcome, on: form.decidedOn.toString() }),
    })
  }
}
