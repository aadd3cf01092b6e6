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
  readonly headCount: number | null
  /** iCalendar's SEQUENCE. */
  readonly sequence: number
  readonly version: number
  readonly changedAt: Temporal.Instant
}

/** Whether it takes place at another time than its rule says. */
export const isMoved = ({ startsAt, originalStartsAt }: Pick<Occurrence, 'startsAt' | 'originalStartsAt'>): boolean =>
  !startsAt.equals(originalStartsAt)
