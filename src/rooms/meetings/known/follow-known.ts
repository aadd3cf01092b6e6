import { keepHouse, leaveTrace, readAs, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { readOutsideAddress } from '../../../platform/fetch/reachable.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Job } from '../../../platform/queue/job.ts'
import { addJob, addJobOnce, removeJob } from '../../../platform/queue/queue.queries.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, system } from '../../access/index.ts'
import { fetchCalendar, isGivenUp, nextFetch, readAgainAfter, readBusyApart } from '../../calendar/index.ts'
import { findPersonMail, listPostsOf } from '../../parties/index.ts'
import { stillCounts } from './known-age.rules.ts'
import {
  deleteKnownCalendars,
  findKnownCalendar,
  findKnownSource,
  listKnownToAsk,
  type ReadKnown,
  recordKnownAnswer,
  recordKnownFailure,
} from './known-calendar.queries.ts'
import type { KnownSource } from './known-calendar.ts'
import { ownMails } from './own-mails.rules.ts'

/** The task that asks the calendar of one person. */
export const followKnownTask = 'follow_known_calendar'

const keyOf = (personId: string): string => `${followKnownTask} ${personId}`

/** When the calendar of a person is asked again. */
export const followKnownJob = (personId: string, at: Temporal.Instant): Job & { readonly key: string } => ({
  task: followKnownTask,
  payload: { personId },
  at,
  key: keyOf(personId),
})

/** What was answered, and what was read of it; null where nothing has changed. */
export interface AskedKnown {
  readonly etag: string | null
  readonly lastModified: string | null
  readonly read: ReadKnown | null
}

/**
 * Asks a calendar, and reads when its owner is busy. Throws as `fetchCalendar` and `readBusyApart`, and Refused('calendar_cut') where the
 * file does not go on to its end.
 */
export const askKnown = async (
  platform: Platform,
  ask: { readonly address: string; readonly etag: string | null; readonly lastModified: string | null },
  mail: string | null,
): Promise<AskedKnown> => {
  const answer = await fetchCalendar(platform, ask)
  if (answer.kind === 'unchanged') return { etag: ask.etag, lastModified: ask.lastModified, read: null }
  const owner = { mails: ownMails([mail], readOutsideAddress(ask.address)), ownSuffix: '@brobyg' }
  const { isWhole, busy, unread } = await readBusyApart(platform, answer.bytes, owner)
  if (!isWhole) throw new Refused('calendar_cut')
  return { etag: answer.etag, lastModified: answer.lastModified, read: { busy, unread } }
}

/**
 * Asks the calendar of a person again; what was read before is replaced by what it says now. What stands in the way is written on it, never
 * thrown. Where the person holds no post any more, it goes.
 */
export const followKnown = async (platform: Platform, actor: Actor, personId: string): Promise<void> => {
  const { source, mail, posts } = await readAs(platform, actor, async (tx) => ({
    source: await findKnownSource(tx, personId),
    mail: (await findPersonMail(tx, personId))?.email ?? null,
    posts: await listPostsOf(tx, personId, today(platform.clock)),
  }))
  if (source === undefined) return
  const asking = { platform, actor, personId, source }
  if (posts.length === 0) return forget(asking)
  try {
    const { address, etag, lastModified } = source
    const isFresh = Temporal.Instant.compare(source.readAt.add(readAgainAfter), platform.clock.now()) > 0
    const known = isFresh ? { etag, lastModified } : { etag: null, lastModified: null }
    await keepAnswer(asking, await askKnown(platform, { address, ...known }, mail))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await keepFailure(asking, error)
  }
}

interface Asking {
  readonly platform: Platform
  readonly actor: Actor
  readonly personId: string
  readonly source: KnownSource
}

const forget = ({ platform, actor, personId }: Asking): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    await deleteKnownCalendars(tx, [personId])
    leaveTrace(tx, { verb: 'known_calendar.ended', thing: 'known_calendar', ref: personId, about: personId })
  })

const nextFor = (personId: string, failures: number, wait: number | null, at: Temporal.Instant): Temporal.Instant =>
  nextFetch({ outsideCalendarId: personId, failures, wait }, at)

const keepAnswer = ({ platform, actor, personId, source }: Asking, asked: AskedKnown): Promise<void> =>
  keepHouse(platform, actor, async (tx) => {
    const at = platform.clock.now()
    const nextAt = nextFor(personId, 0, null, at)
    await recordKnownAnswer(tx, { personId, address: source.address }, { at, nextAt, ...asked })
    await queueNext(tx, personId, nextAt)
  })

const keepFailure = async ({ platform, actor, personId, source }: Asking, refusal: Refused): Promise<void> => {
  const at = platform.clock.now()
  const isOver = isGivenUp(source.failedAt ?? at, at)
  const nextAt = isOver ? null : nextFor(personId, source.failures + 1, Number(refusal.facts['wait'] ?? 0), at)
  await keepHouse(platform, actor, async (tx) => {
    const known = await findKnownCalendar(tx, personId)
    if (known === undefined) return
    const isTooOld = !stillCounts(known.answeredAt, at)
    const { code, facts } = refusal
    await recordKnownFailure(tx, { personId, address: source.address }, { at, nextAt, code, facts, isTooOld })
    await queueNext(tx, personId, nextAt)
  })
}

/** Queues the next asking where the calendar is still there; it may have been removed while it was asked. */
const queueNext = async (tx: WriteTx, personId: string, nextAt: Temporal.Instant | null): Promise<void> => {
  if (nextAt === null || (await findKnownCalendar(tx, personId)) === undefined) await removeKnownJob(tx, personId)
  else await addJob(tx, followKnownJob(personId, nextAt))
}

/** Takes back the next asking. */
export const removeKnownJob = (tx: WriteTx, personId: string): Promise<void> => removeJob(tx, keyOf(personId))

/** The task of the queue: asks the calendar of one person as the program. */
export const followKnownNow =
  (platform: Platform) =>
  async (payload: unknown): Promise<void> => {
    if (typeof payload === 'object' && payload !== null && 'personId' in payload)
      await followKnown(platform, system, String(payload.personId))
  }

/** Queues the next asking of each calendar that is known, at start. */
export const scheduleKnown = async (tx: WriteTx): Promise<void> => {
  for (const { personId, nextAt } of await listKnownToAsk(tx)) await addJobOnce(tx, followKnownJob(personId, nextAt))
}
