import type { AgendaItem } from '../agenda/agenda.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import type { Invitee, Meeting } from '../meeting.ts'
import {
  type ScheduledMeeting,
  type SchedulingInvited,
  writeCancel,
  writeDeclineCounter,
  writeRequest,
  type WrittenScheduling,
} from '../scheduling/write-scheduling.ts'

/** What a meeting is called by calendars elsewhere, for good. */
export const uidOfMeeting = (meetingId: string): string => `${meetingId}@brobyg`

/** The meeting a UID is of; null where it is none of ours. */
export const meetingOfUid = (uid: string): string | null =>
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@brobyg$/.exec(uid)?.[1] ?? null

/** What an invitation is made of, for one who is asked. */
export interface ToInvite {
  readonly meeting: Meeting
  readonly loaded: LoadedGroup
  readonly invitee: Invitee
  readonly items: readonly AgendaItem[]
  /** The address answers of this one come to. */
  readonly organizer: string
  readonly url: string
  readonly stamp: Temporal.Instant
}

/** The calendar message that goes with a mail: nobody else who is asked is told of in it. */
export const calendarMessage = (
  about: 'called' | 'moved' | 'agenda' | 'cancelled' | 'declined',
  asked: ToInvite,
): WrittenScheduling => {
  const scheduled = scheduledOf(asked)
  const { meeting, stamp } = asked
  if (about === 'cancelled') return writeCancel(scheduled, stamp, meeting.reason)
  if (about === 'declined') return writeDeclineCounter(scheduled, invitedOf(asked.invitee), stamp, meeting.reason)
  return writeRequest(scheduled, stamp, meeting.reason)
}

const reminds = 24 * 60

const scheduledOf = ({ meeting, loaded, invitee, items, organizer, url }: ToInvite): ScheduledMeeting => {
  const { group, everyone } = loaded
  const convenor = everyone.find(({ memberId }) => memberId === meeting.convenorId)
  const agenda = items.map(({ title }, at) => `${at + 1}. ${title}`)
  return {
    uid: uidOfMeeting(meeting.meetingId),
    sequence: meeting.sequence,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    summary: group.activity === '' ? group.name : `${group.name} · ${group.activity}`,
    description: [...agenda, ...(meeting.remoteUrl === '' ? [] : [meeting.remoteUrl])].join('\n'),
    location: [meeting.venue, meeting.place, meeting.address].filter((part) => part !== null && part !== '').join(', '),
    url,
    organizer: { address: organizer, name: convenor?.holder ?? group.name, sentBy: null },
    invited: [invitedOf(invitee)],
    remindMinutes: reminds,
  }
}

const invitedOf = ({ mail, name, answer, memberId }: Invitee): SchedulingInvited => ({
  address: mail,
  name,
  role: memberId === null ? 'optional' : 'required',
  kind: 'person',
  answer: answer === 'none' ? 'unanswered' : answer,
  delegatedTo: null,
  delegatedFrom: null,
})
