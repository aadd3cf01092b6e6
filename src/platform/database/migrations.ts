import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { errorCode, errorMessage, Fault } from '../fault.ts'
import { installQueue } from '../queue/install-queue.ts'
import { queueSchemaOf } from '../queue/queue-schema.ts'
import { projectRoot } from '../root.ts'
import { applicationRole } from './database.ts'
import { withOwner } from './owner-connection.ts'
import { refuseUnfinished } from './unfinished.ts'

/** A file of SQL: `migrations/0001_platform_x.sql` runs once, `repeatable/x.policies.sql` whenever its text changed. */
export interface SqlFile {
  readonly name: string
  readonly text: string
  readonly checksum: string
}

/** The project's SQL in the order it runs: migrations by number, then the functions that policies ask, then the policies, by name. */
export const readSqlFiles = (folder: string = join(projectRoot, 'db')): SqlFile[] => {
  const migrations = filesIn(folder, 'migrations', /^\d{4}_[a-z]+_[a-z0-9_]+\.sql$/)
  const numbers = migrations.map((file) => file.name.slice(0, 'migrations/0000'.length))
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index)
  if (twice !== undefined) throw new Error(`Two files begin with ${twice}`)
  const repeatable = filesIn(folder, 'repeatable', /^[a-z]+\.(?:functions|policies)\.sql$/)
  const isFunctions = ({ name }: SqlFile) => name.endsWith('.functions.sql')
  return [...migrations, ...repeatable.toSorted((a, b) => Number(isFunctions(b)) - Number(isFunctions(a)))]
}

/**
 * Brings a municipality's schema up to date: makes the schema and the application's role, runs what has not run. Any
 * number of processes may do so at once. Returns the names of the files it ran. Throws Fault.
 */
export const migrate = (url: string, schema: string, files: SqlFile[] = readSqlFiles()): Promise<string[]> =>
  migrateUnless(refuseUnfinished, url, schema, files)

/** Does the same to a schema into which a backup is being restored. */
export const migrateUnfinished = (url: string, schema: string, files: SqlFile[]): Promise<string[]> =>
  migrateUnless(async () => {}, url, schema, files)

const migrateUnless = async (
  refuse: (client: Client, schema: string) => Promise<void>,
  url: string,
  schema: string,
  files: SqlFile[],
): Promise<string[]> => {
  const client = new Client({ connectionString: url, application_name: 'brobyg migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    await refuse(client, schema)
    await createApplicationRole(client)
    await createSchema(client, schema)
    const ran: string[] = []
    let done = await readDone(client, schema)
    checkHistory(files, done)
    for (const file of files.filter((one) => done.get(one.name) !== one.checksum)) {
      if (await runFile(client, schema, file)) ran.push(file.name)
    }
    done = await readDone(client, schema)
    checkHistory(files, done)
    await ensureQueue(client, url, schema)
    return ran
  } finally {
    await client.end()
  }
}

const filesIn = (folder: string, kind: string, pattern: RegExp): SqlFile[] =>
  readdirSync(join(folder, kind))
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      if (!pattern.test(name)) throw new Error(`db/${kind}/${name} is not named as its folder asks`)
      const text = readFileSync(join(folder, kind, name), 'utf8').replaceAll('\r\n', '\n')
      return { name: `${kind}/${name}`, text, checksum: createHash('sha256').update(text).digest('hex') }
    })

const createApplicationRole = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ is_strong: boolean }>(
    `select rolsuper or rolbypassrls as is_strong from pg_roles where rolname = '${applicationRole}'`,
  )
  const role = rows[0]
  if (role?.is_strong === true)
    throw new Fault(
      `The role ${applicationRole} may pass row-level security. Take that from it: alter role ${applicationRole} nosuperuser nobypassrls.`,
    )
  if (role !== undefined && (await mayBecomeApplication(client))) return
  try {
    if (role === undefined) await unlessMadeByAnother(client, `create role ${applicationRole} login`)
    await unlessMadeByAnother(client, `grant ${applicationRole} to current_user`)
  } catch (error) {
    throw new Fault(
      `The database's user may not set up the role ${applicationRole} (${errorMessage(error)}). ` +
        `Ask its administrator for: create role ${applicationRole} login; grant ${applicationRole} to the user in DATABASE_URL.`,
      { cause: error },
    )
  }
}

const mayBecomeApplication = async (client: Client): Promise<boolean> => {
  try {
    await client.query(`begin; set local role ${applicationRole}; rollback`)
    return true
  } catch {
    await client.query('rollback')
    return false
  }
}

// Roles belong to the whole server, where our advisory lock does not reach: duplicate_object, unique_violation, "tuple concurrently updated".
const madeByAnother = ['42710', '23505', 'XX000']

const unlessMadeByAnother = async (client: Client, statement: string): Promise<void> => {
  try {
    await client.query(statement)
  } catch (error) {
    if (!madeByAnother.includes(errorCode(error))) throw error
  }
}

/** The key of the lock under which processes take turns to migrate. */
const turnLock = 0x62726d67

const inTurn = async <T>(client: Client, work: () => Promise<T>): Promise<T> => {
  await client.query('begin')
  try {
    await client.query(`select pg_advisory_xact_lock(${turnLock})`)
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

const createSchema = async (client: Client, schema: string): Promise<void> => {
  const { rowCount } = await client.query(
    `select from pg_tables where schemaname = '${schema}' and tablename = 'migration'`,
  )
  if (rowCount === 1) return
  await inTurn(client, () =>
    client.query(`
      create schema if not exists "${schema}";
      grant usage on schema "${schema}" to ${applicationRole};
      create table if not exists "${schema}".migration (
        name text constraint migration_pkey primary key,
        checksum text not null,
        migrated_at timestamptz not null default now()
      )`),
  )
}

/** The key of the lock under which processes take turns to make the queue's tables, which another connection does. */
const queueTurnLock = turnLock + 1

const ensureQueue = async (client: Client, url: string, schema: string): Promise<void> => {
  const hasQueue = async () => {
    const { rows } = await client.query<{ has: boolean }>('select to_regclass($1) is not null as has', [
      `"${queueSchemaOf(schema)}".migrations`,
    ])
    return rows[0]?.has === true
  }
  if (await hasQueue()) return
  await client.query(`select pg_advisory_lock(${queueTurnLock})`)
  try {
    if (!(await hasQueue())) await installQueue(url, schema)
  } finally {
    await client.query(`select pg_advisory_unlock(${queueTurnLock})`)
  }
}

const readDone = async (client: Client, schema: string): Promise<Map<string, string>> => {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select name, checksum from "${schema}".migration`,
  )
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

/** Compares the files a database has run with those of this program, and runs none. */
export const compareMigrations = async (
  url: string,
  schema: string,
  files: SqlFile[] = readSqlFiles(),
): Promise<{ looked: string; wrong: string[] }> => {
  const done = await withOwner(url, 'check', async (owner) => {
    await refuseUnfinished(owner, schema)
    return readDone(owner, schema)
  })
  checkHistory(files, done)
  const missing = files.filter(({ name, checksum }) => done.get(name) !== checksum)
  return { looked: `${done.size}`, wrong: missing.map(({ name }) => `db/${name} has not run; run brobyg migrate`) }
}

const checkHistory = (files: SqlFile[], done: Map<string, string>): void => {
  const once = files.filter((file) => file.name.startsWith('migrations/'))
  for (const [name, checksum] of done) {
    if (!name.startsWith('migrations/')) continue
    const file = once.find((one) => one.name === name)
    if (file === undefined)
      throw new Fault(`The database has run db/${name}, which this Brobyg does not know: a newer Brobyg has used it.`)
    if (file.checksum !== checksum)
      throw new Fault(
        `db/${name} was changed after the database ran it. Put it back, and make the change in a new file.`,
      )
  }
  const lastDone =
    [...done.keys()]
      .filter((name) => name.startsWith('migrations/'))
      .toSorted()
      .at(-1) ?? ''
  const late = once.find((file) => !done.has(file.name) && file.name < lastDone)
  if (late !== undefined)
    throw new Fault(
      `db/${late.name} comes before db/${lastDone}, which the database has run already. Give it the next number.`,
    )
}

const runFile = (client: Client, schema: string, file: SqlFile): Promise<boolean> =>
  inTurn(client, async () => {
    if ((await readDone(client, schema)).get(file.name) === file.checksum) return false
    await client.query(`set local search_path to "${schema}", public`)
    try {
      await client.query(file.text)
    } catch (error) {
      throw new Error(`db/${file.name} failed: ${errorMessage(error)}`, { cause: error })
    }
    await client.query(
      `insert into "${schema}".migration (name, checksum) values ($1, $2)
       on conflict (name) do update set checksum = excluded.checksum, migrated_at = now()`,
      [file.name, file.checksum],
    )
    return true
  })
