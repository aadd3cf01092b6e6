import type { ReadTx } from '../../../platform/database/index.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Holding, listHoldings } from '../booking.queries.ts'
import { wallOf } from '../clock-words.ts'
import type { Venue } from '../venue.ts'
import { findNameOfOrganisation } from './venue-names.queries.ts'
import { minuteOf, momentOf as momentOfMinute } from './minutes.ts'
import type { Opening } from './opening.ts'
import { momentOn, openOn } from './opening.rules.ts'
import { freeStretches, nextSlot, type Stretch } from './stretches.rules.ts'

/** So many days ahead the next free time is looked for. */
const daysAhead = 28

interface Wanted {
  readonly venue: Venue
  readonly openings: readonly Opening[]
  readonly spaceIds: readonly string[]
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** The refusal of a place that is taken, with who has it and the next time as long that is free. */
export const refusalOfTaken = async (tx: ReadTx, wanted: Wanted, holding: Holding): Promise<Refused> => {
  const next = await findNextFree(tx, wanted)
  return new Refused('venue_taken', {
    venue: wanted.venue.name,
    by: await findNameOfOrganisation(tx, holding.organisationId),
    from: holding.from.toString(),
    to: holding.to.toString(),
    ...(next === undefined ? {} : { nextFrom: next.from.toString(), nextTo: next.to.toString() }),
  })
}

/** The first time from the wanted one on when all its spaces are free for as long; undefined where there is none within four weeks. */
const findNextFree = async (tx: ReadTx, { openings, spaceIds, from, to }: Wanted) => {
  const until = from.add({ hours: 24 * daysAhead })
  const held = (await listHoldings(tx, spaceIds, { from, to: until })).map((one) => ({
    from: minuteOf(one.from),
    to: minuteOf(one.to),
  }))
  const open = openStretches(openings, from, until)
  const slot = nextSlot(freeStretches(open, held), { from: minuteOf(from), to: minuteOf(to) })
  return slot && { from: momentOfMinute(slot.from), to: momentOfMinute(slot.to) }
}

/** When a venue is open between two moments, in minutes since 1970. */
const openStretches = (openings: readonly Opening[], from: Temporal.Instant, to: Temporal.Instant): Stretch[] => {
  const [first, last] = [wallOf(from).day, wallOf(to).day]
  const stretches: Stretch[] = []
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    for (const open of openOn(openings, day))
      stretches.push({ from: minuteOf(momentOn(day, open.from)), to: minuteOf(momentOn(day, open.to)) })
  return stretches
}
