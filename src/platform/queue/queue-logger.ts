import { Logger } from 'graphile-worker'
import type { Log } from '../log.ts'

/** What the queue tells goes to our log: that something went wrong and with which task, never its payload. */
export const queueLogger = (log: Log): Logger =>
  new Logger(({ jobId, taskIdentifier }) => (level) => {
    const facts = { job: jobId ?? null, task: taskIdentifier ?? null }
    if (level === 'error') log.error('queue_failed', facts)
    if (level === 'warning') log.warn('queue_warned', facts)
  })
