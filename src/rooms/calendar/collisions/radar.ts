import type { ReadTx } from '../../../platform/database/index.ts'
import { listArrangedSeries } from '../relation.queries.ts'
import { findPairs } from './collisions.rules.ts'
import {
  type CollidingSeries,
  type CollisionNote,
  listCollidingSeries,
  listCollisionNotes,
  listGatheringTimes,
  listNearAreas,
} from './collision.queries.ts'
import type { CollidingPair, NearAreas } from './gathering.ts'

/** So many days ahead the standing watch looks. */
const daysAhead = 56

/** Two activities that collide, and why it is known; null = it is new. */
export interface RadarPair extends CollidingPair {
  readonly one: CollidingSeries
  readonly other: CollidingSeries
  readonly note: CollisionNote | null
  /** Whether the one who looks arranges one of them, or leads. */
  readonly mayNote: boolean
}

export interface Radar {
  readonly pairs: readonly RadarPair[]
  readonly near: NearAreas
}

/** Every two activities that gather the same children at the same time within the next eight weeks, the heaviest first. */
export const watchCollisions = async (tx: ReadTx, now: Temporal.Instant): Promise<Radar> => {
  const near = await listNearAreas(tx)
  const times = await listGatheringTimes(tx, {
    from: now,
    to: now.add({ hours: 24 * daysAhead }),
    areaIds: null,
    ages: { from: 0, to: 17 },
  })
  const pairs = findPairs(times, near)
  const ids = [...new Set(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]))]
  const known = await listCollidingSeries(tx, ids)
  const arranged = await listArrangedSeries(tx, ids)
  const notes = new Map((await listCollisionNotes(tx)).map((note) => [`${note.oneId} ${note.otherId}`, note]))
  return {
    near,
    pairs: pairs.flatMap((pair) => {
      const [one, other] = [known.get(pair.oneId), known.get(pair.otherId)]
      const note = notes.get(`${pair.oneId} ${pair.otherId}`) ?? null
      const mayNote = arranged.has(pair.oneId) || arranged.has(pair.otherId)
      return one === undefined || other === undefined ? [] : [{ ...pair, one, other, note, mayNote }]
    }),
  }
}
