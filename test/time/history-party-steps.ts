import { readAs } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/id.ts'
import { Refused } from '../../src/platform/refused.ts'
import { system } from '../../src/rooms/access/index.ts'
import { endPost } from '../../src/rooms/parties/end-post.ts'
import { listHoldersOfPost } from '../../src/rooms/parties/index.ts'
import { mergeParties } from '../../src/rooms/parties/merge-parties.ts'
import { closeUnit, movePosts, moveUnit, reopenUnit } from '../../src/rooms/parties/move-unit.ts'
import { listRegister, listUnits } from '../../src/rooms/parties/register.queries.ts'
import { renameOrganisation, renameUnit } from '../../src/rooms/parties/rename-party.ts'
import { swapHolder } from '../../src/rooms/parties/swap-holder.ts'
import { lastWritten } from '../../src/rooms/parties/swap.rules.ts'
import { type Doing, everyone, othersHeld, pick } from './history-step.ts'
import type { World } from './history-world.ts'

const swap: Doing = async (world, { which, word }, from) => {
  const { platform, lead } = world
  const post = pick(await othersHeld(world), which)
  if (post === undefined) return null
  const holdings = await readAs(platform, system, (tx) => listHoldersOfPost(tx, post.postId, { from: null }))
  const form = {
    postId: post.postId,
    invitationId: newId<'invitation'>(),
    name: `Vikar ${word}`,
    email: `vikar.${word.toLowerCase()}@havneby.example`,
    samePerson: null,
    from,
    seen: lastWritten(holdings),
    agreed: new Set(['history', 'gap', 'until_next'] as const),
  }
  await swapHolder(platform, lead, form, 'da')
  return { aspects: everyone, from }
}

const end: Doing = async (world, { which }, until) => {
  const post = pick(await othersHeld(world), which)
  if (post === undefined) return null
  const holdings = await readAs(world.platform, system, (tx) => listHoldersOfPost(tx, post.postId, { from: world.day }))
  const [holder] = holdings
  if (holder === undefined) return null
  await endPost(world.platform, world.lead, holder.holderId, until)
  return { aspects: everyone, from: until }
}

const register = ({ platform, lead, day }: World) => readAs(platform, lead, (tx) => listRegister(tx, day))

const unitsOf = async ({ platform, lead, day }: World) =>
  (await readAs(platform, lead, (tx) => listUnits(tx, day))).toSorted((one, other) =>
    one.unitId < other.unitId ? -1 : 1,
  )

const nameOrganisation: Doing = async (world, { which, word }, from) => {
  const { organisations } = await register(world)
  const sorted = organisations.toSorted((one, other) => (one.organisationId < other.organisationId ? -1 : 1))
  const organisation = pick(sorted, which)
  if (organisation === undefined) return null
  const rename = { id: organisation.organisationId, name: `Organisation ${word}`, from }
  await renameOrganisation(world.platform, world.lead, rename)
  return { aspects: everyone, from }
}

const nameUnit: Doing = async (world, { which, word }, from) => {
  const unit = pick(await unitsOf(world), which)
  if (unit === undefined) return null
  await renameUnit(world.platform, world.lead, { id: unit.unitId, name: `Enhed ${word}`, from })
  return { aspects: everyone, from }
}

const placePosts: Doing = async (world, { which, word }, from) => {
  const post = pick(await othersHeld(world), which)
  const { posts } = await register(world)
  const placed = posts.find(({ postId }) => postId === post?.postId)
  if (placed === undefined) return null
  const units = (await unitsOf(world)).filter(({ organisationId }) => organisationId === placed.organisationId)
  const unit = which % 2 === 0 ? undefined : pick(units, which)
  const to = unit === undefined ? { newUnit: `Hus ${word}` } : { unitId: unit.unitId }
  const move = { organisationId: placed.organisationId, postIds: [placed.postId], to, from }
  await movePosts(world.platform, world.lead, move)
  return { aspects: everyone, from }
}

const placeUnit: Doing = async (world, { which }) => {
  const units = await unitsOf(world)
  const unit = pick(units, which)
  const others = units.filter((one) => one.organisationId === unit?.organisationId && one.unitId !== unit.unitId)
  const parent = pick([null, ...others], Math.floor(which / 3))
  if (unit === undefined || parent === undefined) return null
  await moveUnit(world.platform, world.lead, unit.unitId, parent?.unitId ?? null)
  return { aspects: ['register'], from: world.day }
}

/** Whoever closes a unit moves its posts first. */
const close: Doing = async (world, { which }, from) => {
  const { platform, lead } = world
  const units = await unitsOf(world)
  const unit = pick(units, which)
  if (unit === undefined) return null
  const { organisationId, unitId } = unit
  const { posts } = await readAs(platform, lead, (tx) => listRegister(tx, from))
  const postIds = posts.filter((post) => post.unitId === unitId).map(({ postId }) => postId)
  const other = units.find((one) => one.organisationId === organisationId && one.unitId !== unitId)
  if (postIds.length > 0 && other === undefined) return null
  if (postIds.length > 0 && other !== undefined)
    await movePosts(platform, lead, { organisationId, postIds, to: { unitId: other.unitId }, from })
  await closeUnit(platform, lead, unitId, from).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error
  })
  return { aspects: everyone, from }
}

const reopen: Doing = async (world, { which }) => {
  const unit = pick(
    (await unitsOf(world)).filter(({ during }) => during.to !== null),
    which,
  )
  const last = unit?.during.to ?? null
  if (unit === undefined || last === null) return null
  await reopenUnit(world.platform, world.lead, unit.unitId)
  return { aspects: everyone, from: last.add({ days: 1 }) }
}

const merge: Doing = async (world, { which }) => {
  const { organisations } = await register(world)
  const sorted = organisations.toSorted((one, other) => (one.organisationId < other.organisationId ? -1 : 1))
  const kept = pick(sorted, which)
  const lost = pick(sorted, which + 1)
  if (kept === undefined || lost === undefined || lost.name === 'Sundvig Kommune') return null
  const asked = { kind: 'organisation', keptId: kept.organisationId, lostId: lost.organisationId } as const
  await mergeParties(world.platform, world.lead, asked)
  return { aspects: everyone, from: null }
}

/** What happens to those who take part. */
export const partySteps = {
  swap,
  end,
  'rename organisation': nameOrganisation,
  'rename unit': nameUnit,
  'move posts': placePosts,
  'move unit': placeUnit,
  'close unit': close,
  'reopen unit': reopen,
  merge,
}
