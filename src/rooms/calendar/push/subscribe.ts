import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { ResidentLanguage } from '../../../platform/resident-language.ts'
import { type DeletionClock, startOf, system } from '../../access/index.ts'
import { isPushService } from './push-origin.rules.ts'
import type { PushAddress, PushWish } from './push-subscription.ts'
import { deleteEndpoint, deleteSubscriptions, insertSubscription, listSubscriptionsBefore } from './push.queries.ts'

const isKey = (text: string): boolean => /^[\w-]{16,200}={0,2}$/.test(text)

/** Has a phone told of an activity, or of what a filter lets through. Throws Refused('not_a_push_service'). */
export const subscribe = (
  platform: Platform,
  address: PushAddress,
  wish: PushWish,
  language: ResidentLanguage,
): Promise<void> =>
  writeAs(platform, system, async (tx) => {
    const isReachable = isPushService(address.endpoint, platform.config.pushServices)
    if (!isReachable || !isKey(address.p256dh) || !isKey(address.auth)) throw new Refused('not_a_push_service')
    await insertSubscription(tx, { address, wish, language, madeAt: platform.clock.now() })
    leaveTrace(tx, { verb: 'push_subscription.made', thing: 'push_subscription' })
  })

/** Forgets a phone. */
export const unsubscribe = (platform: Platform, endpoint: string): Promise<void> =>
  writeAs(platform, system, async (tx) => {
    const number = await deleteEndpoint(tx, endpoint)
    leaveTrace(tx, { verb: 'push_subscription.ended', thing: 'push_subscription', facts: { number } })
  })

/** Phones that asked so long ago that they are forgotten. */
export const pushClock: DeletionClock = {
  purpose: 'push_subscription',
  listDue: async (tx, before) =>
    (await listSubscriptionsBefore(tx, startOf(before))).map(({ id }) => ({
      thing: 'push_subscription',
      ref: id,
      about: null,
    })),
  deleteDue: deleteSubscriptions,
}
