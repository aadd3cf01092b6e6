import { leaveTrace, readAs, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addJob, removeJob } from '../../../platform/queue/queue.queries.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { listRelationsToOrganiser } from '../relation.queries.ts'
import { followOnce } from './follow-calendar.ts'
import { followJob, followKey } from './follow-job.ts'
import type { FollowedCalendar, OutsideDefaults, OutsideState } from './outside-calendar.ts'
import { findCalendar, getCalendarForUpdate, updateDefaults, updateState } from './outside-calendar.queries.ts'
import { compareWithTaken, restateTaken, takeOver } from './take-over.ts'

const enter = async (tx: WriteTx, actor: Actor, id: string): Promise<FollowedCalendar> => {
  const calendar = await getCalendarForUpdate(tx, id)
  requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, calendar))
  if (calendar.state === 'proposed' || calendar.state === 'ended') throw new Refused('calendar_not_found')
  return calendar
}

const traced = (verb: string, ref: string) => ({ verb, thing: 'outside_calendar', ref })

const setState = async (
  tx: WriteTx,
  id: string,
  state: OutsideState,
  nextAt: Temporal.Instant | null,
): Promise<void> => {
  await updateState(tx, id, { state, nextAt })
  if (nextAt === null) await removeJob(tx, followKey(id))
  else await addJob(tx, followJob(id, nextAt))
}

/** Asks a calendar no more until it is resumed; what was taken over stays. */
export const pauseFollowing = (platform: Platform, actor: Actor, id: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { outsideCalendarId } = await enter(tx, actor, id)
    await setState(tx, outsideCalendarId, 'paused', null)
    leaveTrace(tx, traced('outside_calendar.paused', outsideCalendarId))
  })

/** Follows a calendar again that was paused or given up; it is asked at once. */
export const resumeFollowing = (platform: Platform, actor: Actor, id: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { outsideCalendarId, host } = await enter(tx, actor, id)
    await setState(tx, outsideCalendarId, 'followed', host === null ? null : platform.clock.now())
    leaveTrace(tx, traced('outside_calendar.resumed', outsideCalendarId))
  })

/** Stops following a calendar: what is to come goes, what took place stays. */
export const endFollowing = (platform: Platform, actor: Actor, id: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const calendar = await enter(tx, actor, id)
    const at = platform.clock.now()
    const nothing = { name: null, activities: [], unread: [], past: 0, unknownZones: [], isWhole: true }
    const { outsideCalendarId } = calendar
    await takeOver(tx, calendar, await compareWithTaken(tx, outsideCalendarId, nothing, at), {
      at,
      by: actor.personId ?? 'system',
    })
    await setState(tx, outsideCalendarId, 'ended', null)
    leaveTrace(tx, traced('outside_calendar.ended', outsideCalendarId))
  })

/** Changes what is said here of all that comes from a calendar. Throws Refused('changed_meanwhile'). */
export const changeDefaults = (
  platform: Platform,
  actor: Actor,
  seen: { readonly id: string; readonly version: number },
  defaults: OutsideDefaults,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { outsideCalendarId, version } = await enter(tx, actor, seen.id)
    requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, defaults))
    if (version !== seen.version) throw new Refused('changed_meanwhile')
    await updateDefaults(tx, outsideCalendarId, defaults)
    await restateTaken(tx, outsideCalendarId, defaults, platform.clock.now())
    leaveTrace(tx, traced('outside_calendar.changed', outsideCalendarId))
  })

/** Asks a calendar now, whenever it was to be asked. */
export const followNow = async (platform: Platform, actor: Actor, id: string): Promise<void> => {
  const calendar = await readAs(platform, actor, async (tx) => {
    const found = await findCalendar(tx, id)
    if (found === undefined) throw new Refused('calendar_not_found')
    requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, found))
    return found
  })
  await followOnce(platform, actor, calendar.outsideCalendarId)
}
