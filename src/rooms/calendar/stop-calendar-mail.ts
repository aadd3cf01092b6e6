import { keepHouse, leaveTrace, writeAs } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { listPostsOf } from '../parties/index.ts'
import { calendarPolicy } from './calendar.policy.ts'
import { deleteWatchesOf } from './events/event.queries.ts'
import { resumeHeldMail, stopHeldMail } from './held/held-link.queries.ts'
import type { CalendarMail } from './mail-stop-link.ts'

/** Stops the mails of a kind to a person, whom a signed address names; nobody needs to be signed in. */
export const stopCalendarMail = (
  platform: Platform,
  { personId, kind }: { personId: string; kind: CalendarMail },
): Promise<void> =>
  keepHouse(platform, { personId, day: today(platform.clock) }, async (tx) => {
    const verb = kind === 'held' ? 'held_mail.stopped' : 'event_watch.ended'
    if (kind === 'held') await stopHeldMail(tx, personId, platform.clock.now())
    else
      for (const { postId } of await listPostsOf(tx, personId, today(platform.clock))) await deleteWatchesOf(tx, postId)
    leaveTrace(tx, { verb, thing: 'person', ref: personId, about: personId })
  })

/** Chooses whether the actor gets the Friday mail. */
export const chooseHeldMail = (platform: Platform, actor: Actor, isWanted: boolean): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, calendarPolicy.readPlans)
    const personId = actor.personId ?? ''
    await (isWanted ? resumeHeldMail(tx, personId) : stopHeldMail(tx, personId, platform.clock.now()))
    const verb = isWanted ? 'held_mail.resumed' : 'held_mail.stopped'
    leaveTrace(tx, { verb, thing: 'person', ref: personId, about: personId })
  })
