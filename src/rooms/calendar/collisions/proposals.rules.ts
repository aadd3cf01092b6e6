import { isWithin, type Stretch } from '../venues/stretches.rules.ts'
import { collisionsOf } from './collisions.rules.ts'
import type { GatheringTime, NearAreas } from './gathering.ts'

/** An activity moved to another hour, or another weekday: by how many minutes, all its times alike. */
export interface Proposal {
  readonly days: number
  readonly minutes: number
}

interface Setting {
  /** All times of others near it, sorted by when they begin. */
  readonly others: readonly GatheringTime[]
  readonly near: NearAreas
  /** When its place is free, in the same minutes; null where it needs none. */
  readonly free: readonly Stretch[] | null
}

const step = 30
/** Nothing is proposed to begin before or end after. */
const waking = { from: 8 * 60, to: 21 * 60 }
const mostOfEach = 2

/**
 * The nearest moments an activity collides with nothing and its place is free, for all its times alike: first the same weekdays at another
 * hour, then the same hour on another weekday.
 */
export const proposeSlots = (times: readonly GatheringTime[], setting: Setting): Proposal[] => {
  const [first] = times
  if (first === undefined) return []
  const [starts, length] = [((first.from % 1440) + 1440) % 1440, first.to - first.from]
  const hours: Proposal[] = []
  for (let minutes = step; minutes <= waking.to - waking.from; minutes += step)
    for (const by of [minutes, -minutes])
      if (starts + by >= waking.from && starts + by + length <= waking.to) hours.push({ days: 0, minutes: by })
  const days = [1, -1, 2, -2, 3, -3].map((by): Proposal => ({ days: by, minutes: 0 }))
  const fits = ({ days: by, minutes }: Proposal): boolean => isFree(times, by * 1440 + minutes, setting)
  return [...firstThat(hours, fits), ...firstThat(days, fits)]
}

const firstThat = (proposals: readonly Proposal[], fits: (proposal: Proposal) => boolean): Proposal[] => {
  const found: Proposal[] = []
  for (const proposal of proposals) {
    if (found.length === mostOfEach) break
    if (fits(proposal)) found.push(proposal)
  }
  return found
}

const isFree = (times: readonly GatheringTime[], by: number, { others, near, free }: Setting): boolean => {
  const moved = times.map((time) => ({ ...time, from: time.from + by, to: time.to + by }))
  return (
    (free === null || moved.every((time) => isWithin(free, time))) && collisionsOf(moved, others, near).length === 0
  )
}
