import { writeAs } from '../../src/platform/database/index.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { type Actor, system } from '../../src/rooms/access/index.ts'
import { findPlaceOfPost } from '../../src/rooms/calendar/index.ts'
import { insertItem } from '../../src/rooms/meetings/agenda/agenda.queries.ts'
import { inviteMembers } from '../../src/rooms/meetings/call-meeting.ts'
import { insertConvenorship } from '../../src/rooms/meetings/turns/convenorship.queries.ts'
import { enterGroup } from '../../src/rooms/meetings/enter.ts'
import { insertGroup } from '../../src/rooms/meetings/group/group.queries.ts'
import { listInvitees, updateInvitee } from '../../src/rooms/meetings/invitations/invitee.queries.ts'
import { insertMember } from '../../src/rooms/meetings/group/member.queries.ts'
import { findMeeting } from '../../src/rooms/meetings/meeting.queries.ts'
import { meetingsPolicy } from '../../src/rooms/meetings/meetings.policy.ts'
import { layMeeting } from '../../src/rooms/meetings/planning/plan-meeting.ts'

/** A group that the party calls and another sits in, a meeting of it, somebody asked to that, and a seat without a post. */
export interface GroupThings {
  readonly group: string
  readonly meeting: string
  readonly invitee: string
  readonly seat: string
}

export const meetingCanaries = {
  agenda: 'KANARIEFUGL-DAGSORDEN',
  answer: 'KANARIEFUGL-AFBUD',
  seat: 'KANARIEFUGL-PLADS',
  seatMail: 'kanariefugl-plads@havneby.example',
} as const

export const neighbourMeetingCanaries = {
  agenda: 'NABOFUGL-DAGSORDEN',
  answer: 'NABOFUGL-AFBUD',
  seat: 'NABOFUGL-PLADS',
  seatMail: 'nabofugl-plads@havneby.example',
} as const

type Words = Readonly<Record<keyof typeof meetingCanaries, string>>

const from = Temporal.PlainDate.from('2026-01-01')

/** A group whose meetings the party calls, where another sits, and somebody without a post; one meeting of it, with a point and an answer. */
export const addGroup = (platform: Platform, party: Actor, other: Actor, words: Words): Promise<GroupThings> =>
  writeAs(platform, system, async (tx) => {
    const now = platform.clock.now()
    const group = await insertGroup(tx, { ...plain, madeAt: now, madeBy: 'system' })
    const seat = { ...plainSeat, groupId: group, sits: { from, to: null }, addedAt: now, addedBy: 'system' }
    const sitters: string[] = []
    for (const { postId } of [party, other]) {
      const place = await findPlaceOfPost(tx, postId ?? '')
      if (place === null) throw new Error('Who sits in the group has no post')
      sitters.push(await insertMember(tx, { ...seat, ...place, postId, name: 'plads' }))
    }
    const nameless = await insertMember(tx, {
      ...seat,
      name: 'en fra skolen',
      contactName: words.seat,
      contactMail: words.seatMail,
    })
    const convenes = { memberId: sitters[0] ?? '', during: { from, to: null }, why: '' }
    await insertConvenorship(tx, group, convenes, { at: now, by: 'system' })
    const acting = { platform, actor: system }
    const loaded = await enterGroup(tx, acting, group, meetingsPolicy.callMeeting)
    const startsAt = now.add({ hours: 24 * 30 })
    const meetingId = await layMeeting(tx, acting, loaded, {
      groupId: group,
      startsAt,
      endsAt: startsAt.add({ hours: 2 }),
      venueId: null,
      place: 'Lokale 2',
      remoteUrl: '',
      isExtraordinary: false,
    })
    const point = { groupId: group, meetingId, kind: 'proposed', title: 'Punkt', minutes: null } as const
    await insertItem(tx, { ...point, body: words.agenda, proposedBy: 'Ida', proposedAt: now })
    const meeting = await findMeeting(tx, meetingId)
    if (meeting === undefined) throw new Error('The meeting is gone')
    await inviteMembers(tx, acting, loaded, meeting)
    const invitees = await listInvitees(tx, [meetingId])
    const invitee = invitees.find(({ memberId }) => memberId === nameless)?.inviteeId ?? ''
    await updateInvitee(tx, invitee, { answer: 'no', answered: { at: now, way: 'link' }, note: words.answer })
    return { group, meeting: meetingId, invitee, seat: nameless }
  })

const plain = {
  name: 'Havnegruppen',
  kind: 'other',
  forumKey: null,
  agreementId: null,
  activity: '',
  convening: 'fixed',
  isPersonFree: false,
  noticeDays: null,
  agendaDays: null,
  objectionDays: 14,
  quorum: null,
  usualMinutes: 120,
  handoverWords: '',
  handoverCandidates: [],
  handoverOn: null,
  isSample: false,
} as const

const plainSeat = {
  postId: null,
  organisationId: null,
  planId: null,
  contactName: '',
  contactMail: '',
  isGuest: false,
  takesTurns: false,
  origin: 'by_hand',
} as const
