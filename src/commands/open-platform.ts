import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { openDatabase } from '../platform/database/index.ts'
import { standardLog } from '../platform/log.ts'
import type { Platform } from '../platform/platform.ts'

/** Does a command's work on the database, beside a server that runs on it or alone, and closes it again. */
export const withPlatform = async <T>(config: Config, work: (platform: Platform) => Promise<T>): Promise<T> => {
  const opened = await openDatabase(config, 'joining', standardLog)
  try {
    return await work({ database: opened.database, clock: systemClock, config, log: standardLog })
  } finally {
    await opened.close()
  }
}
