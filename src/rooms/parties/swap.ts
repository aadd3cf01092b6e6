import type { Day } from '../../platform/day.ts'
import type { InvitationForm } from './invitation.ts'

/**
 * What a swap does beside what was asked for, and is done only where somebody has said yes to it. `history` it begins before today ·
 * `gap` the post stands unheld between the two · `until_next` somebody else has it already from a later day.
 */
export type SwapEffect =
  | { readonly kind: 'history'; readonly from: Day }
  | { readonly kind: 'gap'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'until_next'; readonly who: string; readonly from: Day }

export type SwapEffectKind = SwapEffect['kind']

/** Who takes a post over from a day. */
export interface Swap extends Pick<InvitationForm, 'invitationId' | 'name' | 'email' | 'samePerson' | 'from'> {
  readonly postId: string
  /** The last holding written when the form was shown (`lastWritten`); a later one stops the swap. */
  readonly seen: string
  readonly agreed: ReadonlySet<SwapEffectKind>
}
