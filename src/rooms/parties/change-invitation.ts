import { leaveTrace, writeAs, type WriteTx } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Language } from '../../platform/language.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import type { Holder } from './holder.ts'
import * as holders from './holder.queries.ts'
import { isNew, isOver, requireSomeoneLeft } from './holder.rules.ts'
import type { SentInvitation } from './invitation.ts'
import { hashOfToken, newLinkToken } from './invitation-link.ts'
import { findInvitationOf, renewInvitation, withdrawInvitations } from './invitation.queries.ts'
import { linkLasts } from './invitation.rules.ts'
import { endSessionsWithoutPost, leavePost } from './leave-post.ts'
import { mailInvitation } from './mail-invitation.tsx'
import { partyPolicy } from './party.policy.ts'

/** Sends an invitation that waits a second time, with a new link; the first opens nothing any more. Throws Refused('not_waiting'). */
export const sendInvitationAgain = (
  platform: Platform,
  actor: Actor,
  holderId: string,
  language: Language,
): Promise<SentInvitation> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.invite)
    await holders.lockHolders(tx)
    const holder = await holders.getHolder(tx, holderId)
    const invitation = await getWaiting(tx, holder)
    if (isOver(holder, today(platform.clock))) throw new Refused('not_waiting', { who: holder.name })
    const { invitationId, email } = invitation
    const token = newLinkToken()
    const endsAt = platform.clock.now().add(linkLasts)
    await renewInvitation(tx, invitationId, { tokenHash: hashOfToken(token), endsAt })
    await mailInvitation(tx, platform, { holder, email, token, endsAt, invitedBy: actor.name, language })
    leaveTrace(tx, { verb: 'invitation.sent_again', thing: 'invitation', ref: invitationId, about: holder.personId })
    return { invitationId, holderId, token }
  })

/**
 * Withdraws an invitation that waits. A post the invitation gave goes with it: as if it never was given where it begins today or later, and
 * whoever left it for them has it back; else it ends today. Throws Refused('not_waiting').
 */
export const withdrawInvitation = (platform: Platform, actor: Actor, holderId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.invite)
    await holders.lockHolders(tx)
    const holder = await holders.getHolder(tx, holderId)
    const { invitationId, madeHolder, replacedHolderId } = await getWaiting(tx, holder)
    await withdrawInvitations(tx, holderId, platform.clock.now())
    if (madeHolder) await leaveOrRemove(tx, platform, holder, replacedHolderId)
    leaveTrace(tx, { verb: 'invitation.withdrawn', thing: 'invitation', ref: invitationId, about: holder.personId })
  })

/** Takes back a post that was given by mistake and begins today or later. Throws Refused('held_before_today'). */
export const takeBackPost = (platform: Platform, actor: Actor, holderId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.endPost)
    await holders.lockHolders(tx)
    const holder = await holders.getHolder(tx, holderId)
    if (!isNew(holder, today(platform.clock))) throw new Refused('held_before_today', { who: holder.name })
    await withdrawInvitations(tx, holderId, platform.clock.now())
    const invitation = await findInvitationOf(tx, holderId)
    await leaveOrRemove(tx, platform, holder, invitation?.replacedHolderId ?? null)
    leaveTrace(tx, { verb: 'holder.taken_back', thing: 'holder', ref: holderId, about: holder.personId })
  })

const getWaiting = async (tx: WriteTx, holder: Holder) => {
  const invitation = await findInvitationOf(tx, holder.holderId)
  const waits = invitation !== undefined && invitation.acceptedAt === null && invitation.withdrawnAt === null
  if (!waits) throw new Refused('not_waiting', { who: holder.name })
  return invitation
}

/** Who holds the post until the day a holding begins, and who has it next after that holding. */
const besideHolding = async (tx: WriteTx, { postId, from, holderId }: Holder) => {
  const all = (await holders.listHoldersOfPost(tx, postId, { from: null })).filter((one) => one.holderId !== holderId)
  return {
    before: all.find(({ until }) => until?.equals(from) === true) ?? null,
    after: all.find((one) => Temporal.PlainDate.compare(one.from, from) > 0) ?? null,
  }
}

const leaveOrRemove = async (
  tx: WriteTx,
  platform: Platform,
  holder: Holder,
  replacedHolderId: string | null,
): Promise<void> => {
  const day = today(platform.clock)
  if (isOver(holder, day)) return
  const isRemoved = isNew(holder, day)
  // Not always whom the invitation replaced: somebody may have been put in between since.
  const around = isRemoved && replacedHolderId !== null ? await besideHolding(tx, holder) : null
  const before = around?.before ?? null
  if (before === null) requireSomeoneLeft(holder, await holders.countOthers(tx, holder, day))
  if (!isRemoved) {
    await leavePost(tx, platform, holder, day)
    return
  }
  await holders.removeHolder(tx, holder.holderId)
  if (before !== null) await holders.moveHolderEnd(tx, before, around?.after?.from ?? null)
  await endSessionsWithoutPost(tx, platform.clock.now(), holder.personId, day)
}
