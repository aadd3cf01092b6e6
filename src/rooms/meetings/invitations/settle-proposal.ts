import { leaveTrace, readAs, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../../access/index.ts'
import { moveMeeting } from '../call-meeting.ts'
import { enterMeeting, type SeenMeeting } from '../enter.ts'
import { listInvitees, updateInvitee } from './invitee.queries.ts'
import type { Invitee } from '../meeting.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { tellOneInvited } from './tell-invited.ts'

/** Takes the time somebody proposed: the meeting is moved there, and all are told. Throws Refused('nothing_proposed') and as `moveMeeting`. */
export const takeProposedTime = async (
  platform: Platform,
  actor: Actor,
  seen: SeenMeeting,
  inviteeId: string,
): Promise<void> => {
  const { proposed } = await readAs(platform, actor, async (tx) =>
    proposedBy(await listInvitees(tx, [seen.meetingId]), inviteeId),
  )
  if (proposed !== null) await moveMeeting(platform, actor, seen, { ...proposed, reason: '' })
}

/** Keeps the time the meeting has, and tells whoever proposed another. Throws Refused('nothing_proposed'). */
export const declineProposedTime = (
  platform: Platform,
  actor: Actor,
  seen: SeenMeeting,
  inviteeId: string,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { meeting } = await enterMeeting(tx, { platform, actor }, seen, meetingsPolicy.callMeeting)
    const invitee = proposedBy(await listInvitees(tx, [meeting.meetingId]), inviteeId)
    await updateInvitee(tx, inviteeId, { proposed: null })
    await tellOneInvited(tx, invitee, 'declined', `declined ${platform.clock.now()}`)
    leaveTrace(tx, { verb: 'proposed_time.declined', thing: 'meeting', ref: meeting.meetingId })
  })

const proposedBy = (invitees: readonly Invitee[], inviteeId: string): Invitee => {
  const found = invitees.find((invitee) => invitee.inviteeId === inviteeId)
  if (found === undefined || found.proposed === null) throw new Refused('nothing_proposed')
  return found
}
