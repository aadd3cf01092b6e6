import type { Space, Venue } from '../venue.ts'
import type { Opening } from './opening.ts'

/** A venue with what can be booked of it, its hours, and the names of where it is and who has it. */
export interface VenueCard extends Venue {
  readonly area: string | null
  readonly organisation: string | null
  readonly plan: string | null
  readonly spaces: readonly Space[]
  readonly openings: readonly Opening[]
}
