import type { Database } from './transactions.ts'
import { runSqlAsOwner } from './test-sql.ts'

/** The constraint that refuses a statement, run as the owner of the tables; null where none does. For tests. */
export const constraintOf = async (
  { url, database }: { readonly url: string; readonly database: Database },
  statement: string,
): Promise<string | null> => {
  try {
    await runSqlAsOwner(url, `set search_path to "${database.schema}"; begin; ${statement}; rollback`)
    return null
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && typeof error.constraint === 'string') return error.constraint
    throw error
  }
}
