import { sql } from 'kysely'
import { nobody, readAs, type ReadTx, type WithDatabase } from './database/index.ts'

/** How far the municipality's data had come, as far as everyone may see it. */
export interface ChangeMark {
  /** Another after every commit that may have changed something public; the same as long as none has. */
  readonly mark: string
  /** When it last changed; null where that is less than two seconds ago, or never was. */
  readonly settledAt: Temporal.Instant | null
}

const question = 'select mark, changed_at as "settledAt" from public_change()'

const markOf = (row: Readonly<Record<string, unknown>> | undefined): ChangeMark => ({
  mark: typeof row?.['mark'] === 'string' ? row['mark'] : '',
  settledAt: row?.['settledAt'] instanceof Temporal.Instant ? row['settledAt'] : null,
})

/**
 * The mark of the moment the transaction sees. Whatever leaves a trace in the audit trail moves it, and whatever `keepHouse` writes, but for
 * what no public page shows.
 */
export const readChangeMark = async (tx: ReadTx): Promise<ChangeMark> => {
  const { rows } = await sql.raw<Record<string, unknown>>(question).execute(tx)
  return markOf(rows[0])
}

/** The mark of this moment. */
export const findChangeMark = async ({ database }: WithDatabase): Promise<ChangeMark> =>
  database.glance === undefined
    ? readAs({ database }, nobody, readChangeMark)
    : markOf((await database.glance(question))[0])
