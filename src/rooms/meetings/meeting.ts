export const meetingStates = ['planned', 'called', 'held', 'cancelled'] as const

/** `planned` stands in the calendar · `called` the invitation is out · `held` it took place · `cancelled` it was called off. */
export type MeetingState = (typeof meetingStates)[number]

/** A meeting of a group, with when and where the calendar has it. */
export interface Meeting {
  readonly meetingId: string
  readonly groupId: string
  /** The group's own numbering: its third meeting is 3. */
  readonly number: number
  readonly occurrenceId: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly venueId: string | null
  readonly venue: string | null
  readonly address: string | null
  /** Where, in words, beside the venue or instead of it. */
  readonly place: string
  readonly convenorId: string | null
  readonly state: MeetingState
  readonly isExtraordinary: boolean
  readonly remoteUrl: string
  readonly calledAt: Temporal.Instant | null
  readonly agendaSentAt: Temporal.Instant | null
  readonly heldAt: Temporal.Instant | null
  readonly reason: string
  readonly minutesSentAt: Temporal.Instant | null
  readonly minutesStandAt: Temporal.Instant | null
  readonly minutesStandAs: 'approved' | 'unobjected' | null
  readonly isPublished: boolean
  /** Why minutes that were sent are being corrected; empty = they are not. */
  readonly correctingBecause: string
  /** The invitation's SEQUENCE (RFC 5545): counts changes of when and where, and calling off. */
  readonly sequence: number
  readonly version: number
}

export const answers = ['none', 'yes', 'no', 'perhaps'] as const

export type Answer = (typeof answers)[number]

export const presences = ['present', 'excused', 'missing'] as const

export type Presence = (typeof presences)[number]

/** Somebody asked to a meeting. */
export interface Invitee {
  readonly inviteeId: string
  readonly meetingId: string
  /** The seat they have; null = a guest of this meeting. */
  readonly memberId: string | null
  readonly name: string
  readonly mail: string
  readonly personId: string | null
  readonly answer: Answer
  readonly answeredAt: Temporal.Instant | null
  readonly answeredByWay: 'page' | 'link' | 'mail' | null
  readonly note: string
  /** Another time they asked for. */
  readonly proposed: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant } | null
  readonly substitute: string
  readonly presence: Presence | null
  /** SEQUENCE and DTSTAMP of what their calendar last told (RFC 5546). */
  readonly lastSequence: number | null
  readonly lastStamp: Temporal.Instant | null
}
