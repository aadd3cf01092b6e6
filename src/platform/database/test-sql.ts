import { sql } from 'kysely'
import { Client } from 'pg'
import { type DatabaseActor, keepHouse, type WithDatabase } from './transactions.ts'

/** Runs plain SQL as the application role on the actor's behalf, for tests of what the database itself refuses. Answers with the rows. */
export const runSql = async <Row>(platform: WithDatabase, actor: DatabaseActor, statement: string): Promise<Row[]> =>
  keepHouse(platform, actor, async (tx) => (await sql.raw<Row>(statement).execute(tx)).rows)

/** Runs plain SQL as the owner of the tables, for tests of what the application may not see. Answers with the rows. */
export const runSqlAsOwner = async <Row extends object>(url: string, statement: string): Promise<Row[]> => {
  const client = new Client({ connectionString: url })
  // Broken between two questions, it says so at the next one.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}
