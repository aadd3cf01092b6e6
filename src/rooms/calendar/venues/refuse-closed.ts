import { Refused } from '../../../platform/refused.ts'
import { wallOf } from '../clock-words.ts'
import type { Venue } from '../venue.ts'
import type { Opening } from './opening.ts'
import { hoursAsFact } from './opening.rules.ts'

/** The refusal of a time a venue is closed, with its hours. */
export const refusalOfClosed = (
  venue: Venue,
  openings: readonly Opening[],
  { startsAt, endsAt }: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
): Refused => {
  const { day } = wallOf(startsAt)
  return new Refused('venue_closed', {
    venue: venue.name,
    from: startsAt.toString(),
    to: endsAt.toString(),
    day: day.toString(),
    hours: hoursAsFact(openings, day),
  })
}
