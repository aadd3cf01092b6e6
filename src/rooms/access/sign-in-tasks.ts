import { keepHouse } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tasks } from '../../platform/queue/job.ts'
import { addJob, addJobOnce } from '../../platform/queue/queue.queries.ts'
import { nextAt } from '../../platform/queue/when.rules.ts'
import { system } from './actor.ts'
import { sendSignInLinksTask } from './ask-for-link.ts'
import { deleteChallengesBefore } from './passkey-challenge.queries.ts'
import { type FindPeopleByMail, sendSignInLinks } from './send-links.ts'
import { deleteSessionsBefore } from './session.queries.ts'
import { deleteSignInLinksBefore } from './sign-in-link.queries.ts'

const clearSignInsTask = 'clear_sign_ins'

/** So long a person can still see that a session ended; the audit trail keeps that it did. */
const sessionsKeptDays = 30

/** The tasks of this room's queue. */
export const signInTasks = (platform: Platform, findPeopleByMail: FindPeopleByMail): Tasks => ({
  [sendSignInLinksTask]: sendSignInLinks(platform, findPeopleByMail),
  [clearSignInsTask]: () => clearSignIns(platform),
})

/** Queues what comes round, at start: the nightly clearing of what is used up or over. */
export const scheduleSignInTasks = (platform: Platform): Promise<void> =>
  keepHouse(platform, system, (tx) => addJobOnce(tx, nightlyJob(platform)))

const clearSignIns = (platform: Platform): Promise<void> =>
  keepHouse(platform, system, async (tx) => {
    const now = platform.clock.now()
    const aDayAgo = now.subtract({ hours: 24 })
    await deleteSignInLinksBefore(tx, aDayAgo)
    await deleteChallengesBefore(tx, now)
    await deleteSessionsBefore(tx, now.subtract({ hours: 24 * sessionsKeptDays }))
    await addJob(tx, nightlyJob(platform))
  })

const nightlyJob = ({ clock }: Platform) => ({
  task: clearSignInsTask,
  payload: {},
  at: nextAt(clock.now(), null, { hour: 3, minute: 30 }),
  key: clearSignInsTask,
})
