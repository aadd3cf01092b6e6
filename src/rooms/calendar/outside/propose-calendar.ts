import { leaveTrace, readAs, writeAs } from '../../../platform/database/index.ts'
import { readOutsideAddress } from '../../../platform/fetch/reachable.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addJob } from '../../../platform/queue/queue.queries.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { listRelationsToOrganiser } from '../relation.queries.ts'
import { fetchCalendar, mostBytes, readCalendarApart } from './fetch-calendar.ts'
import { followJob } from './follow-job.ts'
import { nextFetch } from './next-fetch.rules.ts'
import type { FollowedCalendar, OutsideDefaults, OutsideSource } from './outside-calendar.ts'
import {
  deleteProposals,
  findSource,
  getCalendarForUpdate,
  insertProposal,
  isFollowed,
  recordAnswer,
  updateState,
} from './outside-calendar.queries.ts'
import { compareWithTaken, takeOver } from './take-over.ts'

/** What somebody wants followed: an address, or a file once. */
export type Wanted =
  | { readonly address: string }
  | { readonly file: { readonly name: string; readonly bytes: Uint8Array } }

/** A proposal nobody confirms is kept so long. */
const keptFor = { hours: 24 }

/**
 * Looks at a calendar that somebody would like to have followed: fetches and reads it, and keeps what was found until they say yes. Throws as
 * `fetchOutside` and `readOutsideCalendar`, and Refused('followed_already').
 */
export const proposeCalendar = async (
  platform: Platform,
  actor: Actor,
  wanted: Wanted,
  defaults: OutsideDefaults,
): Promise<string> => {
  requirePermission(actor, calendarPolicy.addSeries)
  await readAs(platform, actor, async (tx) => {
    requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, defaults))
    if ('address' in wanted && (await isFollowed(tx, readOutsideAddress(wanted.address).href)))
      throw new Refused('followed_already')
  })
  const { host, source } =
    'address' in wanted ? await look(platform, wanted.address) : await open(platform, wanted.file.bytes)
  const outsideCalendarId = newId<'outside_calendar'>()
  const name = [defaults.name, source.found?.name, host, 'file' in wanted ? wanted.file.name : null].find(
    (one) => one !== null && one !== undefined && one !== '',
  )
  await writeAs(platform, actor, async (tx) => {
    const at = platform.clock.now()
    await deleteProposals(tx, { before: at.subtract(keptFor) })
    const by = actor.personId ?? 'system'
    await insertProposal(tx, {
      outsideCalendarId,
      host,
      source,
      at,
      by,
      defaults: { ...defaults, name: name ?? 'Kalender' },
    })
    leaveTrace(tx, { verb: 'outside_calendar.proposed', thing: 'outside_calendar', ref: outsideCalendarId })
  })
  return outsideCalendarId
}

interface Looked {
  readonly host: string | null
  readonly source: OutsideSource
}

const look = async (platform: Platform, text: string): Promise<Looked> => {
  const url = readOutsideAddress(text)
  const answer = await fetchCalendar(platform, { address: url.href, etag: null, lastModified: null })
  if (answer.kind === 'unchanged') throw new Refused('answers', { status: 304 })
  const found = await readCalendarApart(platform, answer.bytes)
  const { etag, lastModified } = answer
  return { host: url.hostname, source: { address: url.href, etag, lastModified, found, unread: found.unread } }
}

const open = async (platform: Platform, bytes: Uint8Array): Promise<Looked> => {
  if (bytes.length > mostBytes) throw new Refused('too_large', { megabytes: mostBytes / 1024 / 1024 })
  const found = await readCalendarApart(platform, bytes)
  return { host: null, source: { address: null, etag: null, lastModified: null, found, unread: found.unread } }
}

const requireProposed = ({ state }: FollowedCalendar): void => {
  if (state !== 'proposed') throw new Refused('calendar_not_found')
}

/** Follows a calendar that was looked at: all that was found comes into the calendar, and it is asked again and again. */
export const confirmCalendar = (platform: Platform, actor: Actor, id: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const calendar = await getCalendarForUpdate(tx, id)
    requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, calendar))
    requireProposed(calendar)
    const source = await findSource(tx, calendar.outsideCalendarId)
    if (source?.found === undefined || source.found === null) throw new Refused('calendar_not_found')
    const at = platform.clock.now()
    const { outsideCalendarId } = calendar
    const difference = await compareWithTaken(tx, outsideCalendarId, source.found, at)
    const { added } = await takeOver(tx, calendar, difference, { at, by: actor.personId ?? 'system' })
    const nextAt = source.address === null ? null : nextFetch({ outsideCalendarId, failures: 0, wait: null }, at)
    await recordAnswer(tx, outsideCalendarId, { ...source, at, nextAt, read: source.found })
    await updateState(tx, outsideCalendarId, { state: 'followed', nextAt })
    if (nextAt !== null) await addJob(tx, followJob(outsideCalendarId, nextAt))
    leaveTrace(tx, {
      verb: 'outside_calendar.followed',
      thing: 'outside_calendar',
      ref: outsideCalendarId,
      facts: { added },
    })
  })

/** Lets a calendar that was looked at be. */
export const discardProposal = (platform: Platform, actor: Actor, id: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const calendar = await getCalendarForUpdate(tx, id)
    requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, calendar))
    requireProposed(calendar)
    await deleteProposals(tx, { id: calendar.outsideCalendarId })
    leaveTrace(tx, { verb: 'outside_calendar.discarded', thing: 'outside_calendar', ref: calendar.outsideCalendarId })
  })
