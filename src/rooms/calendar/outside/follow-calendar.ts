import { keepHouse, leaveTrace, readAs, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import type { OutsideAnswer } from '../../../platform/fetch/fetch-outside.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Tasks } from '../../../platform/queue/job.ts'
import { addJob, addJobOnce } from '../../../platform/queue/queue.queries.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, system } from '../../access/index.ts'
import { fetchCalendar, readCalendarApart } from './fetch-calendar.ts'
import { followJob, followTask } from './follow-job.ts'
import { isGivenUp, nextFetch, readAgainAfter } from './next-fetch.rules.ts'
import type { FollowedCalendar, OutsideSource } from './outside-calendar.ts'
import {
  findCalendar,
  findSource,
  getCalendarForUpdate,
  listCalendars,
  recordAnswer,
  recordFailure,
} from './outside-calendar.queries.ts'
import type { OutsideCalendar } from './reading/outside-activity.ts'
import { compareWithTaken, takeOver } from './take-over.ts'
import { tellGivenUp } from './tell-given-up.ts'

/** Asks a calendar that is followed and takes over what has changed. What stands in the way is written on it, never thrown. */
export const followOnce = async (platform: Platform, actor: Actor, outsideCalendarId: string): Promise<void> => {
  const { calendar, source } = await readAs(platform, actor, async (tx) => ({
    calendar: await findCalendar(tx, outsideCalendarId),
    source: await findSource(tx, outsideCalendarId),
  }))
  if (calendar === undefined || source === undefined || source.address === null || !isToAsk(calendar)) return
  try {
    const asked = await ask(platform, calendar, source)
    await keepAnswer({ platform, actor, calendar }, source, asked)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await keepFailure({ platform, actor, calendar }, error)
  }
}

const isToAsk = ({ state }: FollowedCalendar): boolean => state === 'followed' || state === 'given_up'

interface Following {
  readonly platform: Platform
  readonly actor: Actor
  readonly calendar: FollowedCalendar
}

interface Asked {
  readonly answer: OutsideAnswer
  readonly read: OutsideCalendar | null
}

const ask = async (platform: Platform, { laidAt }: FollowedCalendar, source: OutsideSource): Promise<Asked> => {
  const now = platform.clock.now()
  const isFresh = laidAt !== null && Temporal.Instant.compare(laidAt.add(readAgainAfter), now) > 0
  const { etag, lastModified } = isFresh ? source : { etag: null, lastModified: null }
  const answer = await fetchCalendar(platform, { address: source.address ?? '', etag, lastModified })
  return { answer, read: answer.kind === 'found' ? await readCalendarApart(platform, answer.bytes) : null }
}

const keepAnswer = async (following: Following, source: OutsideSource, { answer, read }: Asked): Promise<void> => {
  const { platform, actor, calendar } = following
  const at = platform.clock.now()
  const { outsideCalendarId } = calendar
  const { etag, lastModified } = answer.kind === 'found' ? answer : source
  const nextAt = nextFetch({ outsideCalendarId, failures: 0, wait: null }, at)
  const record = async (tx: WriteTx) => {
    await recordAnswer(tx, outsideCalendarId, { at, nextAt, read, etag, lastModified })
    await addJob(tx, followJob(outsideCalendarId, nextAt))
  }
  const isUnchanged =
    read === null || (await readAs(platform, actor, (tx) => compareWithTaken(tx, outsideCalendarId, read, at))).isNone
  if (isUnchanged) return keepHouse(platform, actor, record)
  return writeAs(platform, actor, async (tx) => {
    const current = await getCalendarForUpdate(tx, outsideCalendarId)
    // Paused or ended while it was asked: what it answered comes too late.
    const facts = isToAsk(current)
      ? await takeOver(tx, current, await compareWithTaken(tx, outsideCalendarId, read, at), {
          at,
          by: actor.personId ?? 'system',
        })
      : { added: 0, changed: 0, ended: 0 }
    if (isToAsk(current)) await record(tx)
    leaveTrace(tx, { verb: 'outside_calendar.read', thing: 'outside_calendar', ref: outsideCalendarId, facts })
  })
}

const keepFailure = async ({ platform, actor, calendar }: Following, refusal: Refused): Promise<void> => {
  const at = platform.clock.now()
  const { outsideCalendarId } = calendar
  const wait = Number(refusal.facts['wait'] ?? 0)
  const isOver = isGivenUp(calendar.fault?.since ?? at, at)
  const nextAt = isOver ? null : nextFetch({ outsideCalendarId, failures: calendar.failures + 1, wait }, at)
  const fault = { code: refusal.code, facts: refusal.facts }
  const state = isOver ? 'given_up' : calendar.state
  const isNews = isOver && calendar.state !== 'given_up'
  const record = async (tx: WriteTx) => {
    await recordFailure(tx, outsideCalendarId, { at, nextAt, fault, state })
    if (nextAt !== null) await addJob(tx, followJob(outsideCalendarId, nextAt))
  }
  if (!isNews) return keepHouse(platform, actor, record)
  return writeAs(platform, actor, async (tx) => {
    await record(tx)
    await tellGivenUp(tx, platform, calendar)
    leaveTrace(tx, { verb: 'outside_calendar.given_up', thing: 'outside_calendar', ref: outsideCalendarId })
  })
}

const idIn = (payload: unknown): string =>
  typeof payload === 'object' && payload !== null && 'outsideCalendarId' in payload
    ? String(payload.outsideCalendarId)
    : ''

/** The task of the queue that asks one calendar. */
export const followTasks = (platform: Platform): Tasks => ({
  [followTask]: (payload) => followOnce(platform, system, idIn(payload)),
})

/** Queues the next asking of each calendar that is followed, at start. */
export const scheduleFollowing = (platform: Platform): Promise<void> =>
  keepHouse(platform, system, async (tx) => {
    for (const { outsideCalendarId, host, state, nextAt } of await listCalendars(tx))
      if (host !== null && state === 'followed')
        await addJobOnce(tx, followJob(outsideCalendarId, nextAt ?? platform.clock.now()))
  })
