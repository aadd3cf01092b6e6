import { leaveTrace, writeAs } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { insertConfirmation } from './handover.queries.ts'
import { listHoldingsOf } from './holder.queries.ts'
import { partyPolicy } from './party.policy.ts'

/** Says that one's own name, mail and posts stand right where others look one up. */
export const confirmOwnEntry = (platform: Platform, actor: Actor): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const personId = actor.personId ?? ''
    requirePermission(actor, partyPolicy.confirmOwnEntry, new Set(actor.personId === null ? [] : ['self']))
    const holdings = await listHoldingsOf(tx, personId, today(platform.clock))
    for (const { holderId } of holdings) await insertConfirmation(tx, holderId, { personId, at: platform.clock.now() })
    leaveTrace(tx, {
      verb: 'holder.entry_confirmed',
      thing: 'person',
      ref: personId,
      about: personId,
      facts: { posts: holdings.length },
    })
  })
