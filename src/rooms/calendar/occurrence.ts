import type { SeriesFacts } from './series.ts'
import type { NoReason } from './venues/no-reason.ts'

/**
 * `planned` it takes place · `cancelled` it does not, and people are told · `skipped` something else holds the place, and it comes back
 * when that goes away · `held` it took place.
 */
export type OccurrenceState = 'planned' | 'cancelled' | 'skipped' | 'held'

/** One time of a series. */
export interface Occurrence {
  readonly occurrenceId: string
  readonly seriesId: string
  /** Where the rule put it; names it for good. */
  readonly originalStartsAt: Temporal.Instant
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly state: OccurrenceState
  /** Added by hand, outside the rule. */
  readonly isExtra: boolean
  /** Why it was cancelled, moved or skipped. */
  readonly reason: string
  /** Why it has no place, where it is skipped for a reason that is known. */
  readonly skippedBecause: NoReason | null
  /** The venue it is moved to, all of it; null = where its series is. */
  readonly elsewhereVenueId: string | null
  readonly headCount: number | null
  /** iCalendar's SEQUENCE. */
  readonly sequence: number
  readonly version: number
  readonly changedAt: Temporal.Instant
}

/** Whether it takes place at another time than its rule says. */
export const isAtOtherTime = (time: Pick<Occurrence, 'startsAt' | 'originalStartsAt'>): boolean =>
  !time.startsAt.equals(time.originalStartsAt)

/** Whether it takes place at another time, or elsewhere, than its series says. */
export const isMoved = (time: Pick<Occurrence, 'startsAt' | 'originalStartsAt' | 'elsewhereVenueId'>): boolean =>
  isAtOtherTime(time) || time.elsewhereVenueId !== null

/** What is said of a series where one of its times takes place: another venue, where it is moved there. */
export const placedAs = <Facts extends Pick<SeriesFacts, 'venueId' | 'spaceId' | 'place'>>(
  series: Facts,
  { elsewhereVenueId }: Pick<Occurrence, 'elsewhereVenueId'>,
): Facts => (elsewhereVenueId === null ? series : { ...series, venueId: elsewhereVenueId, spaceId: null, place: '' })
