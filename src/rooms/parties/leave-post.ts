import type { WriteTx } from '../../platform/database/index.ts'
import { type Day, today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { endSessionsOf } from '../access/index.ts'
import type { Holder } from './holder.ts'
import * as holders from './holder.queries.ts'
import { withdrawInvitations } from './invitation.queries.ts'
import { listPostsOf } from './party.queries.ts'

/**
 * Ends a post for its holder, and what they could still come in by where they hold none today: the invitation that waits, and open
 * sessions. What asks for a post each time (pages, calendars, mails) needs no word. Answers how many sessions were ended.
 */
export const leavePost = async (tx: WriteTx, { clock }: Platform, holder: Holder, until: Day): Promise<number> => {
  const day = today(clock)
  const isLeaving = Temporal.PlainDate.compare(until, day) <= 0
  // First of all, since whoever ends their own post may withdraw nothing afterwards.
  if (isLeaving) await withdrawInvitations(tx, holder.holderId, clock.now())
  await holders.moveHolderEnd(tx, holder, until)
  return isLeaving ? endSessionsWithoutPost(tx, clock.now(), holder.personId, day) : 0
}

/** Ends the sessions of a person who holds no post on the day. Answers how many were open. */
export const endSessionsWithoutPost = async (
  tx: WriteTx,
  at: Temporal.Instant,
  personId: string,
  day: Day,
): Promise<number> =>
  (await listPostsOf(tx, personId, day)).length > 0 ? 0 : endSessionsOf(tx, personId, { but: null, at })
