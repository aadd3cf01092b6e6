import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../../access/index.ts'
import { findInviteeByLink, type InviteeChange, listInvitees, updateInvitee } from './invitee.queries.ts'
import { hashOfLink } from '../../calendar/index.ts'
import type { Answer, Invitee } from '../meeting.ts'
import { findMeeting } from '../meeting.queries.ts'

/** What somebody says to an invitation. */
export interface GivenAnswer {
  readonly answer: Exclude<Answer, 'none'>
  readonly note: string
  readonly substitute: string
  readonly proposed: Invitee['proposed']
}

/** Whoever holds a link acts as its hash, and on that alone. */
export const linkActor = (token: string) => ({ personId: `invitation:${hashOfLink(token).toString('hex')}` })

/** Answers an invitation by its link, without an account; the latest answer counts. Throws Refused('invitation_not_found'). */
export const answerByLink = (platform: Platform, token: string, given: GivenAnswer): Promise<void> =>
  writeAs(platform, linkActor(token), async (tx) => {
    const invitee = await findInviteeByLink(tx, hashOfLink(token))
    if (invitee === undefined) throw new Refused('invitation_not_found')
    await writeAnswer(tx, platform, invitee, { ...given, way: 'link' })
  })

/** Answers for the seat one acts for. Throws Refused('not_invited') where one is not asked, and Refused('meeting_cancelled'). */
export const answerMeeting = (platform: Platform, actor: Actor, meetingId: string, given: GivenAnswer): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const meeting = await findMeeting(tx, meetingId)
    if (meeting === undefined) throw new Refused('meeting_not_found')
    if (meeting.state === 'cancelled') throw new Refused('meeting_cancelled')
    const invitee = (await listInvitees(tx, [meetingId])).find(({ personId }) => personId === actor.personId)
    if (invitee === undefined) throw new Refused('not_invited')
    await writeAnswer(tx, platform, invitee, { ...given, way: 'page' })
  })

/** Writes an answer, in a transaction of one who may. */
export const writeAnswer = async (
  tx: WriteTx,
  { clock }: Platform,
  { inviteeId, meetingId }: Invitee,
  {
    way,
    ...given
  }: GivenAnswer & { readonly way: 'page' | 'link' | 'mail'; readonly told?: InviteeChange['told'] | undefined },
): Promise<void> => {
  const { told, ...said } = given
  await updateInvitee(tx, inviteeId, {
    ...said,
    answered: { at: clock.now(), way },
    ...(told === undefined ? {} : { told }),
  })
  leaveTrace(tx, { verb: 'invitation.answered', thing: 'meeting', ref: meetingId, facts: { way } })
}
