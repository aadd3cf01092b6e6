import type { Day } from '../../platform/day.ts'

export const seriesKinds = [
  'sport',
  'culture',
  'creative',
  'homework',
  'club',
  'family',
  'health',
  'counselling',
  'party',
  'other',
] as const

/** What somebody chooses among, and `meeting`: the time of a meeting, which its group keeps (`meeting-times.ts`). */
export const everySeriesKind = [...seriesKinds, 'meeting'] as const

export type SeriesKind = (typeof everySeriesKind)[number]

/** The kind as it is written; what is not known is other. */
export const readSeriesKind = (text: string): SeriesKind => everySeriesKind.find((kind) => kind === text) ?? 'other'

export const pricePers = ['time', 'month', 'season', 'year'] as const

export type PricePer = (typeof pricePers)[number]

/** When something takes place: its first time on Danish clocks, how long each lasts, and how it comes round. */
export interface Timing {
  readonly startsOn: Day
  /** Minutes after midnight. */
  readonly startsMinute: number
  readonly lastsMinutes: number
  /** An RRULE (RFC 5545); null = once. */
  readonly rule: string | null
  /** Months it rests every year: 7 = July. */
  readonly leavesOutMonths: readonly number[]
  readonly schoolDaysOnly: boolean
}

/** What is said of an activity, whenever it takes place. */
export interface SeriesFacts {
  readonly title: string
  readonly summary: string
  readonly kind: SeriesKind
  readonly organisationId: string
  readonly planId: string | null
  readonly areaId: string | null
  readonly venueId: string | null
  /** Null = the whole of the venue. */
  readonly spaceId: string | null
  /** Where, in words: beside the venue, or where there is none. */
  readonly place: string
  readonly ageFrom: number | null
  readonly ageTo: number | null
  /** ISO 639 codes of the languages spoken there. */
  readonly languages: readonly string[]
  /** Whole øre; 0 = free, null = not said. */
  readonly priceOere: bigint | null
  readonly pricePer: PricePer | null
  readonly goesAlong: string
  readonly signUp: 'none' | 'open'
  /** How many may sign up; null = as many as like. */
  readonly places: number | null
  readonly isLarge: boolean
  readonly isPublished: boolean
  /** The promise it answers, through all versions of its agreement. */
  readonly lineageId: string | null
}

/** Something that takes place once or comes round. */
export interface Series extends SeriesFacts, Timing {
  readonly seriesId: string
  readonly version: number
  readonly continuesId: string | null
  readonly copiedFromId: string | null
  readonly changedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  /** The calendar elsewhere it is taken over from, where alone it is changed; null = it is ours. */
  readonly outsideCalendarId: string | null
  /** Taken over, and chosen not to be shown here. */
  readonly isLeftOut: boolean
}

/** Days a series rests, both included. */
export interface Pause {
  readonly from: Day
  readonly to: Day
  readonly reason: string
}
