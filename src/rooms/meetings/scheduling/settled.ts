import type { Answer, SchedulingTime } from './scheduling.ts'

/** Somebody invited, as they stand. Addresses in small letters. */
export interface StandingInvited {
  readonly address: string
  readonly name: string
  /** When the last answer of theirs that counts was made, and to which `sequence`; null = they have not answered. */
  readonly lastStamp: Temporal.Instant | null
  readonly lastSequence: number | null
}

/** A meeting as it stands. */
export interface StandingMeeting extends SchedulingTime {
  readonly uid: string
  readonly sequence: number
  /** The `sequence` its present time came with; null = not known. */
  readonly timeSetAt: number | null
  readonly isCancelled: boolean
  readonly invited: readonly StandingInvited[]
}

/** What the mail around a message says of who sent it. */
export interface SchedulingSender {
  /** Whom the mail is from, in small letters; null = nobody that can be told. */
  readonly address: string | null
  /** Whom the signed address it came to was given to; null = it came to none of this meeting. */
  readonly tokenOf: string | null
  readonly receivedAt: Temporal.Instant
}

/** Why a message is taken as it is. The convenor's pages and the tests tell each in words. */
export type SettledWhy =
  | 'in_time'
  | 'sequence_ahead'
  | 'time_unchanged'
  | 'time_changed'
  | 'by_sender'
  | 'proposal'
  | 'asks_again'
  | 'given_on'
  | 'delegate_answers'

/** Why somebody must look at it. */
export type AskedWhy =
  | 'not_invited'
  | 'other_token'
  | 'part_of_series'
  | 'delegated_to_nobody'
  | 'nothing_new'
  | 'proposes_past'
  | 'only_words'

/** Why nothing comes of it. */
export type IgnoredWhy =
  | 'unknown_uid'
  | 'other_uid'
  | 'no_token'
  | 'not_theirs_to_send'
  | 'cancelled'
  | 'older'
  | 'no_answer'
  | 'automatic'

/** What is said of whoever a settled message is from. */
interface Said {
  /** The address they are invited by. */
  readonly of: string
  readonly comment: string
  /** When it was made, and to which `sequence`; kept, so that an older one never takes its place. */
  readonly stamp: Temporal.Instant
  readonly sequence: number
  /** The mail was from another address, which the convenor is told; null = from their own. */
  readonly sentBy: string | null
}

/** What a message means for what stands. */
export type Settled =
  | (Said & {
      readonly do: 'answer'
      readonly answer: Exclude<Answer, 'delegated' | 'unanswered'>
      /** It answers a time that is not the meeting's any more. Kept as that, and asked again. */
      readonly isToEarlierTime: boolean
      readonly why: SettledWhy
    })
  | (Said & {
      readonly do: 'counter'
      readonly proposes: SchedulingTime
      /** What they answer to the time that stands, where they say it. */
      readonly answer: Answer
      readonly isToEarlierTime: boolean
      readonly why: SettledWhy
    })
  | { readonly do: 'refresh'; readonly of: string; readonly why: SettledWhy }
  | (Said & {
      readonly do: 'delegate'
      readonly to: string
      readonly toName: string
      /** What the one who comes instead answers. */
      readonly answer: Exclude<Answer, 'delegated'>
      readonly why: SettledWhy
    })
  | {
      readonly do: 'ask'
      /** Who it seems to be from. */
      readonly address: string | null
      readonly name: string
      /** Whose invitation it came by. */
      readonly byInvitationOf: string
      readonly answer: Answer
      readonly comment: string
      readonly why: AskedWhy
    }
  | { readonly do: 'ignore'; readonly why: IgnoredWhy }
