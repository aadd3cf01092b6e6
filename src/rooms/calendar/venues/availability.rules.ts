import type { Day } from '../../../platform/day.ts'
import { wallOf } from '../clock-words.ts'
import type { Space } from '../venue.ts'
import { momentOn, openOn } from './opening.rules.ts'
import { freeStretches, inBoth, isWithin, mergeStretches, nearestSlots, type Stretch } from './stretches.rules.ts'
import type { VenueCard } from './venue-card.ts'

/** What holds a space, and when. */
interface HeldSpace {
  readonly spaceId: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** What somebody looks for a place for: the same hours on some days, in minutes after midnight, for so many. */
export interface Sought {
  readonly days: readonly Day[]
  readonly from: number
  readonly to: number
  /** Null = however many. */
  readonly people: number | null
  readonly areaId: string | null
}

/** How a space answers what is sought. */
export interface Availability {
  readonly venue: VenueCard
  readonly space: Space
  /** How many of the days it is free. */
  readonly free: number
  readonly taken: readonly Day[]
  readonly closed: readonly Day[]
  /** Hours of the same length that are free on every one of the days, the nearest first; none where all the days are free as they are. */
  readonly near: readonly Stretch[]
}

const mostNear = 3

/** The days from one to another with the same weekday, both included, a year at most. */
export const weeklyDays = (first: Day, last: Day): Day[] => {
  const days: Day[] = []
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0 && days.length < 54; day = day.add({ weeks: 1 }))
    days.push(day)
  return days
}

/**
 * Each venue's best space for what is sought, those that are free most often first, then the smallest that is large enough. A space whose
 * size is not known may be large enough. Venues that nobody may book there, and informal ones, are left to the caller.
 */
export const findAvailable = (
  venues: readonly VenueCard[],
  holdings: readonly HeldSpace[],
  sought: Sought,
): Availability[] => {
  const held = heldByDay(holdings)
  const isThere = ({ areaId }: VenueCard): boolean => sought.areaId === null || areaId === sought.areaId
  return venues
    .filter(isThere)
    .flatMap((venue) => {
      const spaces = venue.spaces.filter(({ capacity }) => isRoomFor(capacity, sought.people))
      const [best] = spaces.map((space) => availabilityOf(venue, space, { held, sought })).toSorted(byFreedom)
      return best === undefined ? [] : [best]
    })
    .toSorted(byFreedom)
}

/** Whether so many have room; a size that is not known may be enough. */
export const isRoomFor = (capacity: number | null, people: number | null): boolean =>
  people === null || capacity === null || capacity >= people

type HeldByDay = ReadonlyMap<string, readonly Stretch[]>

const availabilityOf = (
  venue: VenueCard,
  space: Space,
  { held, sought }: { held: HeldByDay; sought: Sought },
): Availability => {
  const wanted = { from: sought.from, to: sought.to }
  const taken: Day[] = []
  const closed: Day[] = []
  let everyDay: Stretch[] = [{ from: 0, to: 1440 }]
  for (const day of sought.days) {
    const open = openOn(venue.openings, day)
    const free = venue.isInformal ? open : freeStretches(open, held.get(keyOf(space.spaceId, day)) ?? [])
    everyDay = inBoth(everyDay, free)
    if (!isWithin(open, wanted)) closed.push(day)
    else if (!isWithin(free, wanted)) taken.push(day)
  }
  const free = sought.days.length - taken.length - closed.length
  const isAllFree = free === sought.days.length
  return { venue, space, free, taken, closed, near: isAllFree ? [] : nearestSlots(everyDay, wanted, mostNear) }
}

const byFreedom = (one: Availability, other: Availability): number =>
  other.free - one.free ||
  (one.space.capacity ?? Infinity) - (other.space.capacity ?? Infinity) ||
  one.venue.name.localeCompare(other.venue.name, 'da') ||
  0

const keyOf = (spaceId: string, day: Day): string => `${spaceId} ${day.toString()}`

/** What holds each space on each day, in minutes after midnight; over midnight on each of the days. */
const heldByDay = (holdings: readonly HeldSpace[]): HeldByDay => {
  const held = new Map<string, Stretch[]>()
  for (const { spaceId, from, to } of holdings) {
    const [begin, end] = [wallOf(from), wallOf(to)]
    for (let day = begin.day; Temporal.PlainDate.compare(day, end.day) <= 0; day = day.add({ days: 1 })) {
      const stretch = {
        from: day.equals(begin.day) ? begin.minute : 0,
        to: day.equals(end.day) ? end.minute : 1440,
      }
      const key = keyOf(spaceId, day)
      if (stretch.from < stretch.to) held.set(key, [...(held.get(key) ?? []), stretch])
    }
  }
  return new Map([...held].map(([key, stretches]) => [key, mergeStretches(stretches)]))
}

/** From the beginning of the first day that is sought to the end of the last. */
export const spanOfSought = ({ days }: Pick<Sought, 'days'>): { from: Temporal.Instant; to: Temporal.Instant } => {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) throw new Error('Nothing is sought')
  return { from: momentOn(first, 0), to: momentOn(last, 1440) }
}
