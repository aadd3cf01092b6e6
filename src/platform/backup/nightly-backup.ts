import { keepHouse } from '../database/index.ts'
import { errorCode, Fault } from '../fault.ts'
import { loggedError } from '../log.ts'
import type { Platform } from '../platform.ts'
import type { Job, Tasks } from '../queue/job.ts'
import { addJob, addJobOnce, removeJob } from '../queue/queue.queries.ts'
import { nextAt } from '../queue/when.rules.ts'
import { removeOld } from './backup-folder.ts'
import { makeBackup } from './make-backup.ts'
import { countOf } from './manifest.ts'
import { keyToWrite } from './settings-key.ts'

const nightlyTask = 'nightly_backup'

/** The program itself. */
const program = { personId: 'system' }

/** After a backup that failed, the next is tried this soon. */
const retryAfter = { minutes: 60 }

const jobAt = (at: Temporal.Instant): Job & { readonly key: string } => ({
  task: nightlyTask,
  payload: {},
  at,
  key: nightlyTask,
})

const nextNight = ({ clock }: Platform): Temporal.Instant => nextAt(clock.now(), null, { hour: 2, minute: 30 })

/** The task that makes a backup and, when it is whole, removes the oldest. `url` reaches the database as its owner. */
export const backupTasks = (platform: Platform, url: string): Tasks => ({
  [nightlyTask]: async () => {
    const folder = platform.config.backupFolder
    if (folder === null) return
    const hasWorked = await backUp(platform, url, folder)
    const at = hasWorked ? nextNight(platform) : platform.clock.now().add(retryAfter)
    await keepHouse(platform, program, (tx) => addJob(tx, jobAt(at)))
  },
})

/** Queues the next nightly backup, or takes it back where none are wanted. A night missed while the program stood still is made up for. */
export const scheduleBackups = (platform: Platform): Promise<void> =>
  keepHouse(platform, program, (tx) =>
    platform.config.backupFolder === null ? removeJob(tx, nightlyTask) : addJobOnce(tx, jobAt(nextNight(platform))),
  )

const backUp = async (platform: Platform, url: string, folder: string): Promise<boolean> => {
  const { config, clock, log } = platform
  try {
    const key = keyToWrite(config)
    const { manifest } = await makeBackup({ url, municipality: config.municipality }, folder, key, clock.now())
    const removed = removeOld(folder, config.municipality, config.backupsKept)
    log.info('backup_made', { ...countOf(manifest), removed })
    return true
  } catch (error) {
    log.error('backup_failed', {
      ...loggedError(error),
      reason: error instanceof Fault ? errorCode(error.cause) : null,
    })
    return false
  }
}
