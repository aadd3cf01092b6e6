import { leaveTrace, readAs, writeAs } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import type { ContactEntry, WaitingAnswer } from './contact-entry.ts'
import * as entries from './contact-entry.queries.ts'
import { partyPolicy } from './party.policy.ts'
import { setPersonMail } from './party.queries.ts'

/** The half year after which an entry is to be confirmed again. */
const freshDays = 183

/** What the lead has to look at: answers that wait, and entries nobody confirmed for half a year. */
export interface ToLookAt {
  readonly answers: readonly WaitingAnswer[]
  readonly stale: readonly ContactEntry[]
}

/** Lists what waits for the lead. */
export const listToLookAt = (platform: Platform, actor: Actor): Promise<ToLookAt> => {
  requirePermission(actor, partyPolicy.settleAnswers)
  const day = today(platform.clock)
  return readAs(platform, actor, async (tx) => ({
    answers: await entries.listWaitingAnswers(tx, day),
    stale: await entries.listStaleEntries(tx, day, freshSince(platform)),
  }))
}

/** How many answers wait and how many entries are stale. */
export const countToLookAt = (platform: Platform, actor: Actor): Promise<{ answers: number; stale: number }> => {
  requirePermission(actor, partyPolicy.settleAnswers)
  return readAs(platform, actor, (tx) => entries.countToLookAt(tx, today(platform.clock), freshSince(platform)))
}

const freshSince = ({ clock }: Platform): Temporal.Instant => clock.now().subtract({ hours: 24 * freshDays })

/** Settles an answer: the mail address it tells is written down, or it is put aside. Throws Refused('answer_settled'). */
export const settleAnswer = (
  platform: Platform,
  actor: Actor,
  contactAnswerId: string,
  how: 'taken' | 'put_aside',
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.settleAnswers)
    const { holderId, personId, email } = await entries.getWaitingAnswer(tx, contactAnswerId, today(platform.clock))
    const isTaken = how === 'taken' && email !== null
    if (isTaken) await setPersonMail(tx, personId, email)
    await entries.settleAnswersAbout(tx, holderId, platform.clock.now())
    const facts = { mail: isTaken }
    leaveTrace(tx, { verb: 'contact.settled', thing: 'holder', ref: holderId, about: personId, facts })
  })
