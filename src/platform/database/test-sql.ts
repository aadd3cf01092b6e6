import { sql } from 'kysely'
import { type DatabaseActor, type WithDatabase, writeAs } from './transactions.ts'

/** Runs plain SQL as the application role on the actor's behalf, for tests of what the database itself refuses. Answers with the rows. */
export const runSql = async <Row>(platform: WithDatabase, actor: DatabaseActor, statement: string): Promise<Row[]> =>
  writeAs(platform, actor, async (tx) => (await sql.raw<Row>(statement).execute(tx)).rows)
