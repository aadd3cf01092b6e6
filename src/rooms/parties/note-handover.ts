import { leaveTrace, writeAs } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import type { HandoverThing } from './handover.ts'
import { insertHandoverNote, listRelationsToHandover } from './handover.queries.ts'
import { handoverOf } from './handover.rules.ts'
import { listHoldersOfPost } from './holder.queries.ts'
import { partyPolicy } from './party.policy.ts'

interface Said {
  readonly postId: string
  /** The holding that is left. */
  readonly holderId: string
  readonly thing: HandoverThing
  readonly ref: string
  readonly note: string
  readonly isHandedOver: boolean
}

/** Says something of a thing that is handed over with a post, or that it is done. Throws Refused('handover_not_found'). */
export const noteHandover = (platform: Platform, actor: Actor, said: Said): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const holdings = await listHoldersOfPost(tx, said.postId, { from: null })
    const handover = handoverOf(holdings, said.holderId)
    if (handover === undefined) throw new Refused('handover_not_found')
    const { holderId, personId } = handover.leaver
    requirePermission(actor, partyPolicy.handOver, await listRelationsToHandover(tx, holderId))
    const written = { personId: actor.personId ?? '', writtenAt: platform.clock.now() }
    await insertHandoverNote(tx, { ...said, ...written })
    const facts = { what: said.thing, isHandedOver: said.isHandedOver }
    leaveTrace(tx, { verb: 'handover.noted', thing: 'holder', ref: holderId, about: personId, facts })
  })
