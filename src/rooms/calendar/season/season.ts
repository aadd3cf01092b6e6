import type { Day } from '../../../platform/day.ts'

/** What an agreement promises so many times a year in each area, planned from wishes to days. */
export interface Season {
  readonly seasonId: string
  readonly title: string
  /** The promise it keeps, through all versions of its agreement. */
  readonly lineageId: string
  /** Who owes the promise. */
  readonly organisationId: string
  readonly planId: string | null
  readonly from: Day
  /** The last day, included. It may lie in the year after the first: each year's number counts what begins in it. */
  readonly to: Day
  /** Written by hand where the agreement cannot be read. */
  readonly writtenCap: number | null
  readonly writtenPriceOere: bigint | null
  readonly version: number
}

/** `wished` it waits · `agreed` it is in the calendar · `withdrawn` whoever wished took it back · `declined` whoever owes it said no. */
export const wishStates = ['wished', 'agreed', 'withdrawn', 'declined'] as const

export type WishState = (typeof wishStates)[number]

/** What somebody wishes of a season. */
export interface SeasonWish {
  readonly seasonWishId: string
  readonly seasonId: string
  readonly areaId: string
  readonly organisationId: string
  readonly planId: string | null
  readonly title: string
  /** The weeks that suit, as days, both included. */
  readonly weeks: { readonly from: Day; readonly to: Day }
  readonly venueId: string | null
  readonly note: string
  readonly state: WishState
  readonly answer: string
  readonly seriesId: string | null
  readonly version: number
  /** Names to show. */
  readonly area: string
  readonly venue: string | null
  readonly wishedBy: string
}

/** Something in the calendar that counts towards the promise: each activity once, however many times it is made up of. */
export interface CountedSeries {
  readonly seriesId: string
  readonly title: string
  readonly areaId: string | null
  /** The calendar year it counts in: that of its times. */
  readonly year: number
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  /** Held at least once, and nothing of it is still to come. */
  readonly isHeld: boolean
}
