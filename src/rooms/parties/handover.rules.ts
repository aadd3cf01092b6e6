import type { Day } from '../../platform/day.ts'
import type { Handover } from './handover.ts'
import type { Holder } from './holder.ts'
import { holdingOn } from './swap.rules.ts'

const daysBetween = (one: Day, other: Day): number => Math.abs(one.until(other, { largestUnit: 'days' }).days)

/** So many days after a change of hands it is still the one that is looked at; then the holder's own leaving is. */
const recentDays = 90

const handoverFrom = (holdings: readonly Holder[], leaver: Holder): Handover => ({
  leaver,
  newcomer:
    holdings.find(({ from }) => leaver.until !== null && Temporal.PlainDate.compare(from, leaver.until) >= 0) ?? null,
})

/**
 * The change of hands to look at on a day, given who holds the post over time, the first first: the nearest to the day, or that of the
 * holder who leaves it one day where none is near; undefined where the post was never held.
 */
export const nearestHandover = (holdings: readonly Holder[], day: Day): Handover | undefined => {
  const present = holdingOn(holdings, day)
  const before = holdings.findLast(({ until }) => until !== null && Temporal.PlainDate.compare(until, day) <= 0)
  if (present === undefined) return before === undefined ? undefined : handoverFrom(holdings, before)
  const sinceBegun = before === undefined ? Infinity : daysBetween(present.from, day)
  const untilEnd = present.until === null ? Infinity : daysBetween(day, present.until)
  const isIncoming = before !== undefined && sinceBegun <= recentDays && sinceBegun < untilEnd
  return handoverFrom(holdings, isIncoming ? before : present)
}

/** The change of hands in which a holding is left; undefined where the post has no such holding. */
export const handoverOf = (holdings: readonly Holder[], holderId: string): Handover | undefined => {
  const leaver = holdings.find((holding) => holding.holderId === holderId)
  return leaver && handoverFrom(holdings, leaver)
}
