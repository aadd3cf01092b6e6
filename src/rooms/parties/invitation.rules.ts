import type { Day } from '../../platform/day.ts'
import { Refused } from '../../platform/refused.ts'
import type { Holder } from './holder.ts'
import { isOver } from './holder.rules.ts'
import type { InvitationForm, InvitationState, OpenedInvitation } from './invitation.ts'
import type { KnownPerson } from './party.ts'

/** A link can be used for this long. */
export const linkLasts = Temporal.Duration.from({ hours: 14 * 24 })

type Dated = Pick<OpenedInvitation, 'acceptedAt' | 'withdrawnAt' | 'endsAt' | 'from' | 'until'>

/** How an invitation stands. One whose post has been taken back or is held no more is as good as withdrawn. */
export const stateOf = (invitation: Dated, now: Temporal.Instant, day: Day): InvitationState => {
  if (invitation.acceptedAt !== null) return 'accepted'
  if (invitation.withdrawnAt !== null || invitation.from === null || isOver(invitation, day)) return 'withdrawn'
  return Temporal.Instant.compare(now, invitation.endsAt) < 0 ? 'waiting' : 'expired'
}

/** Throws Refused with why the link lets nobody in any more. */
export const requireWaiting = (invitation: Dated, now: Temporal.Instant, day: Day): void => {
  const state = stateOf(invitation, now, day)
  if (state !== 'waiting') throw new Refused(`invitation_${state}`)
}

/** Which of the people of this name is invited: one of them, or null = somebody new. Throws Refused('same_person_asked'). */
export const choosePerson = (
  { name, samePerson }: Pick<InvitationForm, 'name' | 'samePerson'>,
  namesakes: readonly KnownPerson[],
): string | null => {
  if (namesakes.length === 0 || samePerson === 'another') return null
  const [first, ...more] = namesakes
  if (first !== undefined && more.length === 0 && samePerson === 'only_namesake') return first.personId
  const same = namesakes.find(({ personId }) => personId === samePerson)
  if (same === undefined) throw new Refused('same_person_asked', { who: name })
  return same.personId
}

/** What is to be done for somebody to hold a post from a day on. */
export type Seat =
  | { readonly kind: 'free' }
  | { readonly kind: 'held_by_them'; readonly holder: Holder }
  | { readonly kind: 'replaces'; readonly holder: Holder }

/** Whether the post is free for the person, given who holds it from the day on. Throws Refused('post_held') with who does. */
export const findSeat = (
  held: readonly Holder[],
  personId: string | null,
  { from, present }: Pick<InvitationForm, 'from' | 'present'>,
): Seat => {
  const [first, ...more] = held
  if (first === undefined) return { kind: 'free' }
  if (first.personId === personId && first.until === null) return { kind: 'held_by_them', holder: first }
  const canLeave = more.length === 0 && Temporal.PlainDate.compare(first.from, from) < 0
  if (canLeave && present === 'is_replaced') return { kind: 'replaces', holder: first }
  throw new Refused(canLeave ? 'post_held' : 'post_held_later', { who: first.name, day: first.from.toString() })
}
