import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'

/** How many rows of a kind (a table) are kept. */
export interface KeptKind {
  readonly kind: string
  readonly kept: number
}

/** What is kept, kind by kind, also of what the officer does not see; nothing for others. */
export const listKept = async (tx: ReadTx): Promise<KeptKind[]> => {
  const { rows } = await sql<{ kind: string; kept: bigint }>`select kind, kept from count_kept()`.execute(tx)
  return rows.map(({ kind, kept }) => ({ kind, kept: Number(kept) }))
}
