import type { Day } from '../../platform/day.ts'
import type { Duty, HeldPost } from './party.ts'

/** Somebody in a post, from a day until the first day they hold it no more. */
export interface Holder extends HeldPost {
  readonly holderId: string
  readonly email: string | null
  /** The first day without the post; null = no end is set. */
  readonly until: Day | null
  readonly provisional: boolean
  /** Invited, and has not said yes. */
  readonly isAwaited: boolean
  /** Whether the post leads the forum of an agreement in force. */
  readonly isLead: boolean
  readonly duties: readonly Duty[]
}

/** Everyone in view: who holds a post today, who will, and who lately did. */
export interface PeopleInView {
  readonly today: readonly Holder[]
  readonly coming: readonly Holder[]
  readonly gone: readonly Holder[]
}
