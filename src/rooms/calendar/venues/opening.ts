import type { Day } from '../../../platform/day.ts'

/** When a venue can be used on a weekday (1 = Monday), in minutes after midnight, from a day to a day, both included. */
export interface Opening {
  readonly openingId: string
  readonly weekday: number
  readonly opensMinute: number
  readonly closesMinute: number
  /** Null = it always was. */
  readonly from: Day | null
  /** Null = until further notice. */
  readonly to: Day | null
  /** Who lends it; null = whoever has it. */
  readonly lentBy: string | null
}

/** The stretch of a weekday an opening is. */
export type OpenStretch = Pick<Opening, 'weekday' | 'opensMinute' | 'closesMinute'>
