import { leaveTrace, writeAs } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import * as holders from './holder.queries.ts'
import { changeDuties } from './holder.rules.ts'
import type { Duty } from './party.ts'
import { partyPolicy } from './party.policy.ts'
import { giveDuty } from './party.queries.ts'

/** Gives the post of a holder the duties it is to have, and takes the others. Throws Refused('last_administrator'). */
export const giveDuties = (
  platform: Platform,
  actor: Actor,
  holderId: string,
  wanted: readonly Duty[],
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.giveDuty)
    await holders.lockHolders(tx)
    const holder = await holders.getHolder(tx, holderId)
    const { given, taken } = changeDuties(holder.duties, wanted)
    const others = await holders.countOthers(tx, holder, today(platform.clock))
    if (taken.includes('administrator') && others.administrators === 0)
      throw new Refused('last_administrator', { who: holder.name })
    const told = { thing: 'post', ref: holder.postId, about: holder.personId }
    for (const duty of given) await giveDuty(tx, holder.postId, duty)
    for (const duty of given) leaveTrace(tx, { ...told, verb: 'duty.given', facts: { duty } })
    for (const duty of taken) await holders.takeDuty(tx, holder.postId, duty)
    for (const duty of taken) leaveTrace(tx, { ...told, verb: 'duty.taken', facts: { duty } })
    if (given.length + taken.length === 0) leaveTrace(tx, { ...told, verb: 'duty.kept' })
  })
