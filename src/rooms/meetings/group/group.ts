import type { Day } from '../../../platform/day.ts'
import type { DaySpan } from '../../../platform/database/index.ts'

export const groupKinds = ['forum', 'following', 'coordination', 'cooperation', 'network', 'focus', 'other'] as const

export type GroupKind = (typeof groupKinds)[number]

/** How it is settled who calls the meetings: one until further notice, each in turn, or nothing is said. */
export const convenings = ['fixed', 'rotation', 'unsaid'] as const

export type Convening = (typeof convenings)[number]

/** What a promise is to a group: how often it meets, who calls the meetings, or something else it does. */
export type GroupPromiseRole = 'cadence' | 'convening' | 'about'

/** A group that meets. */
export interface Group {
  readonly groupId: string
  readonly name: string
  readonly kind: GroupKind
  /** The agreement it is of; null = made by hand, or a forum that several share. */
  readonly agreementId: string | null
  /** What it is about, as the agreement calls it. */
  readonly activity: string
  readonly convening: Convening
  /** Its papers may not tell of persons. */
  readonly isPersonFree: boolean
  /** The notice and the agenda go out so many days before at the latest; null = nothing is agreed. */
  readonly noticeDays: number | null
  readonly agendaDays: number | null
  /** Minutes that were sent stand after so many days without an objection. */
  readonly objectionDays: number
  /** How many parties must come; null = any number. */
  readonly quorum: number | null
  readonly usualMinutes: number
  /** The agreement's own words on who should call the meetings some day; empty = it says nothing. */
  readonly handoverWords: string
  readonly handoverCandidates: readonly string[]
  readonly handoverOn: Day | null
  readonly endedAt: Temporal.Instant | null
  readonly version: number
}

/** A seat in a group: a post, or somebody the agreement names who has none here. */
export interface Member {
  readonly memberId: string
  readonly groupId: string
  readonly position: number
  /** The seat in words: the post, or what the agreement calls it. */
  readonly name: string
  readonly postId: string | null
  readonly organisationId: string | null
  readonly planId: string | null
  /** What it represents: its plan or organisation; empty where that is not known. */
  readonly party: string
  /** Who holds the post today; null = nobody, or the seat is no post. */
  readonly holder: string | null
  readonly personId: string | null
  readonly contactName: string
  readonly contactMail: string
  readonly isGuest: boolean
  readonly takesTurns: boolean
  /** Where they began to take turns later than they sat down: from that day. */
  readonly turnsFrom: Day | null
  readonly origin: 'read' | 'by_hand'
  readonly sits: DaySpan
}

/** Who calls the meetings over some days, where they do not take turns. */
export interface Convenorship {
  readonly convenorshipId: string
  readonly memberId: string
  readonly during: DaySpan
  readonly why: string
}
