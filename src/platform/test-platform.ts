import { clockAt } from './clock.ts'
import { readConfig } from './config.ts'
import type { Database } from './database/index.ts'
import { silentLog } from './log.ts'
import type { Platform } from './platform.ts'

/** A platform for tests: the given database, a clock that stands still, the settings of an empty environment, no log. */
export const testPlatform = (database: Database, moment = '2026-11-21T12:00:00Z'): Platform => ({
  database,
  clock: clockAt(moment),
  config: readConfig({}),
  log: silentLog,
})
