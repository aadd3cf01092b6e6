import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../database/index.ts'
import type { Limit } from './limits.ts'

/**
 * Takes a turn if one is left, and answers whether it was. The generic cell rate algorithm: each turn moves `free_at` on by its share of
 * the span, and it may never be further away than the whole span. One statement, so that the row's lock makes those at once take turns.
 */
export const takeTurn = async (
  tx: WriteTx,
  { turns, seconds }: Limit,
  keyHash: Buffer,
  now: Temporal.Instant,
): Promise<boolean> => {
  const at = sql`${now.toString()}::timestamptz`
  const share = sql`make_interval(secs => ${seconds / turns}::float8)`
  const { rows } = await sql`
    insert into rate_limit (key_hash, free_at) values (${keyHash}, ${at} + ${share})
    on conflict (key_hash) do update set free_at = greatest(rate_limit.free_at, ${at}) + ${share}
      where greatest(rate_limit.free_at, ${at}) + ${share} <= ${at} + make_interval(secs => ${seconds}::float8)
    returning free_at`.execute(tx)
  return rows.length === 1
}

/** When the subject owes nothing any longer. */
export const getFreeAt = async (tx: ReadTx, keyHash: Buffer): Promise<Temporal.Instant> => {
  const row = await tx
    .selectFrom('rate_limit')
    .select('free_at')
    .where('key_hash', '=', keyHash)
    .executeTakeFirstOrThrow()
  return row.free_at
}

export const deleteFreeTurns = (tx: WriteTx, now: Temporal.Instant) =>
  tx.deleteFrom('rate_limit').where('free_at', '<=', now).execute()
