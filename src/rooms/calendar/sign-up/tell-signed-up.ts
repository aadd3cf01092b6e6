import type { WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findListedOccurrence } from '../listed-occurrence.queries.ts'
import { queuePush } from '../push/push-tasks.ts'
import { mailSignedUp } from './mail-signed-up.ts'
import type { SignUpNews } from './sign-up.ts'
import { listSignUps } from './sign-up.queries.ts'

/** What happens to a time that people are told of. */
type TimeNews = Exclude<SignUpNews, 'coming' | 'waiting' | 'came_in'>

/**
 * Tells those who signed up for these times, in the order the times begin, what has become of them, and phones that asked to know of the
 * first. In the same transaction: the mails are written now and sent by the queue. Times that are about to be removed are told of before
 * they go.
 */
export const tellSignedUp = async (
  tx: WriteTx,
  platform: Platform,
  occurrenceIds: readonly string[],
  news: TimeNews,
): Promise<void> => {
  for (const signUp of await listSignUps(tx, occurrenceIds)) await mailSignedUp(tx, platform, signUp, news)
  const [first] = occurrenceIds
  const occurrence = first === undefined ? undefined : await findListedOccurrence(tx, first)
  if (occurrence === undefined) return
  const isGone = news === 'removed'
  await queuePush(tx, platform, occurrence, { news: isGone ? 'cancelled' : news, isGone })
}
