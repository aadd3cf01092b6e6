import { escapeIdentifier } from 'pg'
import { copyIn } from '../database/copy.ts'
import { isUnfinished, markFinished, markUnfinished } from '../database/unfinished.ts'
import type { OwnerConnection } from '../database/owner-connection.ts'
import { queueSchemaOf } from '../queue/queue-schema.ts'
import { literal, tableName, waitingJobs } from './backup.queries.ts'
import type { Reference } from './load-order.rules.ts'
import type { Part, Sequence } from './manifest.ts'

/** Takes the only right to restore into a municipality, until the connection ends. Answers whether nobody else had it. */
export const takeTurn = async (owner: OwnerConnection, schema: string): Promise<boolean> => {
  const { rows } = await owner.query<{ taken: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
    [`brobyg restore ${schema}`],
  )
  return rows[0]?.taken === true
}

/** Whether nothing stands where a municipality is to be, or only what a restore left half. */
export const isFree = async (owner: OwnerConnection, schema: string): Promise<boolean> => {
  if (await isUnfinished(owner, schema)) return true
  const { rows } = await owner.query<{ things: string }>(
    `select count(*) as things from pg_namespace n
     where n.nspname in ($1, $2) and (exists (select from pg_class c where c.relnamespace = n.oid)
       or exists (select from pg_proc p where p.pronamespace = n.oid))`,
    [schema, queueSchemaOf(schema)],
  )
  return rows[0]?.things === '0'
}

/** Makes the municipality's schema anew, empty and marked as not finished. */
export const beginAnew = async (owner: OwnerConnection, schema: string): Promise<void> => {
  await owner.query(
    `begin; ${dropping(schema)}; create schema ${escapeIdentifier(schema)}; ${markUnfinished(schema)}; commit`,
  )
}

/** Removes all of a municipality that was not restored to its end. */
export const removeUnfinished = async (owner: OwnerConnection, schema: string): Promise<void> => {
  if (await isUnfinished(owner, schema)) await owner.query(dropping(schema))
}

const dropping = (schema: string): string =>
  `drop schema if exists ${escapeIdentifier(queueSchemaOf(schema))}, ${escapeIdentifier(schema)} cascade`

/** Says that all of it is there. */
export const finish = async (owner: OwnerConnection, schema: string): Promise<void> => {
  await owner.query(markFinished(schema))
}

/** Clears away what migrations wrote, and takes off the foreign keys that no order of tables satisfies. Answers with what puts them back. */
export const prepareTables = async (
  owner: OwnerConnection,
  schema: string,
  tables: readonly string[],
  held: readonly Reference[],
): Promise<string[]> => {
  if (tables.length > 0) await owner.query(`truncate ${tables.map((name) => tableName(schema, name)).join(', ')}`)
  await owner.query('set constraints all deferred')
  const back: string[] = []
  for (const { from, constraint } of held) {
    const { rows } = await owner.query<{ text: string }>(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conrelid = $1::regclass and conname = $2`,
      [tableName(schema, from), constraint],
    )
    const alter = `alter table ${tableName(schema, from)}`
    for (const { text } of rows) back.push(`${alter} add constraint ${escapeIdentifier(constraint)} ${text}`)
    await owner.query(`${alter} drop constraint ${escapeIdentifier(constraint)}`)
  }
  return back
}

/** Loads the rows of a table. Answers with how many there were. */
export const loadTable = (
  owner: OwnerConnection,
  schema: string,
  part: Part,
  rows: AsyncIterable<Buffer>,
): Promise<number> =>
  copyIn(
    owner,
    `copy ${tableName(schema, part.name)} (${part.columns.map(escapeIdentifier).join(', ')}) from stdin`,
    rows,
  )

/** Queues the jobs that waited, through the queue's own door, so that its tables may have changed since. */
export const loadJobs = async (
  owner: OwnerConnection,
  schema: string,
  rows: AsyncIterable<Buffer>,
): Promise<number> => {
  await owner.query(`create temporary table restored_job (place bigint generated always as identity, task text, payload json, queue text,
    run_at timestamptz, max_attempts int, key text, priority int, flags text[]) on commit drop`)
  const count = await copyIn(owner, `copy restored_job (${waitingJobs.columns.join(', ')}) from stdin`, rows)
  await owner.query(`select ${escapeIdentifier(queueSchemaOf(schema))}.add_job(task, payload, queue_name => queue, run_at => run_at,
    max_attempts => max_attempts, job_key => key, priority => priority, flags => flags) from restored_job order by place`)
  return count
}

export const setSequence = async (
  owner: OwnerConnection,
  schema: string,
  { name, value, isCalled }: Sequence,
): Promise<void> => {
  await owner.query(`select setval(${literal(tableName(schema, name))}::regclass, $1::bigint, $2)`, [value, isCalled])
}

/** Runs the statements that put foreign keys back; PostgreSQL then looks at every row. */
export const putBack = async (owner: OwnerConnection, statements: readonly string[]): Promise<void> => {
  for (const statement of [...statements, 'set constraints all immediate']) await owner.query(statement)
}

/** Lets the files that may run again do so, in the text this program has. */
export const forgetRepeatable = async (owner: OwnerConnection, schema: string): Promise<void> => {
  await owner.query(`delete from ${tableName(schema, 'migration')} where name like 'repeatable/%'`)
}
