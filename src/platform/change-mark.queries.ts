import { sql } from 'kysely'
import type { ReadTx } from './database/index.ts'

/** How far the municipality's data had come, as far as everyone may see it. */
export interface ChangeMark {
  /** Another after every commit that may have changed something public; the same as long as none has. */
  readonly mark: string
  /** When it last changed; null where that is less than two seconds ago, or never was. */
  readonly settledAt: Temporal.Instant | null
}

/** The mark of the moment the transaction sees. Whatever leaves a trace in the audit trail moves it, but for what no public page shows. */
export const readChangeMark = async (tx: ReadTx): Promise<ChangeMark> => {
  const { rows } = await sql<{ mark: string | null; settledAt: Temporal.Instant | null }>`
    select mark, changed_at as "settledAt" from public_change()`.execute(tx)
  return { mark: rows[0]?.mark ?? '', settledAt: rows[0]?.settledAt ?? null }
}
