import type { ItemWords } from './item-words.ts'
import type { StandingKey } from './standing.texts.ts'

export const itemKinds = [
  'standing',
  'proposed',
  'carried',
  'proposal',
  'promise',
  'collision',
  'follow_up',
  'sharing',
] as const

/** Where a point comes from: what always stands, what somebody proposed, what was carried over, and what Brobyg put there. */
export type ItemKind = (typeof itemKinds)[number]

/** A point of an agenda; without a meeting it waits for the group's next. */
export interface AgendaItem {
  readonly itemId: string
  readonly groupId: string
  readonly meetingId: string | null
  /** Lasts: the group's point 12 is 12 for good. */
  readonly number: number
  readonly position: number
  readonly kind: ItemKind
  readonly title: string
  readonly body: string
  /** What the program wrote, by language; null = it wrote nothing. Shown while title and body are as it wrote them. */
  readonly words: ItemWords | null
  readonly minutes: number | null
  /** A page of Brobyg that it is about; empty = none. */
  readonly path: string
  readonly refId: string | null
  readonly carriedFromId: string | null
  readonly proposedBy: string
  /** What was said, as it is being written. */
  readonly said: string
  readonly saidVersion: number
  /** It is to be taken up again next time. */
  readonly isCarried: boolean
  readonly version: number
}

export interface StandingItem {
  readonly standingItemId: string
  /** Which of the program's own it is; null = the group's. */
  readonly wordsKey: StandingKey | null
  readonly title: string
  readonly body: string
  readonly minutes: number | null
}

/** A paper attached to a point; its bytes are fetched by themselves. */
export interface Paper {
  readonly paperId: string
  readonly itemId: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
}
