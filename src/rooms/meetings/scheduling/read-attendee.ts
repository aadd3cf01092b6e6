import { type ContentLine, parametersOf } from '../../../platform/icalendar/reading/content-lines.ts'
import { plainLine } from '../../../platform/icalendar/reading/plain-text.ts'
import { readCalendarAddress } from './calendar-address.ts'
import type { Answer, SchedulingAttendee } from './scheduling.ts'

const answers: Readonly<Record<string, Answer>> = {
  ACCEPTED: 'yes',
  DECLINED: 'no',
  TENTATIVE: 'perhaps',
  DELEGATED: 'delegated',
}

/** Reads an ATTENDEE or ORGANIZER line. Where its value is no mail address the EMAIL parameter is, as Apple writes it. */
export const readAttendee = (line: ContentLine): SchedulingAttendee => {
  const parameters = parametersOf(line)
  const one = (name: string): string => parameters.get(name)?.[0] ?? ''
  const delegatedTo = readCalendarAddress(one('DELEGATED-TO'))
  const answer = answers[one('PARTSTAT').trim().toUpperCase()] ?? 'unanswered'
  return {
    address:
      readCalendarAddress(line.value) ?? readCalendarAddress(one('EMAIL')) ?? readCalendarAddress(one('X-EMAIL')),
    name: plainLine(one('CN'), 120),
    answer,
    delegatedTo,
    delegatedFrom: readCalendarAddress(one('DELEGATED-FROM')),
    sentBy: readCalendarAddress(one('SENT-BY')),
  }
}

/**
 * Who of those a message names has sent it: the one it is from, else the only one, else the only one who answered. Google names all who
 * are invited in each answer; a delegation names two. Null where that cannot be told.
 */
export const findAnswerer = (
  attendees: readonly SchedulingAttendee[],
  from: string | null,
): SchedulingAttendee | null => {
  const sender = from?.toLowerCase() ?? null
  const sent = sender === null ? undefined : attendees.find(({ address, sentBy }) => [address, sentBy].includes(sender))
  if (sent !== undefined) return sent
  if (attendees.length === 1) return attendees[0] ?? null
  const answered = attendees.filter(({ answer }) => answer !== 'unanswered')
  if (answered.length === 1) return answered[0] ?? null
  // A delegation told by neither's own address: who gives it away comes first.
  const delegating = answered.filter(({ answer }) => answer === 'delegated')
  return delegating.length === 1 ? (delegating[0] ?? null) : null
}
