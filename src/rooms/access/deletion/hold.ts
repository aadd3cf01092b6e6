import { leaveTrace, readAs, writeAs } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { refuseOn } from '../../../platform/database/index.ts'
import type { Actor } from '../actor.ts'
import { requirePermission } from '../permission.ts'
import type { LegalHold } from './deletion-clock.ts'
import { deletionPolicy } from './deletion.policy.ts'
import { insertLegalHold, liftHold, listLegalHolds } from './deletion.queries.ts'

/** Keeps a thing from being deleted, from now until it is lifted. Throws Refused('hold_reason_missing') or Refused('held_already'). */
export const setLegalHold = (
  platform: Platform,
  actor: Actor,
  form: Pick<LegalHold, 'thing' | 'ref' | 'reason'>,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, deletionPolicy.setHold)
    if (form.reason.trim() === '' || form.ref.trim() === '') throw new Refused('hold_reason_missing')
    const legalHoldId = newId<'legal_hold'>()
    try {
      await insertLegalHold(tx, { ...form, legalHoldId, setBy: actor.personId ?? '', setAt: platform.clock.now() })
    } catch (error) {
      throw refuseOn(error, { legal_hold_once_at_a_time: () => new Refused('held_already') })
    }
    leaveTrace(tx, { verb: 'hold.set', thing: form.thing, ref: form.ref })
  })

/** Lets a held thing go at its time again. Throws Refused('hold_not_found'). */
export const liftLegalHold = (platform: Platform, actor: Actor, legalHoldId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, deletionPolicy.liftHold)
    const isLifted = await liftHold(tx, legalHoldId, { by: actor.personId ?? '', at: platform.clock.now() })
    if (!isLifted) throw new Refused('hold_not_found')
    leaveTrace(tx, { verb: 'hold.lifted', thing: 'legal_hold', ref: legalHoldId })
  })

/** Every hold, in force and lifted. */
export const readLegalHolds = (platform: Platform, actor: Actor): Promise<LegalHold[]> =>
  readAs(platform, actor, (tx) => {
    requirePermission(actor, deletionPolicy.readReport)
    return listLegalHolds(tx)
  })
