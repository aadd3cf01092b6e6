import { isDeepStrictEqual } from 'node:util'
import { leaveTrace, writeAs } from '../../platform/database/index.ts'
import type { WriteTx } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requireNoCprWithin, requirePermission } from '../access/index.ts'
import { agreementPolicy } from './agreement.policy.ts'
import type { Draft } from './agreement.ts'
import { applyCorrection, type Correction, correctionPlaces, lastStanding } from './draft.rules.ts'
import { valueAt } from './draft-path.rules.ts'
import { closeDraft, getDraftForUpdate, listCorrections, updateDraft } from './draft.queries.ts'
import { listRelationsToDraft } from './relation.queries.ts'

/**
 * Makes one correction in a draft. What the person saw must still stand there: throws Refused('draft_changed_meanwhile')
 * when someone else changed the same thing first, and nothing of either is lost; Refused('cpr_not_allowed').
 */
export const correctDraft = (
  platform: Platform,
  actor: Actor,
  draftId: string,
  correction: Correction,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const draft = await getOwnDraft(tx, actor, draftId)
    await write(tx, platform, actor, { draft, correction })
  })

/** Takes the last correction back, as a new correction. Throws Refused('nothing_to_undo'). */
export const undoLastCorrection = (platform: Platform, actor: Actor, draftId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const draft = await getOwnDraft(tx, actor, draftId)
    const last = lastStanding(await listCorrections(tx, draftId))
    if (!last) throw new Refused('nothing_to_undo')
    const correction = { path: last.path, was: last.became ?? undefined, became: last.was ?? undefined }
    await write(tx, platform, actor, { draft, correction, undoes: last.revision })
  })

/** Gives a draft up; it is closed, not deleted. */
export const discardDraft = (platform: Platform, actor: Actor, draftId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    await getOwnDraft(tx, actor, draftId)
    await closeDraft(tx, draftId, platform.clock.now())
    leaveTrace(tx, { verb: 'draft.given_up', thing: 'draft', ref: draftId })
  })

/** A draft the actor may correct, locked. A draft of others is not found. */
const getOwnDraft = async (tx: WriteTx, actor: Actor, draftId: string): Promise<Draft> => {
  const draft = await getDraftForUpdate(tx, draftId)
  requirePermission(actor, agreementPolicy.correctDraft, await listRelationsToDraft(tx, draftId))
  return draft
}

const write = async (
  tx: WriteTx,
  platform: Platform,
  actor: Actor,
  { draft, correction, undoes }: { draft: Draft; correction: Correction; undoes?: number },
): Promise<void> => {
  const places = correctionPlaces(draft.document, correction.path)
  const stands = valueAt(draft.document, places)
  if (correction.was !== undefined && !isDeepStrictEqual(stands, correction.was))
    throw new Refused('draft_changed_meanwhile')
  requireNoCprWithin(correction.became)
  const document = applyCorrection(draft.document, correction)
  await updateDraft(tx, draft.draftId, document, {
    path: places.join('.'),
    was: correction.was,
    became: correction.became,
    revision: draft.revision + 1,
    undoes: undoes ?? null,
    correctedBy: actor.personId ?? 'system',
    correctedAt: platform.clock.now(),
  })
  const facts = { revision: draft.revision + 1 }
  leaveTrace(tx, {
    verb: undoes === undefined ? 'draft.corrected' : 'draft.undone',
    thing: 'draft',
    ref: draft.draftId,
    facts,
  })
}
