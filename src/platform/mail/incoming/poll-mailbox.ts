import { createHash } from 'node:crypto'
import { type DatabaseActor, keepHouse } from '../../database/index.ts'
import { newId } from '../../id.ts'
import { loggedError } from '../../log.ts'
import type { Platform } from '../../platform.ts'
import type { Job, Task } from '../../queue/job.ts'
import { addJob } from '../../queue/queue.queries.ts'
import { giveMailboxTurn, type MailboxTurn, takeMailboxTurn } from './incoming-mail.queries.ts'
import { openMailbox, type OpenMailbox, type WaitingMail } from './open-mailbox.ts'
import { mostMailBytes } from './read-mail.ts'
import { type IncomingHandlers, takeIncomingMail } from './take-incoming-mail.ts'

/** The task that looks into the mailbox. */
export const pollMailboxTask = 'poll_mailbox'

/** As many mails as are taken at a time; the rest are taken a minute later. */
const mostAtOnce = 100

/** Longer than any one mail takes: whoever was killed is followed after this. */
const turn = { minutes: 5 }

const program: DatabaseActor = { personId: 'system' }

/** When to look again: after a minute, later where the server is away, and much later where it knows us not: it may lock us out. */
const minutesUntil = { looked: 1, away: 5, shut: 30 } as const

export type Looked = keyof typeof minutesUntil

export const pollJob = ({ clock }: Platform, looked: Looked): Job & { key: string } => ({
  task: pollMailboxTask,
  payload: {},
  at: clock.now().add({ minutes: minutesUntil[looked] }),
  key: pollMailboxTask,
})

/** Looks into the mailbox every minute. */
export const pollMailbox =
  (platform: Platform, handlers: IncomingHandlers): Task =>
  async () => {
    const { imapUrl } = platform.config
    if (imapUrl === null) return
    const looked = await lookInto(platform, imapUrl, handlers)
    await keepHouse(platform, program, (tx) => addJob(tx, pollJob(platform, looked)))
  }

/** Takes what waits in the mailbox, in one place at a time. A mail that cannot be taken now is left unread, and holds up no other. */
export const lookInto = async (platform: Platform, address: string, handlers: IncomingHandlers): Promise<Looked> => {
  const own: MailboxTurn = {
    mailbox: createHash('sha256').update(address).digest('hex'),
    heldBy: newId<'mailbox_turn'>(),
  }
  if (!(await holdTurn(platform, own))) return 'looked'
  try {
    const mailbox = await openMailbox(address)
    try {
      await takeAll(platform, mailbox, handlers, own)
    } finally {
      await mailbox.close().catch(() => {})
    }
    return 'looked'
  } catch (error) {
    platform.log.warn('mailbox_not_reached', loggedError(error))
    return error instanceof Error && 'authenticationFailed' in error ? 'shut' : 'away'
  } finally {
    await keepHouse(platform, program, (tx) => giveMailboxTurn(tx, own))
  }
}

const holdTurn = (platform: Platform, own: MailboxTurn): Promise<boolean> => {
  const now = platform.clock.now()
  return keepHouse(platform, program, (tx) => takeMailboxTurn(tx, own, now, now.add(turn)))
}

const takeAll = async (
  platform: Platform,
  mailbox: OpenMailbox,
  handlers: IncomingHandlers,
  own: MailboxTurn,
): Promise<void> => {
  for (const waiting of await mailbox.listWaiting(mostAtOnce)) {
    // Slower than a turn lasts: another has gone on from here.
    if (!(await holdTurn(platform, own))) return
    const raw = await fetchMail(mailbox, waiting)
    if (raw === null) continue
    if (await isTaken(platform, raw, handlers, waiting)) await mailbox.putAway(waiting.uid)
  }
}

const isTooLarge = ({ bytes }: WaitingMail): boolean => bytes > mostMailBytes

const fetchMail = (mailbox: OpenMailbox, waiting: WaitingMail): Promise<Uint8Array | null> =>
  isTooLarge(waiting) ? mailbox.fetchHead(waiting.uid) : mailbox.fetchWhole(waiting.uid)

const isTaken = async (
  platform: Platform,
  raw: Uint8Array,
  handlers: IncomingHandlers,
  waiting: WaitingMail,
): Promise<boolean> => {
  try {
    await takeIncomingMail(platform, raw, handlers, { isCut: isTooLarge(waiting) })
    return true
  } catch (error) {
    platform.log.warn('mail_not_taken', loggedError(error))
    return false
  }
}
