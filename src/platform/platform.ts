import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database/index.ts'
import type { Log } from './log.ts'

/** What every action is handed: nothing reaches for a connection, the time or a setting by itself. */
export interface Platform {
  readonly database: Database
  readonly clock: Clock
  readonly config: Config
  readonly log: Log
}
