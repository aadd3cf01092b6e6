import { leaveTrace, writeAs } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import * as holders from './holder.queries.ts'
import { requireEnd, requireSomeoneLeft } from './holder.rules.ts'
import { leavePost } from './leave-post.ts'
import { partyPolicy } from './party.policy.ts'

/**
 * Ends a post for its holder: from the day on they hold it no more, and have no access by it. Throws Refused('ends_before_it_began'),
 * 'ended_already', 'last_administrator' and 'last_lead'.
 */
export const endPost = (platform: Platform, actor: Actor, holderId: string, until: Day): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.endPost)
    await holders.lockHolders(tx)
    const holder = await holders.getHolder(tx, holderId)
    requireEnd(holder, until)
    requireSomeoneLeft(holder, await holders.countOthers(tx, holder, until))
    const sessions = await leavePost(tx, platform, holder, until)
    const facts = { until: until.toString(), sessions }
    leaveTrace(tx, { verb: 'holder.ended', thing: 'holder', ref: holderId, about: holder.personId, facts })
  })

/** Gives a post back to whoever left it, as if it had not ended. Throws Refused('post_taken') where another holds it since. */
export const giveBackPost = (platform: Platform, actor: Actor, holderId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.endPost)
    await holders.lockHolders(tx)
    const holder = await holders.getHolder(tx, holderId)
    if (holder.until === null) throw new Refused('not_ended', { who: holder.name })
    await holders.moveHolderEnd(tx, holder, null)
    leaveTrace(tx, { verb: 'holder.given_back', thing: 'holder', ref: holderId, about: holder.personId })
  })
