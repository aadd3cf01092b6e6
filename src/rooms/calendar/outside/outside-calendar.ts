import type { PricePer, SeriesKind } from '../series.ts'
import type { OutsideCalendar as FoundCalendar, Unread } from './reading/outside-activity.ts'

/** `proposed` found, and not yet confirmed · `given_up` has not answered for a month. */
export const outsideStates = ['proposed', 'followed', 'paused', 'given_up', 'ended'] as const

export type OutsideState = (typeof outsideStates)[number]

/** What is said here of everything that comes from a calendar. */
export interface OutsideDefaults {
  readonly name: string
  readonly organisationId: string
  readonly planId: string | null
  readonly areaId: string | null
  readonly kind: SeriesKind
  readonly ageFrom: number | null
  readonly ageTo: number | null
  /** Whole øre; 0 = free, null = not said. */
  readonly priceOere: bigint | null
  readonly pricePer: PricePer | null
  readonly isPublished: boolean
}

/** What stood in the way the last time, as a code with facts. */
export interface OutsideFault {
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>
  readonly since: Temporal.Instant
}

/** A calendar kept elsewhere that is followed here. */
export interface FollowedCalendar extends OutsideDefaults {
  readonly outsideCalendarId: string
  /** The server it is at; null = it came as a file. */
  readonly host: string | null
  readonly state: OutsideState
  readonly addedBy: string
  readonly askedAt: Temporal.Instant | null
  readonly answeredAt: Temporal.Instant | null
  readonly laidAt: Temporal.Instant | null
  readonly fault: OutsideFault | null
  /** How often in a row it has failed. */
  readonly failures: number
  readonly nextAt: Temporal.Instant | null
  readonly activities: number
  readonly unread: number
  readonly version: number
}

/** Where it is, and what only those who arrange it may know. */
export interface OutsideSource {
  readonly address: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly found: FoundCalendar | null
  readonly unread: readonly Unread[]
}
