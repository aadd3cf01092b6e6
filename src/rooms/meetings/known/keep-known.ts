import { leaveTrace, readAs, writeAs } from '../../../platform/database/index.ts'
import { readOutsideAddress } from '../../../platform/fetch/reachable.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addJob } from '../../../platform/queue/queue.queries.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { nextFetch } from '../../calendar/index.ts'
import { findPersonMail } from '../../parties/index.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { askKnown, followKnown, followKnownJob, removeKnownJob } from './follow-known.ts'
import { deleteKnownCalendars, findKnownCalendar, putKnownCalendar } from './known-calendar.queries.ts'
import type { KnownCalendar } from './known-calendar.ts'

/** Whoever acts, where they may keep a calendar. Throws as `requirePermission`. */
const ownPerson = (actor: Actor): string => {
  requirePermission(actor, meetingsPolicy.keepKnownCalendar)
  if (actor.personId === null) throw new Refused('sign_in_first')
  return actor.personId
}

/** One's own calendar; undefined where none is known. */
export const readOwnKnown = (platform: Platform, actor: Actor): Promise<KnownCalendar | undefined> =>
  readAs(platform, actor, (tx) => findKnownCalendar(tx, ownPerson(actor)))

/**
 * Follows the calendar somebody keeps elsewhere from now on, instead of one they had before: it is fetched and read first. Throws as
 * `askKnown`, and as `readOutsideAddress` where it is no address.
 */
export const followOwn = async (platform: Platform, actor: Actor, typed: string): Promise<void> => {
  const personId = ownPerson(actor)
  const { href: address, hostname: host } = readOutsideAddress(typed)
  const mail = (await readAs(platform, actor, (tx) => findPersonMail(tx, personId)))?.email ?? null
  const { etag, lastModified, read } = await askKnown(platform, { address, etag: null, lastModified: null }, mail)
  if (read === null) throw new Refused('answers', { status: 304 })
  await writeAs(platform, actor, async (tx) => {
    const at = platform.clock.now()
    const nextAt = nextFetch({ outsideCalendarId: personId, failures: 0, wait: null }, at)
    await putKnownCalendar(tx, personId, { ...read, host, address, etag, lastModified, at, nextAt })
    await addJob(tx, followKnownJob(personId, nextAt))
    leaveTrace(tx, { verb: 'known_calendar.followed', thing: 'known_calendar', ref: personId, about: personId })
  })
}

/** Asks one's own calendar now, whenever it was to be asked. */
export const fetchOwn = async (platform: Platform, actor: Actor): Promise<void> =>
  followKnown(platform, actor, ownPerson(actor))

/** Removes one's own calendar: its address and all that was read of it go at once. */
export const removeOwn = (platform: Platform, actor: Actor): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const personId = ownPerson(actor)
    await deleteKnownCalendars(tx, [personId])
    await removeKnownJob(tx, personId)
    leaveTrace(tx, { verb: 'known_calendar.removed', thing: 'known_calendar', ref: personId, about: personId })
  })
