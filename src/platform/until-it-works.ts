import { setTimeout as wait } from 'node:timers/promises'
import { loggedError, type Log } from './log.ts'

/** Tries every second until it works, and tells of each time it did not. Null when it was asked to stop meanwhile. */
export const untilItWorks = async <T>(
  event: string,
  work: () => Promise<T>,
  log: Log,
  stopping: AbortSignal,
): Promise<T | null> => {
  while (!stopping.aborted) {
    try {
      return await work()
    } catch (error) {
      log.warn(event, loggedError(error))
      await wait(1000, undefined, { signal: stopping }).catch(() => {})
    }
  }
  return null
}
