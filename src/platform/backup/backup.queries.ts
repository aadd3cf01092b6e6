import { escapeIdentifier, escapeLiteral } from 'pg'
import { copyOut, type OutgoingRows } from '../database/copy.ts'
import type { OwnerConnection } from '../database/owner-connection.ts'
import { queueSchemaOf } from '../queue/queue-schema.ts'
import type { Reference } from './load-order.rules.ts'
import type { Head, Part, Sequence } from './manifest.ts'

// So that a value is written the same wherever it is read, and that rows hidden by row-level security are an error, not left out.
const sameEverywhere = `set local row_security = off; set local datestyle = 'ISO, DMY'; set local intervalstyle = 'iso_8601';
  set local timezone = 'UTC'; set local bytea_output = 'hex'; set local extra_float_digits = 3; set local client_encoding = 'UTF8';
  set local synchronize_seqscans = off; set local lock_timeout = 0; set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`

type Isolation = 'repeatable read, read only' | 'read committed, read write'

/** Does the work in one transaction in which values are written the same everywhere. */
export const inTransaction = async <T>(
  owner: OwnerConnection,
  isolation: Isolation,
  work: () => Promise<T>,
): Promise<T> => {
  await owner.query(`begin isolation level ${isolation}; ${sameEverywhere}`)
  try {
    const result = await work()
    await owner.query('commit')
    return result
  } catch (error) {
    await owner.query('rollback').catch(() => {})
    throw error
  }
}

/** The files of SQL that made a municipality's tables; null where it has none. */
export const findMigrations = async (owner: OwnerConnection, schema: string): Promise<Head['migrations'] | null> => {
  const table = tableName(schema, 'migration')
  if (!(await isThere(owner, table))) return null
  const { rows } = await owner.query<{ name: string; checksum: string }>(
    `select name, checksum from ${table} order by name`,
  )
  return rows
}

/** Whether a municipality has a queue: the first migrations made none. */
export const hasQueue = (owner: OwnerConnection, schema: string): Promise<boolean> =>
  isThere(owner, tableName(queueSchemaOf(schema), '_private_jobs'))

const isThere = async (owner: OwnerConnection, table: string): Promise<boolean> => {
  const { rows } = await owner.query<{ has: boolean }>('select to_regclass($1) is not null as has', [table])
  return rows[0]?.has === true
}

/** Every table of a municipality with the columns that are stored, in the order of their names. A table in parts counts once, whole. */
export const listTables = async (owner: OwnerConnection, schema: string): Promise<Part[]> => {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(
    `select t.relname as name, array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
     from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
     where t.relnamespace = to_regnamespace($1) and t.relkind in ('r', 'p') and not t.relispartition
     group by t.relname order by t.relname`,
    [escapeIdentifier(schema)],
  )
  return rows.map(({ name, columns }) => ({ kind: 'table', name, columns }))
}

/** Keeps the tables as they are, though not their rows, until the transaction ends. */
export const holdTables = async (owner: OwnerConnection, schema: string, tables: readonly Part[]): Promise<void> => {
  if (tables.length === 0) return
  const names = tables.map(({ name }) => tableName(schema, name))
  await owner.query(`lock table ${names.join(', ')} in access share mode`)
}

/** Foreign keys that cannot wait until the transaction ends. */
export const listReferences = async (owner: OwnerConnection, schema: string): Promise<Reference[]> => {
  const { rows } = await owner.query<Reference>(
    `select t.relname as "from", o.relname as "to", c.conname as "constraint"
     from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class o on o.oid = c.confrelid
     where c.contype = 'f' and c.connamespace = to_regnamespace($1) and c.conparentid = 0 and not c.condeferrable
     order by 1, 2, 3`,
    [escapeIdentifier(schema)],
  )
  return rows
}

/** Where each sequence stands. Sequences keep to no transaction: read last, they are never behind the rows. */
export const listSequences = async (owner: OwnerConnection, schema: string): Promise<Sequence[]> => {
  const { rows: names } = await owner.query<{ name: string }>(
    'select sequencename as name from pg_sequences where schemaname = $1 order by 1',
    [schema],
  )
  const sequences: Sequence[] = []
  for (const { name } of names) {
    const { rows } = await owner.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from ${tableName(schema, name)}`,
    )
    for (const row of rows) sequences.push({ name, ...row })
  }
  return sequences
}

/** The jobs that wait in the queue, as the queue's own door takes them back; those given up on are left out. */
export const waitingJobs: Part = {
  kind: 'jobs',
  name: 'waiting jobs',
  columns: ['task', 'payload', 'queue', 'run_at', 'max_attempts', 'key', 'priority', 'flags'],
}

const selectJobs = (schema: string): string => {
  const queue = escapeIdentifier(queueSchemaOf(schema))
  return `select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority,
      (select array_agg(flag) from jsonb_object_keys(j.flags) flag)
    from ${queue}._private_jobs j join ${queue}._private_tasks t on t.id = j.task_id
      left join ${queue}._private_job_queues q on q.id = j.job_queue_id
    where j.attempts < j.max_attempts order by j.id`
}

/** The rows of a part, as PostgreSQL writes them in text. */
export const readRows = (owner: OwnerConnection, schema: string, part: Part): OutgoingRows => {
  const columns = part.columns.map(escapeIdentifier).join(', ')
  const rows = part.kind === 'jobs' ? selectJobs(schema) : `select ${columns} from ${tableName(schema, part.name)}`
  return copyOut(owner, `copy (${rows}) to stdout`)
}

export const tableName = (schema: string, name: string): string =>
  `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`

/** A text as a value inside a statement. */
export const literal = escapeLiteral
