import type { SchedulingAttendee, SchedulingMessage } from './scheduling.ts'
import type { SchedulingSender, Settled, StandingMeeting } from './settled.ts'

export const at = (text: string) => Temporal.Instant.from(text)
export const ane = 'ane@klub.example'
const bo = 'bo@forening.example'
const cy = 'cy@other.example'
const morning = { startsAt: at('2026-12-07T08:00Z'), endsAt: at('2026-12-07T09:30Z') }
const later = { startsAt: at('2026-12-10T12:00Z'), endsAt: at('2026-12-10T13:30Z') }
export const received = at('2026-11-30T08:00Z')

export const invited = (address: string) => ({ address, name: '', lastStamp: null, lastSequence: null })
const answered = (address: string, lastSequence: number, lastStamp: string) => ({
  address,
  name: '',
  lastSequence,
  lastStamp: at(lastStamp),
})

export const standing: StandingMeeting = {
  uid: 'u',
  sequence: 2,
  timeSetAt: null,
  isCancelled: false,
  invited: [invited(ane), invited(bo)],
  ...morning,
}

const who = (change: Partial<SchedulingAttendee> = {}): SchedulingAttendee => ({
  address: ane,
  name: 'Ane Lund',
  answer: 'yes',
  delegatedTo: null,
  delegatedFrom: null,
  sentBy: null,
  ...change,
})

export const message = (change: Partial<SchedulingMessage> = {}): SchedulingMessage => ({
  method: 'REPLY',
  uid: 'u',
  sequence: 2,
  recurrenceId: null,
  stamp: at('2026-11-30T07:59Z'),
  organizer: null,
  attendee: who(),
  attendees: [],
  summary: '',
  comment: '',
  time: morning,
  proposes: null,
  requestStatus: null,
  ...change,
})

const counter = (change: Partial<SchedulingMessage> = {}) => message({ method: 'COUNTER', proposes: later, ...change })

export const own: SchedulingSender = { address: ane, tokenOf: ane, receivedAt: received }

/** What comes of it in one line. */
export const told = (settled: Settled): string => {
  switch (settled.do) {
    case 'answer':
      return `answer ${settled.of} ${settled.answer}${settled.isToEarlierTime ? ' earlier' : ''}${settled.sentBy === null ? '' : ' by another'}: ${settled.why}`
    case 'counter':
      return `counter ${settled.of}${settled.isToEarlierTime ? ' earlier' : ''}: ${settled.why}`
    case 'delegate':
      return `delegate ${settled.of} → ${settled.to} ${settled.answer}: ${settled.why}`
    case 'refresh':
      return `refresh ${settled.of}: ${settled.why}`
    case 'ask':
      return `ask ${settled.address} by ${settled.byInvitationOf}: ${settled.why}`
    case 'ignore':
      return `ignore: ${settled.why}`
  }
}

export interface SettleRow {
  readonly what: string
  readonly to?: Partial<StandingMeeting> | null
  readonly message?: SchedulingMessage
  readonly sender?: Partial<SchedulingSender>
  readonly is: string
}

export const taken: readonly SettleRow[] = [
  { what: 'yes', is: `answer ${ane} yes: in_time` },
  { what: 'no', message: message({ attendee: who({ answer: 'no' }) }), is: `answer ${ane} no: in_time` },
  { what: 'perhaps', message: message({ attendee: who({ answer: 'perhaps' }) }), is: `answer ${ane} perhaps: in_time` },
  { what: 'yes, sent by another', sender: { address: cy }, is: `answer ${ane} yes by another: in_time` },
  { what: 'yes, in a mail from nobody', sender: { address: null }, is: `answer ${ane} yes by another: in_time` },
  {
    what: 'yes to a sequence that is not yet',
    message: message({ sequence: 9 }),
    is: `answer ${ane} yes: sequence_ahead`,
  },
  {
    what: 'yes to an earlier sequence of the same time',
    message: message({ sequence: 1 }),
    is: `answer ${ane} yes: time_unchanged`,
  },
  {
    what: 'yes to an earlier time',
    message: message({ sequence: 1, time: later }),
    is: `answer ${ane} yes earlier: time_changed`,
  },
  {
    what: 'yes to an earlier sequence without a time',
    message: message({ sequence: 1, time: null }),
    is: `answer ${ane} yes earlier: time_changed`,
  },
  {
    what: 'yes to an earlier sequence that had the time already',
    to: { timeSetAt: 1 },
    message: message({ sequence: 1, time: null }),
    is: `answer ${ane} yes: time_unchanged`,
  },
  {
    what: 'yes to a sequence before the time was set',
    to: { timeSetAt: 2 },
    message: message({ sequence: 1 }),
    is: `answer ${ane} yes earlier: time_changed`,
  },
  {
    what: 'a later answer',
    to: { invited: [answered(ane, 2, '2026-11-30T07:00Z')] },
    is: `answer ${ane} yes: in_time`,
  },
  {
    what: 'another answer of the same second',
    to: { invited: [answered(ane, 2, '2026-11-30T07:59Z')] },
    is: `answer ${ane} yes: in_time`,
  },
  {
    what: 'an answer to a later sequence by a clock that is behind',
    to: { invited: [answered(ane, 1, '2026-11-30T09:00Z')] },
    is: `answer ${ane} yes: in_time`,
  },
  { what: 'an answer without a stamp', message: message({ stamp: null }), is: `answer ${ane} yes: in_time` },
  {
    what: 'the one time of the meeting, named as a time of a series',
    message: message({ recurrenceId: morning.startsAt }),
    is: `answer ${ane} yes: in_time`,
  },
  {
    what: 'no address in it, from their own',
    message: message({ attendee: who({ address: null }) }),
    is: `answer ${ane} yes: by_sender`,
  },
  {
    what: 'another address of theirs in it, from their own',
    message: message({ attendee: who({ address: 'ane.lund@klub.example' }) }),
    is: `answer ${ane} yes: by_sender`,
  },
  { what: 'another time proposed', message: counter(), is: `counter ${ane}: proposal` },
  {
    what: 'another time proposed for an earlier one',
    message: counter({ sequence: 0, time: later }),
    is: `counter ${ane} earlier: proposal`,
  },
  { what: 'asked for once more', message: message({ method: 'REFRESH' }), is: `refresh ${ane}: asks_again` },
  {
    what: 'asked for once more when it is called off',
    to: { isCancelled: true },
    message: message({ method: 'REFRESH' }),
    is: `refresh ${ane}: asks_again`,
  },
  {
    what: 'given on',
    message: message({ attendee: who({ answer: 'delegated', delegatedTo: cy }) }),
    is: `delegate ${ane} → ${cy} unanswered: given_on`,
  },
  {
    what: 'given on, with the answer along',
    message: message({
      attendee: who({ answer: 'delegated', delegatedTo: cy }),
      attendees: [who({ address: cy, answer: 'yes', delegatedFrom: ane })],
    }),
    is: `delegate ${ane} → ${cy} yes: given_on`,
  },
  {
    what: 'the one who comes instead',
    message: message({ attendee: who({ address: cy, answer: 'no', delegatedFrom: ane }) }),
    sender: { address: cy },
    is: `delegate ${ane} → ${cy} no: delegate_answers`,
  },
  {
    what: 'the one who comes instead, sent from the address that was invited',
    message: message({ attendee: who({ address: cy, delegatedFrom: ane }) }),
    is: `delegate ${ane} → ${cy} yes: delegate_answers`,
  },
  {
    what: 'the one who comes instead gives it on once more',
    message: message({ attendee: who({ address: cy, answer: 'delegated', delegatedFrom: ane }) }),
    sender: { address: cy },
    is: `delegate ${ane} → ${cy} unanswered: delegate_answers`,
  },
  {
    what: 'the one who comes instead asks for it',
    message: message({ method: 'REFRESH', attendee: who({ address: cy, delegatedFrom: ane }) }),
    sender: { address: cy },
    is: `refresh ${ane}: asks_again`,
  },
]

export const asked: readonly SettleRow[] = [
  {
    what: 'somebody who was not invited',
    message: message({ attendee: who({ address: cy }) }),
    sender: { address: cy },
    is: `ask ${cy} by ${ane}: not_invited`,
  },
  {
    what: 'no address in it, from another',
    message: message({ attendee: who({ address: null }) }),
    sender: { address: cy },
    is: `ask ${cy} by ${ane}: not_invited`,
  },
  {
    what: 'somebody invited, by another’s invitation',
    message: message({ attendee: who({ address: bo }) }),
    sender: { address: bo },
    is: `ask ${bo} by ${ane}: other_token`,
  },
  {
    what: 'for another, from their own address',
    message: message({ attendee: who({ address: bo }) }),
    is: `ask ${bo} by ${ane}: other_token`,
  },
  {
    what: 'a delegate of somebody else',
    message: message({ attendee: who({ address: cy, delegatedFrom: bo }) }),
    sender: { address: cy },
    is: `ask ${cy} by ${ane}: not_invited`,
  },
  {
    what: 'a delegate who proposes',
    message: counter({ attendee: who({ address: cy, delegatedFrom: ane }) }),
    sender: { address: cy },
    is: `ask ${cy} by ${ane}: not_invited`,
  },
  {
    what: 'given on to nobody',
    message: message({ attendee: who({ answer: 'delegated' }) }),
    is: `ask ${ane} by ${ane}: delegated_to_nobody`,
  },
  {
    what: 'given on to themselves',
    message: message({ attendee: who({ answer: 'delegated', delegatedTo: ane }) }),
    is: `ask ${ane} by ${ane}: delegated_to_nobody`,
  },
  {
    what: 'another time of a series',
    message: message({ recurrenceId: later.startsAt }),
    is: `ask ${ane} by ${ane}: part_of_series`,
  },
  {
    what: 'a proposal of the time that stands',
    message: counter({ proposes: morning }),
    is: `ask ${ane} by ${ane}: nothing_new`,
  },
  { what: 'a proposal without a time', message: counter({ proposes: null }), is: `ask ${ane} by ${ane}: nothing_new` },
  {
    what: 'a proposal in the past',
    message: counter({ proposes: { startsAt: received, endsAt: later.endsAt } }),
    is: `ask ${ane} by ${ane}: proposes_past`,
  },
]

export const ignored: readonly SettleRow[] = [
  { what: 'a meeting nobody knows', to: null, is: 'ignore: unknown_uid' },
  { what: 'another meeting', message: message({ uid: 'v' }), is: 'ignore: other_uid' },
  { what: 'no signed address', sender: { tokenOf: null }, is: 'ignore: no_token' },
  { what: 'the signed address of one who is not invited any more', sender: { tokenOf: cy }, is: 'ignore: no_token' },
  { what: 'an answer when it is called off', to: { isCancelled: true }, is: 'ignore: cancelled' },
  { what: 'a proposal when it is called off', to: { isCancelled: true }, message: counter(), is: 'ignore: cancelled' },
  { what: 'an older answer', to: { invited: [answered(ane, 2, '2026-11-30T07:59:30Z')] }, is: 'ignore: older' },
  {
    what: 'an answer to an earlier sequence than they answered',
    to: { invited: [answered(ane, 2, '2026-11-29T07:00Z')] },
    message: message({ sequence: 1 }),
    is: 'ignore: older',
  },
  {
    what: 'an older proposal',
    to: { invited: [answered(ane, 2, '2026-11-30T07:59:30Z')] },
    message: counter(),
    is: 'ignore: older',
  },
  {
    what: 'an older answer of who comes instead',
    to: { invited: [answered(ane, 2, '2026-11-30T07:59:30Z')] },
    message: message({ attendee: who({ address: cy, delegatedFrom: ane }) }),
    sender: { address: cy },
    is: 'ignore: older',
  },
  { what: 'no answer', message: message({ attendee: who({ answer: 'unanswered' }) }), is: 'ignore: no_answer' },
]
