import type { WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { mailSignedUp, type SignUpNews } from './mail-signed-up.ts'
import { listSignUps } from './sign-up.queries.ts'

/** What happens to a time that those who signed up are told of. */
type TimeNews = Exclude<SignUpNews, 'coming' | 'waiting' | 'came_in'>

/**
 * Tells those who signed up for these times what has become of them, in the same transaction: the mails are written now and sent by the
 * queue. Times that are about to be removed are told of before they go.
 */
export const tellSignedUp = async (
  tx: WriteTx,
  platform: Platform,
  occurrenceIds: readonly string[],
  news: TimeNews,
): Promise<void> => {
  for (const signUp of await listSignUps(tx, occurrenceIds)) await mailSignedUp(tx, platform, signUp, news)
}
