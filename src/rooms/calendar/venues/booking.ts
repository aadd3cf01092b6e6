import type { AnswerCode } from './no-reason.ts'

/**
 * `requested` whoever has the venue is asked · `approved` it is theirs · `refused` they got a no · `released` nobody confirmed it ·
 * `cancelled` they gave it up.
 */
export type BookingState = 'requested' | 'approved' | 'refused' | 'released' | 'cancelled'

export const bookingStates: readonly BookingState[] = ['requested', 'approved', 'refused', 'released', 'cancelled']

/** A booking as lists show it, its spaces together. */
export interface ListedBooking {
  /** One of its rows, by which it is found. */
  readonly bookingId: string
  /** Counts every change of its rows. */
  readonly version: number
  readonly venueId: string
  readonly venue: string
  /** '' where it is the whole venue. */
  readonly spaces: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly organisation: string
  readonly purpose: string
  readonly state: BookingState
  /** What whoever answered wrote along. */
  readonly answer: string
  readonly answerCode: AnswerCode | null
  readonly occurrenceId: string | null
  readonly confirmedAt: Temporal.Instant | null
  /** Days before it begins when it is released unless it is confirmed; null = it is kept. */
  readonly releaseDays: number | null
}

/** What somebody asks whoever has a venue for, at one go: once, or all the times of an activity. */
export interface VenueRequest {
  readonly requestId: string
  /** Counts its bookings and their changes: what is answered is what was seen. */
  readonly stamp: string
  readonly venueId: string
  readonly organisation: string
  readonly purpose: string
  readonly spaces: string
  readonly times: number
  readonly first: { readonly from: Temporal.Instant; readonly to: Temporal.Instant }
  readonly last: Temporal.Instant
  /** Of its times, how many something holds already, and for how many others have asked too. */
  readonly taken: number
  readonly rivals: number
}

/** What somebody is to have of a venue, given at one go. */
export interface GivenPlace {
  /** One of its bookings, by which it is found. */
  readonly bookingId: string
  /** Counts its bookings and their changes: what is taken back is what was seen. */
  readonly stamp: string
  readonly organisation: string
  readonly purpose: string
  readonly spaces: string
  /** The first time. */
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** When each time begins, in order. */
  readonly starts: readonly Temporal.Instant[]
}
