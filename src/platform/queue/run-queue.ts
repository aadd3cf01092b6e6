import { type Runner, run, runOnce } from 'graphile-worker'
import { openPlainPool } from '../database/connection.ts'
import { type Log, loggedError } from '../log.ts'
import { untilItWorks } from '../until-it-works.ts'
import type { Tasks } from './job.ts'
import { queueLogger } from './queue-logger.ts'
import { queueSchemaOf } from './queue-schema.ts'

/** Where a queue stands and whom it tells. */
export interface QueuePlace {
  readonly url: string
  /** The schema of the municipality's tables. */
  readonly schema: string
  readonly log: Log
}

/** A queue whose jobs are being done. */
export interface RunningQueue {
  /** Takes no new jobs, lets those under way end, closes the connections. */
  stop(): Promise<void>
  /** How many jobs wait, for now or for later. */
  countWaiting(): Promise<number>
}

/** Does jobs as they fall due, two at a time, until stopped; takes up again whatever ended by itself. */
export const startQueue = async (place: QueuePlace, tasks: Tasks): Promise<RunningQueue> => {
  const pgPool = openPlainPool(place.url, place.log)
  const begin = () => run({ ...settings(place), pgPool, taskList: taskList(place.log, tasks) })
  const stopping = new AbortController()
  let runner: Runner = await begin()
  const keptGoing = (async () => {
    for (;;) {
      await runner.promise.catch((error: unknown) => place.log.warn('queue_ended_by_itself', loggedError(error)))
      const again = await untilItWorks('queue_not_taken_up', begin, place.log, stopping.signal)
      if (again === null) return
      runner = again
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      // A database that is gone cannot take back the jobs under way; it will find them undone when it is there again.
      await runner.stop().catch((error: unknown) => place.log.warn('queue_stopped_hard', loggedError(error)))
      await keptGoing
      await pgPool.end()
    },
    countWaiting: async () => {
      const found = await pgPool.query<{ count: string }>(`select count(*) from "${queueSchemaOf(place.schema)}".jobs`)
      return Number(found.rows[0]?.count)
    },
  }
}

/**
 * Gives back the jobs that a killed process had begun, which would otherwise wait four hours for it. Only where no other process does
 * jobs of this queue: the dead cannot be told from the living.
 */
export const freeBegunJobs = async (place: QueuePlace): Promise<void> => {
  const queue = `"${queueSchemaOf(place.schema)}"`
  const pgPool = openPlainPool(place.url, place.log)
  try {
    await pgPool.query(
      `select ${queue}.force_unlock_workers(array(select distinct locked_by from ${queue}.jobs where locked_by is not null))`,
    )
  } finally {
    await pgPool.end()
  }
}

/** Does the jobs that are due now, and those they queue for now, then ends: for tests and for the command line. */
export const runDueJobs = async (place: QueuePlace, tasks: Tasks): Promise<void> => {
  const pgPool = openPlainPool(place.url, place.log)
  try {
    await runOnce({ ...settings(place), pgPool, taskList: taskList(place.log, tasks) })
  } finally {
    await pgPool.end()
  }
}

const settings = ({ schema, log }: QueuePlace) => ({
  schema: queueSchemaOf(schema),
  logger: queueLogger(log),
  concurrency: 2,
  noHandleSignals: true,
  parsedCronItems: [],
})

const taskList = (log: Log, tasks: Tasks) =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown) => {
        try {
          await task(payload)
        } catch (error) {
          log.warn('job_failed', { task: name, ...loggedError(error) })
          throw error
        }
      },
    ]),
  )
