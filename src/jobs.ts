import { deletionClocks } from './deletion-clocks.ts'
import { mailHandlers } from './mail-handlers.ts'
import { backupTasks, scheduleBackups } from './platform/backup/nightly-backup.ts'
import { keepHouse } from './platform/database/index.ts'
import { deleteMailsEndedBy } from './platform/mail/mail.queries.ts'
import { pollJob, pollMailbox, pollMailboxTask } from './platform/mail/incoming/poll-mailbox.ts'
import { openPostOffice } from './platform/mail/post-office.ts'
import { sendMailTask } from './platform/mail/queue-mail.ts'
import { sendMail } from './platform/mail/send-mail.ts'
import type { Platform } from './platform/platform.ts'
import type { Job, Tasks } from './platform/queue/job.ts'
import { addJob, addJobOnce, removeJob } from './platform/queue/queue.queries.ts'
import { freeBegunJobs, startQueue, type RunningQueue } from './platform/queue/run-queue.ts'
import { nextAt } from './platform/queue/when.rules.ts'
import { clearFreeTurns } from './platform/rate-limit/require-turn.ts'
import { peopleDesk } from './people-desk.ts'
import { runClocks, scheduleSignInTasks, signInTasks, system } from './rooms/access/index.ts'
import { recordMissingClauses } from './rooms/agreements/index.ts'
import { deleteConfirmationLinksEndedBy } from './rooms/parties/index.ts'
import {
  calendarTasks,
  deleteBookingLinksEndedBy,
  deleteHeldLinksEndedBy,
  scheduleCalendar,
} from './rooms/calendar/index.ts'
import { meetingTasks, scheduleMeetings, waitingInWeek } from './rooms/meetings/index.ts'
import { exportTasks, reminderTasks, scheduleReminders } from './rooms/commitments/index.ts'
import { partnershipPartsOfRooms } from './partnership-parts.ts'

const deleteDueTask = 'delete_due'
const clearTurnsTask = 'clear_turns'

/** What `delete_due` took over; a job of it may still wait. */
const formerTask = 'clear_mails'

/** Every task of the queue by name, but for backups, which are made as the owner of the tables. */
export const allTasks = async (platform: Platform): Promise<{ tasks: Tasks; close: () => void }> => {
  const postOffice = await openPostOffice(platform.config)
  const tasks = {
    [sendMailTask]: sendMail(platform, postOffice),
    [pollMailboxTask]: pollMailbox(platform, mailHandlers(platform)),
    [deleteDueTask]: async () => {
      await runClocks(platform, deletionClocks)
      await keepHouse(platform, system, async (tx) => {
        await deleteMailsEndedBy(tx, platform.clock.now())
        await deleteConfirmationLinksEndedBy(tx, platform.clock.now())
        await deleteHeldLinksEndedBy(tx, platform.clock.now())
        await deleteBookingLinksEndedBy(tx, platform.clock.now())
        await addJob(tx, nightly(platform, deleteDueTask))
      })
    },
    [clearTurnsTask]: async () => {
      await clearFreeTurns(platform)
      await keepHouse(platform, system, (tx) => addJob(tx, nightly(platform, clearTurnsTask)))
    },
    ...signInTasks(platform, peopleDesk(platform).findPeopleByMail),
    ...reminderTasks(platform, waitingInWeek),
    ...calendarTasks(platform),
    ...meetingTasks(platform),
    ...exportTasks(platform, partnershipPartsOfRooms),
  }
  return { tasks, close: () => postOffice?.close() }
}

const nightly = ({ clock }: Platform, task: string): Job & { key: string } => ({
  task,
  payload: {},
  at: nextAt(clock.now(), null, { hour: 3, minute: 15 }),
  key: task,
})

/** Queues what comes round and does jobs as they fall due, until stopped. `url` reaches the database as its owner. */
export const startJobs = async (platform: Platform, url: string): Promise<RunningQueue> => {
  if (platform.config.smtpUrl === null) platform.log.info('mail_is_kept_without_server')
  await keepHouse(platform, system, async (tx) => {
    await removeJob(tx, formerTask)
    if (platform.config.imapUrl === null) await removeJob(tx, pollMailboxTask)
    else await addJobOnce(tx, pollJob(platform, 'looked'))
    for (const task of [deleteDueTask, clearTurnsTask]) await addJobOnce(tx, nightly(platform, task))
  })
  await recordMissingClauses(platform)
  await scheduleSignInTasks(platform)
  await scheduleReminders(platform)
  await scheduleCalendar(platform)
  await scheduleMeetings(platform)
  await scheduleBackups(platform)
  const { tasks, close } = await allTasks(platform)
  const everyTask = { ...tasks, ...backupTasks(platform, url) }
  const place = { url, schema: platform.database.schema, log: platform.log }
  // The PostgreSQL that comes along serves one process; one of the municipality's own may serve many.
  if (platform.config.databaseUrl === null) await freeBegunJobs(place)
  const queue = await startQueue(place, everyTask)
  return {
    ...queue,
    stop: async () => {
      await queue.stop()
      close()
    },
  }
}
