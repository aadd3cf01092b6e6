import { keepHouse, leaveTrace } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { listPostsOf } from '../parties/index.ts'
import { deleteWatchesOf } from './events/event.queries.ts'
import { stopHeldMail } from './held/held-link.queries.ts'
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
