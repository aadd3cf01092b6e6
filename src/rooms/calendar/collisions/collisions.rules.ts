import type { Collision, CollidingPair, Gathering, GatheringTime, NearAreas } from './gathering.ts'
import { sweepPairs } from './sweep.rules.ts'

/** So many minutes it takes to get from one place to another. */
export const travelMinutes = 15

const adult = 18

/**
 * The ages of children an activity gathers, a bit for each year from 0 to 17. Who says no age welcomes all; but counselling for all ages
 * gathers nobody's afternoon, and neither does what is for adults, or a meeting.
 */
export const agesOf = ({ kind, ageFrom, ageTo }: Pick<Gathering, 'kind' | 'ageFrom' | 'ageTo'>): number => {
  if (kind === 'meeting') return 0
  if (ageFrom === null && ageTo === null && (kind === 'counselling' || kind === 'health')) return 0
  const [from, to] = [ageFrom ?? 0, Math.min(ageTo ?? adult - 1, adult - 1)]
  let ages = 0
  for (let age = from; age <= to; age += 1) ages |= 1 << age
  return ages
}

/** How many bits are set, counted in pairs, fours and eights at once. */
export const countAges = (ages: number): number => {
  const pairs = ages - ((ages >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

/** Whether children of one go to the other: the same area, areas near each other, or one that is for the whole district. */
export const isNear = (one: string | null, other: string | null, near: NearAreas): boolean =>
  one === null || other === null || one === other || near.get(one)?.has(other) === true

/** How two times collide; undefined where they do not. A child that must get from one place to another needs a quarter of an hour. */
export const collisionOf = (one: GatheringTime, other: GatheringTime, near: NearAreas): Collision | undefined => {
  const [a, b] = [one.gathering, other.gathering]
  const slack = a.venueId !== null && a.venueId === b.venueId ? 0 : travelMinutes
  const minutes = Math.min(one.to, other.to) - Math.max(one.from, other.from) + slack
  // Most times of a day do not meet: that is asked first.
  if (minutes <= 0 || a.seriesId === b.seriesId || !isNear(a.areaId, b.areaId, near)) return undefined
  const ages = countAges(agesOf(a) & agesOf(b))
  if (ages === 0) return undefined
  return { one, other, ages, weight: ages * minutes * (a.kind === b.kind ? 2 : 1) }
}

/** How the times of an activity collide with those of others; the others sorted by when they begin. */
export const collisionsOf = (
  times: readonly GatheringTime[],
  others: readonly GatheringTime[],
  near: NearAreas,
): Collision[] =>
  times.flatMap((one) => {
    const found: Collision[] = []
    for (let at = firstThatMayReach(others, one.from); at < others.length; at += 1) {
      const other = others[at]
      if (other === undefined || other.from >= one.to + travelMinutes) break
      const collision = collisionOf(one, other, near)
      if (collision !== undefined) found.push(collision)
    }
    return found
  })

/** Nothing that gathers children lasts longer than a day: what began before then is over. */
const longest = 1440

const firstThatMayReach = (others: readonly GatheringTime[], from: number): number => {
  let [low, high] = [0, others.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((others[middle]?.from ?? 0) < from - longest - travelMinutes) low = middle + 1
    else high = middle
  }
  return low
}

/** Every two activities whose times collide, those that share most children first. The times may come in any order. */
export const findPairs = (times: readonly GatheringTime[], near: NearAreas): CollidingPair[] => {
  const sorted = times.toSorted((a, b) => a.from - b.from)
  const collisions: Collision[] = []
  sweepPairs(
    {
      group: new Int32Array(sorted.length),
      from: Int32Array.from(sorted, ({ from }) => from),
      to: Int32Array.from(sorted, ({ to }) => to),
    },
    travelMinutes,
    (earlier, later) => {
      const [one, other] = [sorted[earlier], sorted[later]]
      const collision = one && other && collisionOf(one, other, near)
      if (collision !== undefined) collisions.push(collision)
    },
  )
  return inPairs(collisions)
}

/** Collisions by the two activities they are of, the heaviest first; those as heavy by their ids, so that a list stays as it was. */
export const inPairs = (collisions: readonly Collision[]): CollidingPair[] => {
  const ids = ({ one, other }: Collision): readonly [string, string] => {
    const [a, b] = [one.gathering.seriesId, other.gathering.seriesId]
    return a < b ? [a, b] : [b, a]
  }
  return [...Map.groupBy(collisions, (collision) => ids(collision).join(' ')).values()]
    .flatMap((of) => {
      const [first] = of
      if (first === undefined) return []
      const [oneId, otherId] = ids(first)
      const times = of.map(({ one, other }) => Math.min(one.from, other.from)).toSorted((a, b) => a - b)
      const weight = of.reduce((sum, collision) => sum + collision.weight, 0)
      return [{ oneId, otherId, ages: Math.max(...of.map(({ ages }) => ages)), weight, times }]
    })
    .toSorted((a, b) => b.weight - a.weight || compare(a.oneId, b.oneId) || compare(a.otherId, b.otherId))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
