import { openPlainPool } from '../database/connection.ts'
import { silentLog } from '../log.ts'
import { queueSchemaOf } from './queue-schema.ts'

/** Makes or updates the tables of a municipality's queue. Safe to run beside other processes that do the same. */
export const installQueue = async (url: string, schema: string): Promise<void> => {
  // Loaded here, because a start on tables that are up to date needs none of it.
  const [{ runMigrations }, { queueLogger }] = await Promise.all([
    import('graphile-worker'),
    import('./queue-logger.ts'),
  ])
  const pgPool = openPlainPool(url, silentLog)
  try {
    await runMigrations({ pgPool, schema: queueSchemaOf(schema), logger: queueLogger(silentLog) })
  } finally {
    await pgPool.end()
  }
}
