import { keepHouse, leaveTrace, writeAs, type WriteTx } from '../../platform/database/index.ts'
import { newId } from '../../platform/id.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { lockRegister } from './known-name.queries.ts'
import type { Mergeable, MergeOutcome, ToMerge } from './merge.ts'
import * as merges from './merge.queries.ts'
import { outcomeOf, requireMergeable } from './merge.rules.ts'
import { partyPolicy } from './party.policy.ts'

/** What a merge would do. */
export interface MergePreview {
  readonly kept: Mergeable
  readonly lost: Mergeable
  readonly outcome: MergeOutcome
}

const verbs = {
  organisation: { merged: 'organisation.merged', unmerged: 'organisation.unmerged' },
  unit: { merged: 'unit.merged', unmerged: 'unit.unmerged' },
  post: { merged: 'post.merged', unmerged: 'post.unmerged' },
  plan: { merged: 'plan.merged', unmerged: 'plan.unmerged' },
  person: { merged: 'person.merged', unmerged: 'person.unmerged' },
}

const merge = async (
  tx: WriteTx,
  { clock }: Platform,
  actor: Actor,
  asked: ToMerge,
): Promise<MergePreview & { mergeId: string }> => {
  const kept = await merges.getMergeable(tx, asked.kind, asked.keptId)
  const lost = await merges.getMergeable(tx, asked.kind, asked.lostId)
  const isOf = (kind: ToMerge['kind']) => asked.kind === kind && kept.id !== lost.id
  requireMergeable(asked, {
    kept,
    lost,
    haveBothSigned: isOf('organisation') && (await merges.haveBothSigned(tx, kept.id, lost.id)),
    signsIn: isOf('person') ? await merges.whoSignsIn(tx, kept.id, lost.id) : { kept: false, lost: false },
    collide: isOf('post') && (await merges.doPostsCollide(tx, kept.id, lost.id)),
  })
  const mergeId = newId<'merge'>()
  const said = { at: clock.now(), by: actor.personId ?? 'system' }
  const moves = await merges.mergeIntoOne(tx, mergeId, asked, said)
  return { mergeId, kept, lost, outcome: outcomeOf(asked, moves) }
}

/** What merging the two would move; nothing is changed. Throws what `mergeParties` throws. */
export const previewMerge = (platform: Platform, actor: Actor, asked: ToMerge): Promise<MergePreview> =>
  keepHouse(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.keepRegister)
    await lockRegister(tx)
    return merges.tryOut(tx, () => merge(tx, platform, actor, asked))
  })

/**
 * Makes two organisations, units, posts, plans or people one: all that belonged to the lost one belongs to the kept one, and its name is another name for
 * it. Documents keep the names they were written with. Throws Refused: 'merged_already', 'merge_thing_not_found', and what
 * `requireMergeable` throws.
 */
export const mergeParties = (platform: Platform, actor: Actor, asked: ToMerge): Promise<MergePreview> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.keepRegister)
    await lockRegister(tx)
    const { mergeId, ...done } = await merge(tx, platform, actor, asked)
    const { postsMoved, postsMadeOne, agreements } = done.outcome
    const facts = { kind: asked.kind, kept: asked.keptId, postsMoved, postsMadeOne: postsMadeOne.length, agreements }
    leaveTrace(tx, { verb: verbs[asked.kind].merged, thing: 'merge', ref: mergeId, facts })
    return done
  })

/**
 * Takes a merge back: what it moved stands as before, save what somebody changed since. Throws Refused: 'merge_undone_already',
 * 'merge_built_on' where a later merge must be undone first, 'merge_name_taken'.
 */
export const undoMerge = (platform: Platform, actor: Actor, mergeId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.keepRegister)
    await lockRegister(tx)
    const made = await merges.getMerge(tx, mergeId)
    if (made.undoneAt !== null) throw new Refused('merge_undone_already', { kept: made.keptName, lost: made.lostName })
    const later = await merges.findMergeSince(tx, mergeId)
    if (later !== undefined) throw new Refused('merge_built_on', { kept: later.keptName, lost: later.lostName })
    // The one who asks may act for a post that is there again only afterwards.
    await merges.unmerge(tx, made, { at: platform.clock.now(), by: actor.personId ?? 'system' })
    leaveTrace(tx, { verb: verbs[made.kind].unmerged, thing: 'merge', ref: mergeId })
  })
