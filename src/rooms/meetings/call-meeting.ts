import { leaveTrace, writeAs, type WriteTx } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import type { Actor } from '../access/index.ts'
import { cancelMeetingTime, moveMeetingTime } from '../calendar/index.ts'
import { listPostContacts } from '../parties/index.ts'
import { askedOnce } from './invitations/asked-once.rules.ts'
import { type Acting, enterMeeting, type SeenMeeting } from './enter.ts'
import { askAnew, insertInvitee, listInvitees } from './invitations/invitee.queries.ts'
import type { LoadedGroup } from './group/load-group.ts'
import type { Meeting } from './meeting.ts'
import { findMeeting, insertRotationEvent, listRotation, updateMeeting } from './meeting.queries.ts'
import { meetingsPolicy } from './meetings.policy.ts'
import { requireNoClash } from './planning/require-no-clash.ts'
import { tellInvited } from './invitations/tell-invited.ts'

const requireOpen = ({ state }: Meeting): void => {
  if (state === 'cancelled') throw new Refused('meeting_cancelled')
  if (state === 'held') throw new Refused('meeting_held')
}

/**
 * Calls a meeting: everybody who sits in the group that day is asked, by mail where there is an address, with an invitation for their
 * calendar and a link that answers without an account. Throws Refused('meeting_cancelled'), 'meeting_held' or 'called_already'.
 */
export const callMeeting = (platform: Platform, actor: Actor, seen: SeenMeeting): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const acting = { platform, actor }
    const { meeting, loaded } = await enterMeeting(tx, acting, seen, meetingsPolicy.callMeeting)
    requireOpen(meeting)
    if (meeting.calledAt !== null) throw new Refused('called_already')
    await inviteMembers(tx, acting, loaded, meeting)
    const now = platform.clock.now()
    await updateMeeting(tx, meeting.meetingId, { state: 'called', called: { at: now, by: actor.personId ?? 'system' } })
    await tellInvited(tx, meeting, 'called')
    leaveTrace(tx, { verb: 'meeting.called', thing: 'meeting', ref: meeting.meetingId })
  })

/** Asks those who sit in the group on the day of the meeting and are not asked yet, each once for a party. */
export const inviteMembers = async (
  tx: WriteTx,
  { platform }: Acting,
  { members }: LoadedGroup,
  meeting: Meeting,
): Promise<void> => {
  const asked = new Set((await listInvitees(tx, [meeting.meetingId])).map(({ memberId }) => memberId))
  const posts = members.flatMap(({ postId }) => (postId === null ? [] : [postId]))
  const contacts = new Map(
    (await listPostContacts(tx, posts, today(platform.clock))).map((contact) => [contact.postId, contact]),
  )
  for (const member of askedOnce(members)) {
    if (asked.has(member.memberId)) continue
    const contact = member.postId === null ? undefined : contacts.get(member.postId)
    await insertInvitee(tx, {
      meetingId: meeting.meetingId,
      memberId: member.memberId,
      name: contact?.name ?? (member.contactName === '' ? member.name : member.contactName),
      mail: contact?.email ?? member.contactMail,
      personId: member.personId,
    })
  }
}

export interface MoveTo {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly reason: string
  /** What it falls together with has been shown, and it is to be there. */
  readonly isKnown?: boolean
}

/**
 * Moves a meeting; whoever is asked is told, and asked anew. Throws Refused('venue_taken'), 'in_the_past', 'ends_first',
 * 'meeting_collides' or 'changed_meanwhile'.
 */
export const moveMeeting = (platform: Platform, actor: Actor, seen: SeenMeeting, to: MoveTo): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const acting = { platform, actor }
    const { meeting, loaded } = await enterMeeting(tx, acting, seen, meetingsPolicy.callMeeting)
    requireOpen(meeting)
    if (Temporal.Instant.compare(to.endsAt, to.startsAt) <= 0) throw new Refused('ends_first')
    if (Temporal.Instant.compare(to.startsAt, platform.clock.now()) <= 0) throw new Refused('in_the_past')
    await requireNoClash(tx, platform, loaded, { ...to, exceptMeetingId: meeting.meetingId })
    await moveMeetingTime(tx, acting, meeting.occurrenceId, to)
    await askAnew(tx, meeting.meetingId)
    await updateMeeting(tx, meeting.meetingId, { reason: to.reason, countsForCalendars: true })
    const moved = await findMeeting(tx, meeting.meetingId)
    if (meeting.calledAt !== null && moved !== undefined) await tellInvited(tx, moved, 'moved')
    leaveTrace(tx, { verb: 'meeting.moved', thing: 'meeting', ref: meeting.meetingId })
  })

/** Calls a meeting off; whoever is asked is told, and the turn is its convenor's again. */
export const cancelMeeting = (platform: Platform, actor: Actor, seen: SeenMeeting, reason: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const acting = { platform, actor }
    const { meeting, loaded } = await enterMeeting(tx, acting, seen, meetingsPolicy.callMeeting)
    requireOpen(meeting)
    const now = platform.clock.now()
    await cancelMeetingTime(tx, acting, meeting.occurrenceId, reason)
    await updateMeeting(tx, meeting.meetingId, {
      state: 'cancelled',
      cancelledAt: now,
      reason,
      countsForCalendars: true,
    })
    await returnTurn(tx, acting, loaded, meeting)
    const cancelled = await findMeeting(tx, meeting.meetingId)
    if (meeting.calledAt !== null && cancelled !== undefined) await tellInvited(tx, cancelled, 'cancelled')
    leaveTrace(tx, { verb: 'meeting.cancelled', thing: 'meeting', ref: meeting.meetingId })
  })

/** Gives the turn a meeting took back to its convenor. */
export const returnTurn = async (
  tx: WriteTx,
  { platform, actor }: Acting,
  { group }: LoadedGroup,
  meeting: Meeting,
): Promise<void> => {
  const taken = (await listRotation(tx, [group.groupId])).findLast(
    ({ kind, meetingId }) => kind === 'turn' && meetingId === meeting.meetingId,
  )
  if (taken === undefined) return
  await insertRotationEvent(tx, {
    groupId: group.groupId,
    kind: 'returned',
    memberId: taken.memberId,
    otherId: null,
    on: today(platform.clock),
    meetingId: meeting.meetingId,
    reason: '',
    notedAt: platform.clock.now(),
    notedBy: actor.personId ?? 'system',
  })
}
