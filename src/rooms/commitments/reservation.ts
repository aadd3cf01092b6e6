import type { Settlement } from './reservation.rules.ts'

/** What an agreement makes conditional, with the promises that hang on it and what became of it. */
export interface Reservation {
  readonly reservationId: string
  readonly activityId: string
  readonly text: string
  /** The last day it is safe, as an ISO day; null where the agreement says none. */
  readonly until: string | null
  readonly sourceLine: number
  /** The reading ids (`a3.1/k2`) of the promises that hang on it, in the order of the text. */
  readonly promises: readonly string[]
  /** What was last said of it until the day asked; null where nobody has. */
  readonly settlement: Settlement | null
  /** How many times it has been settled; one more by someone else stops the next. */
  readonly settlements: number
}
