import type { Day } from '../../platform/day.ts'
import type { HeldPost } from './party.ts'

/** What stands about a person in a post, for themselves to confirm or correct. */
export interface ContactEntry extends HeldPost {
  readonly holderId: string
  readonly email: string | null
  readonly phone: string | null
  readonly provisional: boolean
  /** The day somebody last said that it is right; null = never. */
  readonly confirmedOn: Day | null
  /** What they answered that waits for the lead. */
  readonly waiting: { readonly isGone: boolean; readonly email: string | null } | null
}

/** What a person says of their entry. */
export type ContactAnswer =
  | { readonly kind: 'right' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'changed'; readonly phone: string; readonly email: string }

/** An answer that waits for the lead: somebody left, or has another mail address. */
export interface WaitingAnswer {
  readonly contactAnswerId: string
  readonly holderId: string
  readonly personId: string
  readonly name: string
  /** "projektkoordinator, Bølgen". */
  readonly post: string
  readonly isGone: boolean
  readonly email: string | null
  readonly answeredAt: Temporal.Instant
}

/** Somebody who may be asked to confirm their entries. */
export interface Askable {
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly askedAt: Temporal.Instant | null
  /** Whether the one who asks is party to an agreement that names a post of theirs. */
  readonly isAskedByParty: boolean
}
