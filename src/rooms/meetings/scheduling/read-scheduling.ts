import { type RawEvent, readComponents } from '../../../platform/icalendar/reading/components.ts'
import { decodeCalendar } from '../../../platform/icalendar/reading/decode-calendar.ts'
import { createZoneFinder, type ZoneFinder } from '../../../platform/icalendar/reading/find-zone.ts'
import { plainLine, plainText } from '../../../platform/icalendar/reading/plain-text.ts'
import { commentOf, textOf } from './read-comment.ts'
import { findAnswerer, readAttendee } from './read-attendee.ts'
import { momentAt, timeOf } from './read-time.ts'
import {
  type RefusedScheduling,
  type SchedulingAttendee,
  type SchedulingMessage,
  type SchedulingMethod,
  schedulingMethods,
  type SchedulingRefusal,
} from './scheduling.ts'

/** What the mail around a calendar message says. */
export interface SchedulingEnvelope {
  /** Who the mail is from. */
  readonly from: string | null
  /** The method its part names: some programs leave it out of the calendar. */
  readonly method?: string | null
}

const readProperties: ReadonlySet<string> = new Set([
  'UID',
  'SEQUENCE',
  'RECURRENCE-ID',
  'DTSTAMP',
  'ORGANIZER',
  'ATTENDEE',
  'SUMMARY',
  'COMMENT',
  'X-MICROSOFT-COMMENT',
  'DTSTART',
  'DTEND',
  'DURATION',
  'REQUEST-STATUS',
  'X-MS-OLK-ORIGINALSTART',
  'X-MS-OLK-ORIGINALEND',
])

const most = { bytes: 1_000_000, uid: 500, summary: 200, comment: 1000, attendees: 500 }

/** Methods that somebody invited sends, not who invites. */
const fromInvited: readonly SchedulingMethod[] = ['REPLY', 'COUNTER', 'REFRESH']

class Stop extends Error {
  readonly code: SchedulingRefusal
  readonly facts: Record<string, string | number>

  constructor(code: SchedulingRefusal, facts: Record<string, string | number> = {}) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

/**
 * Reads a calendar message as any of the usual programs writes it, or says why it cannot be. Source: RFC 5546. Times without a zone, and
 * in one nobody knows, are on Danish clocks.
 */
export const readScheduling = (
  content: Uint8Array | string,
  envelope: SchedulingEnvelope,
): { readonly message: SchedulingMessage } | RefusedScheduling => {
  try {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    return { message: readWhole(bytes, envelope) }
  } catch (error) {
    if (error instanceof Stop) return { refused: error.code, facts: error.facts }
    throw error
  }
}

const readWhole = (bytes: Uint8Array, envelope: SchedulingEnvelope): SchedulingMessage => {
  if (bytes.length > most.bytes) throw new Stop('too_large', { bytes: bytes.length })
  const raw = readComponents(decodeCalendar(bytes), readProperties)
  if (!raw.hasBegun) throw new Stop('no_calendar')
  const method = methodOf(raw.method ?? envelope.method ?? '')
  const event = eventOf(raw.events)
  if (!event.isWhole) throw new Stop('cut_off')
  const zones = createZoneFinder(raw.zones)
  const attendees = (event.lines.get('ATTENDEE') ?? []).slice(0, most.attendees).map(readAttendee)
  const told = timeOf(event, 'DTSTART', 'DTEND', zones)
  const sequence = Number(valueOf(event, 'SEQUENCE').trim())
  return {
    method,
    uid: uidOf(event),
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0,
    recurrenceId: momentAt(event, 'RECURRENCE-ID', zones),
    stamp: momentAt(event, 'DTSTAMP', zones),
    organizer: organizerOf(event),
    attendee: fromInvited.includes(method) ? answererOf(attendees, envelope.from) : null,
    attendees,
    summary: plainLine(textOf(event.lines.get('SUMMARY')?.[0]), most.summary),
    comment: plainText(commentOf(event), most.comment),
    time: method === 'COUNTER' ? originalOf(event, zones) : told,
    proposes: method === 'COUNTER' ? proposalOf(event, zones) : null,
    requestStatus: valueOf(event, 'REQUEST-STATUS').trim().slice(0, 200) || null,
  }
}

const valueOf = (event: RawEvent, name: string): string => event.lines.get(name)?.[0]?.value ?? ''

const methodOf = (name: string): SchedulingMethod => {
  const wanted = name.trim().toUpperCase()
  if (wanted === '') throw new Stop('no_method')
  const method = schedulingMethods.find((known) => known === wanted)
  if (method === undefined) throw new Stop('unknown_method', { method: wanted.slice(0, 40) })
  return method
}

const uidOf = (event: RawEvent): string => valueOf(event, 'UID').trim()

/** The event a message is about: of a series the whole, where it tells of some of its times besides. */
const eventOf = (events: readonly RawEvent[]): RawEvent => {
  const [first] = events
  if (first === undefined) throw new Stop('no_event')
  const uids = new Set(events.map(uidOf))
  if (uids.size > 1) throw new Stop('several_events', { events: uids.size })
  const [uid = ''] = uids
  if (uid === '') throw new Stop('no_uid')
  if (uid.length > most.uid) throw new Stop('uid_too_long', { letters: uid.length })
  return events.find(({ lines }) => !lines.has('RECURRENCE-ID')) ?? first
}

const organizerOf = (event: RawEvent): string | null => {
  const line = event.lines.get('ORGANIZER')?.[0]
  return line === undefined ? null : readAttendee(line).address
}

const answererOf = (attendees: readonly SchedulingAttendee[], from: string | null): SchedulingAttendee => {
  if (attendees.length === 0) throw new Stop('no_attendee')
  const answerer = findAnswerer(attendees, from)
  if (answerer === null) throw new Stop('whose_answer', { attendees: attendees.length })
  return answerer
}

/** Outlook tells beside its proposal which time it was before. */
const originalOf = (event: RawEvent, zones: ZoneFinder) =>
  timeOf(event, 'X-MS-OLK-ORIGINALSTART', 'X-MS-OLK-ORIGINALEND', zones)

const proposalOf = (event: RawEvent, zones: ZoneFinder) => {
  const time = timeOf(event, 'DTSTART', 'DTEND', zones)
  if (time === null) throw new Stop('no_proposal')
  if (Temporal.Instant.compare(time.endsAt, time.startsAt) <= 0) throw new Stop('ends_first')
  return time
}
