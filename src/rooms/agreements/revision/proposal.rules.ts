import { type Day, endOf } from '../../../platform/day.ts'
import { Refused } from '../../../platform/refused.ts'
import type { ListedProposal, Proposal, ProposalState } from './proposal.ts'

/** How far the proposal has come. */
export const stateOfProposal = (proposal: Pick<ListedProposal, 'putAt' | 'withdrawnAt' | 'outcome'>): ProposalState => {
  if (proposal.outcome !== null) return proposal.outcome
  if (proposal.withdrawnAt !== null) return 'withdrawn'
  return proposal.putAt === null ? 'open' : 'put'
}

type Standing = Pick<ListedProposal, 'putAt' | 'withdrawnAt' | 'outcome' | 'decidedOn'>

/** The proposal as far as it had come at the end of the day; a decision counts from the day it was taken, also where it was written down later. */
export const stoodOn = <Proposed extends Standing>(proposal: Proposed, day: Day): Proposed => {
  const by = (moment: Temporal.Instant | null) =>
    moment !== null && Temporal.Instant.compare(moment, endOf(day)) < 0 ? moment : null
  const isDecided = proposal.decidedOn !== null && proposal.decidedOn <= day.toString()
  return {
    ...proposal,
    putAt: by(proposal.putAt),
    withdrawnAt: by(proposal.withdrawnAt),
    ...(isDecided ? {} : { outcome: null, decidedOn: null }),
  }
}

type Moved = Pick<Proposal, 'putAt' | 'withdrawnAt' | 'decision'>

/** Says no to whatever is done to a proposal that is settled. Throws Refused('proposal_decided_already') or 'proposal_withdrawn_already'. */
export const requireUnsettled = ({ decision, withdrawnAt }: Moved): void => {
  if (decision !== null)
    throw new Refused('proposal_decided_already', { outcome: decision.outcome, on: decision.decidedOn })
  if (withdrawnAt !== null) throw new Refused('proposal_withdrawn_already')
}

/** The words of a proposal are changed until it is put to the forum. Throws as `requireUnsettled`, or Refused('proposal_put_already'). */
export const requireChangeable = (proposal: Moved): void => {
  requireUnsettled(proposal)
  if (proposal.putAt !== null) throw new Refused('proposal_put_already')
}

/** A decision is taken on what was put to the forum. Throws as `requireUnsettled`, or Refused('proposal_not_put'). */
export const requirePut = (proposal: Moved): void => {
  requireUnsettled(proposal)
  if (proposal.putAt === null) throw new Refused('proposal_not_put')
}

/** Throws Refused('proposal_changed_meanwhile') where somebody changed it since the page was opened. */
export const requireSameRevision = (stands: number, seen: number): void => {
  if (stands !== seen) throw new Refused('proposal_changed_meanwhile')
}
