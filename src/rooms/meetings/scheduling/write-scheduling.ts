import { danishTime, foldLine, momentOf, text } from '../../../platform/icalendar/lines.ts'
import { danishTimeZone } from '../../../platform/icalendar/timed-event.ts'
import type { SchedulingMethod } from './scheduling.ts'

/** Who calls the meeting. Programs send answers to `address`, so it is the signed address that answers come in by. */
export interface SchedulingOrganizer {
  readonly address: string
  readonly name: string
  /** Who calls it on their behalf; null = they do so themselves. */
  readonly sentBy: string | null
}

export type InvitedRole = 'chair' | 'required' | 'optional' | 'informed'

/** Somebody who is invited, as all who are invited see them. */
export interface SchedulingInvited {
  readonly address: string
  readonly name: string
  readonly role: InvitedRole
  readonly kind: 'person' | 'group' | 'venue'
  readonly answer: 'yes' | 'no' | 'perhaps' | 'delegated' | 'unanswered'
  /** Who comes instead, where the answer is `delegated`. */
  readonly delegatedTo: string | null
  /** For whom they come. */
  readonly delegatedFrom: string | null
}

/** A meeting as calendars are told of it. It keeps its `uid` for ever; `sequence` counts up when its time or place changes. */
export interface ScheduledMeeting {
  readonly uid: string
  readonly sequence: number
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly url: string
  readonly organizer: SchedulingOrganizer
  readonly invited: readonly SchedulingInvited[]
  /** So many minutes before, calendars remind; null = they do not. */
  readonly remindMinutes: number | null
}

/** A calendar message, as a mail carries it. */
export interface WrittenScheduling {
  readonly method: SchedulingMethod
  readonly content: string
}

/** Writes an invitation, or a change of one: the same with a higher `sequence`. `stamp` is the moment it is made. */
export const writeRequest = (meeting: ScheduledMeeting, stamp: Temporal.Instant, comment = ''): WrittenScheduling =>
  writeObject('REQUEST', meeting, [
    ...aboutLines(meeting, stamp),
    ...commentLines(comment),
    ...meeting.invited.map(attendeeLine),
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    // Outlook shows the time as taken by these, and lets the receiver propose another.
    'X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE',
    'X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY',
    'X-MICROSOFT-DISALLOW-COUNTER:FALSE',
    ...alarmLines(meeting),
  ])

/** Writes that the meeting is called off, to all who are invited. Its `sequence` is one higher than the invitation's. */
export const writeCancel = (meeting: ScheduledMeeting, stamp: Temporal.Instant, comment = ''): WrittenScheduling =>
  writeObject('CANCEL', meeting, [
    ...aboutLines(meeting, stamp),
    ...commentLines(comment),
    ...meeting.invited.map(attendeeLine),
    'STATUS:CANCELLED',
    'TRANSP:TRANSPARENT',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
  ])

/** Writes that some are not invited any more; the meeting stands. It goes to them alone. Source: RFC 5546, §3.2.5. */
export const writeDisinvite = (
  meeting: ScheduledMeeting,
  gone: readonly SchedulingInvited[],
  stamp: Temporal.Instant,
): WrittenScheduling =>
  writeObject('CANCEL', meeting, [
    ...aboutLines(meeting, stamp),
    ...gone.map(attendeeLine),
    'TRANSP:TRANSPARENT',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
  ])

/** Writes that a proposed time is not taken, to who proposed it; the meeting stands as it is told here. */
export const writeDeclineCounter = (
  meeting: ScheduledMeeting,
  proposer: SchedulingInvited,
  stamp: Temporal.Instant,
  comment = '',
): WrittenScheduling =>
  writeObject('DECLINECOUNTER', meeting, [
    ...aboutLines(meeting, stamp),
    ...commentLines(comment),
    attendeeLine(proposer),
  ])

const writeObject = (
  method: SchedulingMethod,
  { uid }: ScheduledMeeting,
  event: readonly string[],
): WrittenScheduling => ({
  method,
  content: [
    fold(['BEGIN:VCALENDAR', 'PRODID:-//Brobyg//Brobyg//DA', 'VERSION:2.0', 'CALSCALE:GREGORIAN', `METHOD:${method}`]),
    danishTimeZone,
    fold(['BEGIN:VEVENT', `UID:${oneLine(uid)}`, ...event, 'END:VEVENT', 'END:VCALENDAR']),
  ].join(''),
})

const fold = (lines: readonly string[]): string => lines.map((line) => `${foldLine(line)}\r\n`).join('')

const aboutLines = (meeting: ScheduledMeeting, stamp: Temporal.Instant): string[] => [
  `DTSTAMP:${momentOf(stamp)}`,
  `SEQUENCE:${meeting.sequence}`,
  organizerLine(meeting.organizer),
  `DTSTART${danishTime(meeting.startsAt)}`,
  `DTEND${danishTime(meeting.endsAt)}`,
  text('SUMMARY', meeting.summary),
  ...(meeting.description === '' ? [] : [text('DESCRIPTION', meeting.description)]),
  ...(meeting.location === '' ? [] : [text('LOCATION', meeting.location)]),
  `URL:${oneLine(meeting.url)}`,
]

const commentLines = (comment: string): string[] => (comment === '' ? [] : [text('COMMENT', comment)])

const organizerLine = ({ address, name, sentBy }: SchedulingOrganizer): string =>
  ['ORGANIZER', ...nameParameter(name), ...(sentBy === null ? [] : [`SENT-BY="${calendarAddress(sentBy)}"`])].join(
    ';',
  ) + `:${calendarAddress(address)}`

const roles: Readonly<Record<InvitedRole, string>> = {
  chair: 'CHAIR',
  required: 'REQ-PARTICIPANT',
  optional: 'OPT-PARTICIPANT',
  informed: 'NON-PARTICIPANT',
}

const kinds = { person: 'INDIVIDUAL', group: 'GROUP', venue: 'ROOM' } as const

const states = {
  yes: 'ACCEPTED',
  no: 'DECLINED',
  perhaps: 'TENTATIVE',
  delegated: 'DELEGATED',
  unanswered: 'NEEDS-ACTION',
} as const

const attendeeLine = (invited: SchedulingInvited): string =>
  [
    'ATTENDEE',
    `CUTYPE=${kinds[invited.kind]}`,
    `ROLE=${roles[invited.role]}`,
    `PARTSTAT=${states[invited.answer]}`,
    `RSVP=${invited.role === 'informed' || invited.answer === 'delegated' ? 'FALSE' : 'TRUE'}`,
    ...(invited.delegatedTo === null ? [] : [`DELEGATED-TO="${calendarAddress(invited.delegatedTo)}"`]),
    ...(invited.delegatedFrom === null ? [] : [`DELEGATED-FROM="${calendarAddress(invited.delegatedFrom)}"`]),
    ...nameParameter(invited.name),
  ].join(';') + `:${calendarAddress(invited.address)}`

/** Quotes cannot stand in a parameter, and Outlook does not know what RFC 6868 writes for them. */
const nameParameter = (name: string): string[] => {
  const plain = oneLine(name).replaceAll('"', '’').replaceAll('^', '').trim()
  return plain === '' ? [] : [`CN="${plain}"`]
}

const calendarAddress = (address: string): string => `mailto:${oneLine(address).replaceAll('"', '')}`

const oneLine = (value: string): string => value.replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')

const alarmLines = ({ remindMinutes, summary }: ScheduledMeeting): string[] =>
  remindMinutes === null
    ? []
    : ['BEGIN:VALARM', 'ACTION:DISPLAY', text('DESCRIPTION', summary), `TRIGGER:-PT${remindMinutes}M`, 'END:VALARM']
