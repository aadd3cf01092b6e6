import { leaveTrace, writeAs } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Language } from '../../platform/language.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { listHoldersOfPost, lockHolders } from './holder.queries.ts'
import type { SentInvitation } from './invitation.ts'
import { findInvitation } from './invitation.queries.ts'
import { findPersonMeant, inviteWithin } from './invite-person.ts'
import { partyPolicy } from './party.policy.ts'
import { getPost } from './post.queries.ts'
import type { Swap } from './swap.ts'
import { planSwap } from './swap.rules.ts'

/**
 * Gives a post to somebody else from a day, and invites them; whoever has it that day has it until the day before. Promises, agreements,
 * calendars and mails ask the post each time, so nothing else is written. Throws as `planSwap` and `invitePerson`, and
 * Refused('post_not_found').
 */
export const swapHolder = (platform: Platform, actor: Actor, swap: Swap, language: Language): Promise<SentInvitation> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.swapHolder)
    await lockHolders(tx)
    const { postId } = await getPost(tx, swap.postId, today(platform.clock))
    const isAgain = (await findInvitation(tx, swap.invitationId)) !== undefined
    const holdings = await listHoldersOfPost(tx, postId, { from: null })
    const seen = { holdings, personId: await findPersonMeant(tx, swap), today: today(platform.clock) }
    const until = isAgain ? null : planSwap(seen, swap)
    const facts = { from: swap.from.toString(), until: until?.toString() ?? null, isAgain }
    leaveTrace(tx, { verb: 'holder.swapped', thing: 'post', ref: postId, facts })
    const form = { ...swap, until, post: { postId }, present: 'is_replaced', duty: null } as const
    return inviteWithin(tx, { platform, actor, language }, form)
  })
