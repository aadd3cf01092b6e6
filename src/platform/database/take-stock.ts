import type { OwnerConnection } from './owner-connection.ts'

/** Lets PostgreSQL count what is in a schema's tables, so that its first answers are quick: by itself it does so only after a while. */
export const takeStock = async (owner: OwnerConnection, schema: string): Promise<void> => {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1`,
    [schema],
  )
  if (rows.length > 0) await owner.query(`analyze ${rows.map(({ name }) => name).join(', ')}`)
}
