import { leaveTrace, writeAs, type WriteTx } from '../../platform/database/index.ts'
import { type Day, today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import * as changes from './change-unit.queries.ts'
import { lockRegister } from './known-name.queries.ts'
import { partyPolicy } from './party.policy.ts'
import { requireParent, requireThere } from './register.rules.ts'
import { getOrganisation, getUnit, listRegister, listUnits } from './register.queries.ts'
import { findUnit, insertUnit } from './unit.queries.ts'

const change = (platform: Platform, actor: Actor, work: (tx: WriteTx) => Promise<void>): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.keepRegister)
    await lockRegister(tx)
    await work(tx)
  })

/** Lays a unit under another of its organisation from today on; null = directly under the organisation. Throws what `requireParent` throws. */
export const moveUnit = (
  platform: Platform,
  actor: Actor,
  unitId: string,
  parentUnitId: string | null,
): Promise<void> =>
  change(platform, actor, async (tx) => {
    const day = today(platform.clock)
    const unit = await getUnit(tx, unitId, day)
    if (parentUnitId !== null) requireParent(await listUnits(tx, day), unit, await getUnit(tx, parentUnitId, day))
    await changes.placeUnit(tx, unit.unitId, parentUnitId, day)
    leaveTrace(tx, { verb: 'unit.moved', thing: 'unit', ref: unit.unitId, facts: { parent: parentUnitId } })
  })

/**
 * Closes a unit from a day on. Throws Refused: 'unit_not_empty' where posts or units are in it then, and what `requireThere` throws.
 */
export const closeUnit = (platform: Platform, actor: Actor, unitId: string, from: Day): Promise<void> =>
  change(platform, actor, async (tx) => {
    const unit = await getUnit(tx, unitId, today(platform.clock))
    requireThere(unit, from)
    const { posts, units } = await changes.countIn(tx, unit.unitId, from)
    if (posts + units > 0) throw new Refused('unit_not_empty', { name: unit.name, posts, units })
    await changes.setUnitEnd(tx, unit.unitId, from)
    leaveTrace(tx, { verb: 'unit.closed', thing: 'unit', ref: unit.unitId, facts: { from: from.toString() } })
  })

/** Opens a closed unit again, as if it had not been closed. */
export const reopenUnit = (platform: Platform, actor: Actor, unitId: string): Promise<void> =>
  change(platform, actor, async (tx) => {
    const unit = await getUnit(tx, unitId, today(platform.clock))
    await changes.setUnitEnd(tx, unit.unitId, null)
    leaveTrace(tx, { verb: 'unit.reopened', thing: 'unit', ref: unit.unitId })
  })

/** Where posts go: to a unit there is, or to a new one of this name, which begins that day. */
export interface PostMove {
  readonly organisationId: string
  readonly postIds: readonly string[]
  readonly to: { readonly unitId: string } | { readonly newUnit: string }
  readonly from: Day
}

/**
 * Moves posts to another unit of their organisation from a day on: as of an earlier day they stand where they stood. Throws Refused:
 * 'posts_missing', 'unit_of_another', 'name_taken', 'post_moved_from_then_on', 'unit_closed_by_then', 'post_not_found'.
 */
export const movePosts = (platform: Platform, actor: Actor, move: PostMove): Promise<void> =>
  change(platform, actor, async (tx) => {
    const { organisationId } = await getOrganisation(tx, move.organisationId, today(platform.clock))
    if (move.postIds.length === 0) throw new Refused('posts_missing')
    const { posts } = await listRegister(tx, move.from)
    const own = posts.filter((post) => post.organisationId === organisationId && move.postIds.includes(post.postId))
    if (own.length !== move.postIds.length) throw new Refused('post_not_found')
    const unitId = await findTarget(tx, { ...move, organisationId })
    for (const { postId } of own) await changes.placePost(tx, postId, unitId, move.from)
    const facts = { posts: own.length, from: move.from.toString() }
    leaveTrace(tx, { verb: 'post.moved', thing: 'unit', ref: unitId, facts })
  })

const findTarget = async (tx: WriteTx, { to, organisationId, from }: PostMove): Promise<string> => {
  if ('newUnit' in to) {
    if ((await findUnit(tx, organisationId, to.newUnit)) !== undefined)
      throw new Refused('name_taken', { name: to.newUnit })
    const during = `[${from.toString()},)`
    return insertUnit(tx, { organisationId, parentUnitId: null, name: to.newUnit, during, isSample: false })
  }
  const unit = await getUnit(tx, to.unitId, from)
  if (unit.organisationId !== organisationId) throw new Refused('unit_of_another', { kept: unit.name, lost: unit.name })
  if (unit.during.from === null || Temporal.PlainDate.compare(unit.during.from, from) < 0) requireThere(unit, from)
  return unit.unitId
}
