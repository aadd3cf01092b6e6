import type { SchedulingAttendee, SchedulingMessage } from './scheduling.ts'
import type {
  AskedWhy,
  IgnoredWhy,
  SchedulingSender,
  Settled,
  SettledWhy,
  StandingInvited,
  StandingMeeting,
} from './settled.ts'

/** A message with who it turned out to be from. */
interface Known {
  readonly standing: StandingMeeting
  readonly message: SchedulingMessage
  readonly attendee: SchedulingAttendee
  readonly sender: SchedulingSender
  /** Whose invitation it came by. */
  readonly token: StandingInvited
  readonly stamp: Temporal.Instant
}

const ignore = (why: IgnoredWhy): Settled => ({ do: 'ignore', why })

/**
 * What a message means for the meeting that stands; null = no meeting has its UID. Only what came to a signed address of this meeting
 * counts, whatever it says of itself. Stamps in the future count as now, so that a clock that is ahead does not silence later answers.
 * Source: RFC 5546, §2.1.5 (which of two messages is the newer) and §3.2.
 */
export const settleMessage = (
  standing: StandingMeeting | null,
  message: SchedulingMessage,
  sender: SchedulingSender,
): Settled => {
  if (standing === null) return ignore('unknown_uid')
  if (message.uid !== standing.uid) return ignore('other_uid')
  const token = standing.invited.find(({ address }) => address === sender.tokenOf)
  if (token === undefined) return ignore('no_token')
  const { attendee } = message
  if (attendee === null) return ignore('not_theirs_to_send')
  if (standing.isCancelled && message.method !== 'REFRESH') return ignore('cancelled')
  const stamp = earlier(message.stamp ?? sender.receivedAt, sender.receivedAt)
  const known = { standing, message, attendee, sender, token, stamp }
  if (message.recurrenceId !== null && !message.recurrenceId.equals(standing.startsAt))
    return ask(known, 'part_of_series')
  return settleKnown(known)
}

const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) <= 0 ? one : other

const settleKnown = (known: Known): Settled => {
  const { attendee, token, sender, standing } = known
  if (attendee.address === token.address) return settleOwn(known, null)
  // Their own mail, with a name in it that no mail reaches or that is another of theirs.
  if (sender.address === token.address && !isInvited(standing, attendee.address)) return settleBySender(known)
  if (attendee.address === null) return ask(known, 'not_invited')
  if (attendee.delegatedFrom === token.address) return settleDelegate(known, attendee.address)
  return ask(known, isInvited(standing, attendee.address) ? 'other_token' : 'not_invited')
}

const isInvited = ({ invited }: StandingMeeting, address: string | null): boolean =>
  invited.some((one) => one.address === address)

/** From the mail address that was invited; a delegate never sends from that. */
const settleBySender = (known: Known): Settled =>
  known.attendee.delegatedFrom === known.token.address && known.attendee.address !== null
    ? settleDelegate(known, known.attendee.address)
    : settleOwn(known, 'by_sender')

const ask = ({ attendee, token, message, sender }: Known, why: AskedWhy): Settled => ({
  do: 'ask',
  address: attendee.address ?? sender.address,
  name: attendee.name,
  byInvitationOf: token.address,
  answer: attendee.answer,
  comment: message.comment,
  why,
})

const said = ({ token, message, sender, stamp }: Known) => ({
  of: token.address,
  comment: message.comment,
  stamp,
  sequence: message.sequence,
  sentBy: sender.address === token.address ? null : (sender.address ?? ''),
})

/** What somebody invited says for themselves. */
const settleOwn = (known: Known, told: SettledWhy | null): Settled => {
  const { message, attendee, token, stamp } = known
  if (message.method === 'REFRESH') return { do: 'refresh', of: token.address, why: 'asks_again' }
  if (isOlder(token, message, stamp)) return ignore('older')
  if (message.method === 'COUNTER') return settleCounter(known)
  if (attendee.answer === 'unanswered') return ignore('no_answer')
  if (attendee.answer === 'delegated') return settleGivenOn(known)
  const { isToEarlierTime, why } = ageOf(known)
  return { do: 'answer', ...said(known), answer: attendee.answer, isToEarlierTime, why: told ?? why }
}

/** A lower sequence than they answered already, or the same made before. One made in the same second came later, and counts. */
const isOlder = (token: StandingInvited, message: SchedulingMessage, stamp: Temporal.Instant): boolean => {
  if (token.lastSequence !== null && message.sequence !== token.lastSequence)
    return message.sequence < token.lastSequence
  return token.lastStamp !== null && Temporal.Instant.compare(stamp, token.lastStamp) < 0
}

/** Whether what was answered is the time that stands. */
const ageOf = ({ standing, message }: Known): { isToEarlierTime: boolean; why: SettledWhy } => {
  if (message.sequence > standing.sequence) return { isToEarlierTime: false, why: 'sequence_ahead' }
  if (message.sequence === standing.sequence) return { isToEarlierTime: false, why: 'in_time' }
  return isTimeUnchanged(standing, message)
    ? { isToEarlierTime: false, why: 'time_unchanged' }
    : { isToEarlierTime: true, why: 'time_changed' }
}

/** Known by the sequence the time came with, else by the time the message tells; where neither is known it counts as changed. */
const isTimeUnchanged = ({ timeSetAt, startsAt, endsAt }: StandingMeeting, { sequence, time }: SchedulingMessage) =>
  timeSetAt === null
    ? time !== null && time.startsAt.equals(startsAt) && time.endsAt.equals(endsAt)
    : sequence >= timeSetAt

const settleCounter = (known: Known): Settled => {
  const { standing, message, attendee, sender } = known
  const { proposes } = message
  if (proposes === null) return ask(known, 'nothing_new')
  if (proposes.startsAt.equals(standing.startsAt) && proposes.endsAt.equals(standing.endsAt))
    return ask(known, 'nothing_new')
  if (Temporal.Instant.compare(proposes.startsAt, sender.receivedAt) <= 0) return ask(known, 'proposes_past')
  const { isToEarlierTime } = ageOf(known)
  return { do: 'counter', ...said(known), proposes, answer: attendee.answer, isToEarlierTime, why: 'proposal' }
}

/** They let somebody else come instead, who has not answered yet, or whose answer stands in the same message. */
const settleGivenOn = (known: Known): Settled => {
  const { attendee, message } = known
  const to = attendee.delegatedTo
  if (to === null || to === attendee.address) return ask(known, 'delegated_to_nobody')
  const other = message.attendees.find(({ address }) => address === to)
  return {
    do: 'delegate',
    ...said(known),
    to,
    toName: other?.name ?? '',
    answer: other === undefined || other.answer === 'delegated' ? 'unanswered' : other.answer,
    why: 'given_on',
  }
}

/** The one who comes instead answers by the invitation they were given. */
const settleDelegate = (known: Known, to: string): Settled => {
  const { message, attendee, token, sender, stamp } = known
  if (message.method === 'REFRESH') return { do: 'refresh', of: token.address, why: 'asks_again' }
  if (message.method === 'COUNTER') return ask(known, 'not_invited')
  if (isOlder(token, message, stamp)) return ignore('older')
  return {
    do: 'delegate',
    ...said(known),
    sentBy: sender.address === to ? null : (sender.address ?? ''),
    to,
    toName: attendee.name,
    // Given on once more: whoever that is has not answered.
    answer: attendee.answer === 'delegated' ? 'unanswered' : attendee.answer,
    why: 'delegate_answers',
  }
}
