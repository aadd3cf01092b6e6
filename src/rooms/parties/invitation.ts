import type { Day } from '../../platform/day.ts'
import type { Duty, OrganisationKind } from './party.ts'

/** An invitation to a post. Of its link only a hash is kept. */
export interface Invitation {
  readonly invitationId: string
  readonly personId: string
  readonly postId: string
  /** Null where the post was taken back since. */
  readonly holderId: string | null
  /** Whether the invitation gave the post; else the person held it already. */
  readonly madeHolder: boolean
  /** Who left the post for them. */
  readonly replacedHolderId: string | null
  readonly email: string
  readonly invitedAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly acceptedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
}

/** An invitation as it is shown to whoever opens its link. */
export interface OpenedInvitation extends Invitation {
  readonly name: string
  /** "projektkoordinator, Bølgen". */
  readonly post: string
  /** Null where the post was taken back since. */
  readonly from: Day | null
  readonly until: Day | null
}

export type InvitationState = 'waiting' | 'accepted' | 'withdrawn' | 'expired'

/** A post that is made when somebody is invited to it. */
export interface NewPost {
  readonly title: string
  readonly organisation: string
  readonly kind: OrganisationKind
  readonly plan: string | null
  readonly unit: string | null
}

/** Whom a lead invites to which post. */
export interface InvitationForm {
  /** Made with the form, so that a form sent twice invites once. */
  readonly invitationId: string
  readonly name: string
  readonly email: string
  /**
   * A person known without a mail address whom this is, the `only_namesake` where there is one, `another` of the same name, or null where
   * it is not said.
   */
  readonly samePerson: string | null
  readonly post: { readonly postId: string } | NewPost
  readonly from: Day
  /** The first day somebody else has the post again; unless said, they hold it without an end. */
  readonly until?: Day | null
  /** What becomes of somebody who holds the post that day: they hold it until the day before, or the invitation is refused. */
  readonly present: 'is_replaced' | 'keeps_it'
  /** A duty the post is to have; null = those it has. */
  readonly duty: Duty | null
}

/** An invitation just sent. The link's secret is null where the form was sent twice: it is kept nowhere. */
export interface SentInvitation {
  readonly invitationId: string
  readonly holderId: string | null
  readonly token: string | null
}
