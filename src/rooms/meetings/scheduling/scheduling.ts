/** What a calendar message asks for. Source: RFC 5546, §1.4. */
export const schedulingMethods = [
  'PUBLISH',
  'REQUEST',
  'REPLY',
  'ADD',
  'CANCEL',
  'REFRESH',
  'COUNTER',
  'DECLINECOUNTER',
] as const

export type SchedulingMethod = (typeof schedulingMethods)[number]

/** What somebody answers an invitation; `delegated` = somebody else comes instead. */
export type Answer = 'yes' | 'no' | 'perhaps' | 'delegated' | 'unanswered'

/** Somebody invited, as a calendar message tells of them. Addresses in small letters; null = it tells none that mail can be sent to. */
export interface SchedulingAttendee {
  readonly address: string | null
  readonly name: string
  readonly answer: Answer
  readonly delegatedTo: string | null
  readonly delegatedFrom: string | null
  /** Who sent it for them. */
  readonly sentBy: string | null
}

/** A span of time. */
export interface SchedulingTime {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** A calendar message as it was read. */
export interface SchedulingMessage {
  readonly method: SchedulingMethod
  readonly uid: string
  readonly sequence: number
  /** The time of a series it is about. */
  readonly recurrenceId: Temporal.Instant | null
  /** When its sender made it; null = it does not say. */
  readonly stamp: Temporal.Instant | null
  readonly organizer: string | null
  /** Who answers, proposes or asks; null where the method is the organizer's own. */
  readonly attendee: SchedulingAttendee | null
  readonly attendees: readonly SchedulingAttendee[]
  readonly summary: string
  readonly comment: string
  /** The time it tells of, where it tells one that can be read; in a COUNTER the time it was before, where it tells that. */
  readonly time: SchedulingTime | null
  /** Another time that is proposed by a COUNTER. */
  readonly proposes: SchedulingTime | null
  /** What went wrong at the other end: `3.7;Invalid calendar user`. */
  readonly requestStatus: string | null
}

/** Why a calendar message could not be read. */
export type SchedulingRefusal =
  | 'too_large'
  | 'no_calendar'
  | 'no_method'
  | 'unknown_method'
  | 'no_event'
  | 'cut_off'
  | 'no_uid'
  | 'uid_too_long'
  | 'several_events'
  | 'no_attendee'
  | 'whose_answer'
  | 'no_proposal'
  | 'ends_first'

export interface RefusedScheduling {
  readonly refused: SchedulingRefusal
  readonly facts: Readonly<Record<string, string | number>>
}
