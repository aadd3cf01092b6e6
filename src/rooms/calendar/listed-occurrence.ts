import type { Occurrence } from './occurrence.ts'
import type { Series } from './series.ts'

/** A time as lists show it: with what is said of its series, and the names of where it is and who arranges it. */
export interface ListedOccurrence extends Occurrence {
  readonly series: Series
  readonly venue: string | null
  readonly address: string | null
  readonly entrance: string | null
  /** Where the venue lies, in degrees; null = not known. */
  readonly position: { readonly latitude: number; readonly longitude: number } | null
  readonly area: string | null
  readonly organisation: string
  readonly plan: string | null
}

/** Where a time stands in the list: lists go on after it. */
export interface TimeInList {
  readonly startsAt: Temporal.Instant
  readonly occurrenceId: string
}

/** What of the calendar is asked for; null = whatever it is. */
export interface CalendarFilter {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant | null
  readonly areaId: string | null
  readonly venueId: string | null
  readonly organisationId: string | null
  readonly planId: string | null
  readonly kind: string | null
  /** Of whom at least one is welcome. */
  readonly ages: { readonly from: number; readonly to: number } | null
  readonly isFree: boolean
  readonly language: string | null
  /** Words that stand in what is said of it. */
  readonly words: string | null
  /** Only what everyone may see, also for those who may see more. */
  readonly isPublic: boolean
  /** The last of the page before. */
  readonly after: TimeInList | null
  readonly most: number
}

export const wholeCalendar: Omit<CalendarFilter, 'from'> = {
  to: null,
  areaId: null,
  venueId: null,
  organisationId: null,
  planId: null,
  kind: null,
  ages: null,
  isFree: false,
  language: null,
  words: null,
  isPublic: true,
  after: null,
  most: 200,
}
