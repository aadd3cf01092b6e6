import { keepHouse, type WriteTx } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tasks } from '../../platform/queue/job.ts'
import { addJob, addJobOnce } from '../../platform/queue/queue.queries.ts'
import { system } from '../access/index.ts'
import { tellOfAnswer, tellOfAnswerTask } from './events/answer-event.ts'
import { nextTelling, tellOfEvents, tellOfEventsTask } from './events/tell-of-events.ts'
import { heldMailTask, nextHeldMail, sendHeldMails } from './held/held-mail.ts'

/** The tasks that write the calendar's mails. Those that come round queue their next time first, so that one that fails is not the last. */
export const calendarMailTasks = (platform: Platform): Tasks => ({
  [heldMailTask]: async () => {
    await keepHouse(platform, system, (tx) => addJob(tx, nextHeldMail(platform)))
    await sendHeldMails(platform)
  },
  [tellOfEventsTask]: async () => {
    await keepHouse(platform, system, (tx) => addJob(tx, nextTelling(platform)))
    await tellOfEvents(platform)
  },
  [tellOfAnswerTask]: tellOfAnswer(platform),
})

/** Queues the mails that come round, at start. */
export const scheduleCalendarMails = async (tx: WriteTx, platform: Platform): Promise<void> => {
  for (const job of [nextHeldMail(platform), nextTelling(platform)]) await addJobOnce(tx, job)
}
