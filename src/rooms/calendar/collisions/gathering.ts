import type { SeriesKind } from '../series.ts'

/** What an activity gathers children by. */
export interface Gathering {
  readonly seriesId: string
  readonly kind: SeriesKind
  readonly ageFrom: number | null
  readonly ageTo: number | null
  /** Null = the whole district. */
  readonly areaId: string | null
  readonly venueId: string | null
}

/** One time of an activity, in minutes of the clock on the wall, counted as if no clock were ever changed. */
export interface GatheringTime {
  readonly gathering: Gathering
  readonly from: number
  readonly to: number
}

/** Which areas children walk between: each area's neighbours. */
export type NearAreas = ReadonlyMap<string, ReadonlySet<string>>

/** One time of an activity that would gather the same children as a time of another. */
export interface Collision {
  readonly one: GatheringTime
  readonly other: GatheringTime
  /** How many ages are welcome at both, of 0 to 17. */
  readonly ages: number
  /** Ages times minutes, twice as much where both are of one kind: what it is ranked by. */
  readonly weight: number
}

/** Two activities that collide, with all the times they do. */
export interface CollidingPair {
  readonly oneId: string
  readonly otherId: string
  readonly ages: number
  readonly weight: number
  /** When, as the first of the two begins, in order. */
  readonly times: readonly number[]
}
