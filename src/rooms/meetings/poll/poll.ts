import type { ResidentLanguage } from '../../../platform/resident-language.ts'

export const pollAnswers = ['yes', 'perhaps', 'no'] as const

export type PollAnswer = (typeof pollAnswers)[number]

/** Which of some times suits: asked by a link, answered without an account. */
export interface Poll {
  readonly pollId: string
  readonly groupId: string
  readonly title: string
  readonly note: string
  readonly askedAt: Temporal.Instant
  readonly askedBy: string
  /** Nobody answers after this. */
  readonly closesAt: Temporal.Instant
  /** When somebody closed it, or it was seen that its time was over; null = it may still be open. */
  readonly closedAt: Temporal.Instant | null
  /** The meeting it led to. */
  readonly meetingId: string | null
}

export interface PollTime {
  readonly timeId: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** Somebody asked which times suit, and what they answered. */
export interface PollInvitee {
  readonly inviteeId: string
  readonly pollId: string
  /** The seat they have; null = somebody from outside. */
  readonly memberId: string | null
  readonly name: string
  readonly mail: string
  readonly language: ResidentLanguage
  readonly answeredAt: Temporal.Instant | null
  readonly note: string
  /** By the time's id; empty until they have answered. */
  readonly answers: ReadonlyMap<string, PollAnswer>
}

/** Whether it can still be answered. */
export const isPollOpen = ({ closesAt, closedAt }: Poll, now: Temporal.Instant): boolean =>
  closedAt === null && Temporal.Instant.compare(now, closesAt) < 0
