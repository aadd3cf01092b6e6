import type { AgreementDocument } from '../agreement-format.ts'

/** How far a proposal has come: being written, put to the forum, decided, or taken back by those who made it. */
export type ProposalState = 'open' | 'put' | 'adopted' | 'rejected' | 'withdrawn'

export const decisionOutcomes = ['adopted', 'rejected'] as const

/** What the forum decided. `newVersionId` is the version an adopted proposal became. */
export interface ProposalDecision {
  readonly outcome: (typeof decisionOutcomes)[number]
  /** ISO days. */
  readonly decidedOn: string
  readonly forum: string
  readonly meetingRef: string | null
  readonly note: string
  readonly newVersionId: string | null
}

/** A proposal in the list. */
export interface ListedProposal {
  readonly proposalId: string
  readonly number: number
  readonly title: string
  readonly proposedPost: string
  readonly proposedAt: Temporal.Instant
  readonly putAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
  readonly outcome: ProposalDecision['outcome'] | null
  readonly decidedOn: string | null
  readonly comments: number
}

/** A party's change to an agreement: the whole changed document, and the version it was written against. */
export interface Proposal {
  readonly proposalId: string
  readonly agreementId: string
  readonly slug: string
  readonly baseVersionId: string
  readonly number: number
  readonly title: string
  readonly reason: string
  /** An ISO day; null where none is wished for. */
  readonly wantedFromOn: string | null
  readonly document: AgreementDocument
  /** How many times it has been changed; one more by someone else stops the next. */
  readonly revision: number
  readonly proposedBy: string
  readonly proposedPost: string
  readonly proposedAt: Temporal.Instant
  readonly putAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
  readonly decision: ProposalDecision | null
}

export const commentStances = ['for', 'against', 'remark'] as const

export interface ProposalComment {
  readonly text: string
  readonly stance: (typeof commentStances)[number]
  readonly writtenPost: string
  readonly writtenAt: Temporal.Instant
}
