import { leaveTrace, readAs, writeAs } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, signInDesk } from '../access/index.ts'
import type { OpenedInvitation } from './invitation.ts'
import { hashOfToken } from './invitation-link.ts'
import { getInvitationByHash, markInvitationAccepted } from './invitation.queries.ts'
import { requireWaiting } from './invitation.rules.ts'
import { confirmPersonMail } from './party.queries.ts'

/** The invitation a link opens, while it waits. Throws Refused('invitation_not_found') or with why it waits no more. */
export const openInvitation = async (platform: Platform, token: string): Promise<OpenedInvitation> => {
  const invitation = await readAs(platform, signInDesk, (tx) =>
    getInvitationByHash(tx, hashOfToken(token), today(platform.clock)),
  )
  requireWaiting(invitation, platform.clock.now(), today(platform.clock))
  return invitation
}

/**
 * Accepts an invitation by its link, which is the proof and is used up by it; mails to its address are then known to arrive. Answers with
 * it, so that the person can be signed in. Throws as `openInvitation`, also for the second of two at the same moment.
 */
export const acceptInvitation = (platform: Platform, asker: Actor, token: string): Promise<OpenedInvitation> =>
  writeAs(platform, { ...signInDesk, requestId: asker.requestId ?? null }, async (tx) => {
    const now = platform.clock.now()
    const invitation = await getInvitationByHash(tx, hashOfToken(token), today(platform.clock))
    requireWaiting(invitation, now, today(platform.clock))
    const { invitationId, personId, email } = invitation
    await confirmPersonMail(tx, personId, email, now)
    await markInvitationAccepted(tx, invitationId, now)
    leaveTrace(tx, { verb: 'invitation.accepted', thing: 'invitation', ref: invitationId, about: personId })
    return invitation
  })
