import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { findId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { listRelationsToOrganiser } from '../relation.queries.ts'
import { findSeries } from '../series.queries.ts'
import { deleteCollisionNote, saveCollisionNote, saveNearAreas } from './collision.queries.ts'

/** Two activities that collide. */
interface Pair {
  readonly oneId: string
  readonly otherId: string
}

/** The two in the order a note is kept under. Throws where either is gone, or the actor arranges neither. */
const enter = async (tx: WriteTx, actor: Actor, pair: Pair): Promise<Pair> => {
  const [one, other] = [await findSeries(tx, pair.oneId), await findSeries(tx, pair.otherId)]
  if (one === undefined || other === undefined || one.seriesId === other.seriesId)
    throw new Refused('collision_not_found')
  const toThing = new Set([
    ...(await listRelationsToOrganiser(tx, one)),
    ...(await listRelationsToOrganiser(tx, other)),
  ])
  requirePermission(actor, calendarPolicy.noteCollision, toThing)
  const [oneId, otherId] = [one.seriesId, other.seriesId]
  return oneId < otherId ? { oneId, otherId } : { oneId: otherId, otherId: oneId }
}

/** Says that a collision is known and why it is all right. Throws Refused('why_needed') or Refused('collision_not_found'). */
export const noteCollision = (platform: Platform, actor: Actor, asked: Pair, why: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const pair = await enter(tx, actor, asked)
    if (why === '') throw new Refused('why_needed')
    await saveCollisionNote(tx, { ...pair, why, notedAt: platform.clock.now(), by: actor.personId ?? 'system' })
    leaveTrace(tx, { verb: 'collision.noted', thing: 'series', ref: pair.oneId })
  })

/** Takes it back that a collision is known. */
export const unnoteCollision = (platform: Platform, actor: Actor, asked: Pair): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const pair = await enter(tx, actor, asked)
    await deleteCollisionNote(tx, pair.oneId, pair.otherId)
    leaveTrace(tx, { verb: 'collision.unnoted', thing: 'series', ref: pair.oneId })
  })

/** Says which areas children walk between; each pair as it was ticked, in place of what was said before. */
export const placeAreasNear = (
  platform: Platform,
  actor: Actor,
  ticked: readonly (readonly [string, string])[],
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, calendarPolicy.placeAreas)
    const pairs = ticked.flatMap(([one, other]) => {
      const [a, b] = [findId<'area'>(one), findId<'area'>(other)]
      if (a === undefined || b === undefined || a === b) return []
      return [a < b ? ([a, b] as const) : ([b, a] as const)]
    })
    const once = new Map(pairs.map((pair) => [pair.join(' '), pair]))
    await saveNearAreas(tx, [...once.values()])
    leaveTrace(tx, { verb: 'area.placed_near', thing: 'area' })
  })
