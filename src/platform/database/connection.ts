import { PostgresDialect, PostgresQueryCompiler } from 'kysely'
import { Pool, types } from 'pg'
import type { Log } from '../log.ts'
import { loggedError } from '../log.ts'
import type { Gauge } from '../metrics.ts'

type ReadText = (text: string) => unknown

/**
 * How values arrive: `date` as `2026-12-02`, `timestamptz` as Temporal.Instant, `int8` as bigint, `numeric` as string,
 * ranges as PostgreSQL writes them (`[2013-01-01,2017-01-01)`, see day-span.ts). `rows.ts` is generated to agree.
 */
const readers = new Map<number, ReadText>([
  [types.builtins.DATE, (text) => text],
  [types.builtins.INT8, (text) => BigInt(text)],
  [types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T'))],
])

const getTypeParser = (oid: number, format: 'text' | 'binary' = 'text'): ReadText => {
  const usual: ReadText = format === 'text' ? types.getTypeParser(oid, 'text') : types.getTypeParser(oid, 'binary')
  return format === 'text' ? (readers.get(oid) ?? usual) : usual
}

/** A connection that breaks, idle or at work, is logged and replaced; what was at work on it fails by itself. */
const outliveBreaks = (pool: Pool, log: Log): Pool => {
  const lost = (error: unknown) => log.warn('database_connection_lost', loggedError(error))
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  openPools.add(pool)
  return pool
}

/** The pools of this process, for the metrics; one that was ended is forgotten when it is next looked for. */
const openPools = new Set<Pool>()

const sumOfPools = (count: (pool: Pool) => number) => (): number => {
  for (const pool of openPools) if (pool.ended) openPools.delete(pool)
  return [...openPools].reduce((sum, pool) => sum + count(pool), 0)
}

/** How the connections to the database are used. */
export const poolGauges: readonly Gauge[] = [
  { name: 'brobyg_connections', help: 'Connections to the database.', read: sumOfPools((pool) => pool.totalCount) },
  { name: 'brobyg_connections_idle', help: 'Of them, those at rest.', read: sumOfPools((pool) => pool.idleCount) },
  { name: 'brobyg_connections_awaited', help: 'Who waits for one.', read: sumOfPools((pool) => pool.waitingCount) },
]

/** Opens the pool; it connects when first used. */
export const openPool = (url: string, log: Log): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: 20,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'brobyg',
    types: { getTypeParser },
  })
  return outliveBreaks(pool, log)
}

/** Opens a small pool whose values arrive as `pg` gives them, for packages that bring their own SQL. */
export const openPlainPool = (url: string, log: Log): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: 5,
    connectionTimeoutMillis: 10_000,
    application_name: 'brobyg queue',
  })
  return outliveBreaks(pool, log)
}

/** PostgreSQL as Kysely speaks it, with Temporal values among the parameters written as PostgreSQL reads them. */
export class TemporalDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new TemporalQueryCompiler()
  }
}

class TemporalQueryCompiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    const isTemporal = parameter instanceof Temporal.Instant || parameter instanceof Temporal.PlainDate
    super.addParameter(isTemporal ? parameter.toString() : parameter)
  }
}
