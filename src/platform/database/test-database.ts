import { after, afterEach, before, beforeEach } from 'node:test'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import type { ControlledTransaction } from 'kysely'
import { Client } from 'pg'
import { openDataFolder } from '../data-folder.ts'
import { silentLog } from '../log.ts'
import { openPool, TemporalDialect } from './connection.ts'
import { asActor, openTables, workAndTell } from './database.ts'
import { openEmbeddedServer } from './embedded-server.ts'
import { migrate, readSqlFiles } from './migrations.ts'
import type { DB as Rows } from './rows.ts'
import type { Database } from './transactions.ts'

/** The schema tests work in. */
export const testSchema = 'testby'

/** A server for tests: its address, and how to end it. */
export interface TestServer {
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL for tests under the system's temporary folder; what it holds is gone when it stops. Where it is killed in
 * between, it has to keep what it has said yes to.
 */
export const startTestServer = async ({ outlivesKill = false } = {}): Promise<TestServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'brobyg-test-'))
  // PostgreSQL runs as another user when root runs the tests.
  chmodSync(folder, 0o711)
  const server = await openEmbeddedServer(openDataFolder(join(folder, 'data')), 'alone', silentLog)
  const client = new Client({ connectionString: server.url })
  await client.connect()
  // What is thrown away need not outlast a power cut, nor be kept long.
  const hurry = ['fsync = off', 'full_page_writes = off', 'max_wal_size = 256']
  for (const setting of outlivesKill ? hurry : [...hurry, 'synchronous_commit = off'])
    await client.query(`alter system set ${setting}`)
  await client.query('select pg_reload_conf()')
  await client.end()
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface TestDatabase {
  readonly database: Database
  /** Does some work within a test and takes back all it wrote, so that more can be tried from the same start. */
  undone<Result>(work: () => Promise<Result>): Promise<Result>
}

/** What lies in the tables when a file's tests begin: put there once in a run, and copied for each file that asks for it. */
export interface Contents {
  /** Small letters and underscores, another for each contents. */
  readonly name: string
  put(database: Database): Promise<unknown>
}

/**
 * Gives the tests of a file a migrated database in which each test's changes are undone: all of a test happens in one
 * transaction, in which `readAs` and `writeAs` are savepoints. `platform.database` is there from the first hook on. The tables
 * are empty, or hold these contents.
 */
export const testDatabase = (contents?: Contents): TestDatabase => {
  const own = clonedDatabase(contents)
  let kysely: Kysely<Rows>
  let transaction: ControlledTransaction<Rows>
  const platform = {
    database: notYet,
    undone: async <Result>(work: () => Promise<Result>): Promise<Result> => {
      const run = (statement: string) => sql.raw(statement).execute(transaction)
      await run('savepoint trial')
      try {
        return await work()
      } finally {
        await run('rollback to savepoint trial; release savepoint trial')
      }
    },
  }
  before(() => {
    kysely = new Kysely<Rows>({ dialect: new TemporalDialect({ pool: openPool(own.url, silentLog) }) })
  })
  beforeEach(async () => {
    transaction = await kysely.startTransaction().execute()
    platform.database = savepointDatabase(transaction)
  })
  afterEach(() => transaction.rollback().execute())
  after(() => kysely.destroy())
  return platform
}

/**
 * Gives the tests of a file a migrated database of their own, where commits last until the file ends: for tests of
 * concurrency, and of what PostgreSQL does at commit. `url` connects as the owner. The tables are empty, or hold these contents.
 */
export const clonedDatabase = (contents?: Contents): { readonly database: Database; readonly url: string } => {
  const name = `clone_${process.pid}_${(clones += 1)}`
  const own = { database: notYet, url: '' }
  let server: TestServer
  before(async () => {
    server = await sharedServer()
    await command(withDatabase(server.url, 'postgres'), copyOf(await findTemplate(server.url, contents), name))
    own.url = withDatabase(server.url, name)
    own.database = openTables(own.url, testSchema, silentLog)
  })
  after(async () => {
    await own.database.close()
    await command(withDatabase(server.url, 'postgres'), `drop database ${name} with (force)`)
    await server.stop()
  })
  return own
}

let clones = 0

const notYet: Database = {
  schema: testSchema,
  transact: () =>
    Promise.reject(new Error('The test database is opened by a hook; use it inside a test or a later hook')),
  close: async () => {},
}

const sharedServer = async (): Promise<TestServer> => {
  const url = process.env['BROBYG_TEST_DATABASE_URL']
  return url === undefined ? startTestServer() : { url, stop: async () => {} }
}

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

const command = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

// Much faster than by way of the log, which copies page by page.
const copyOf = (template: string, name: string): string =>
  `create database ${name} template ${template} strategy file_copy`

const findTemplate = async (url: string, contents: Contents | undefined): Promise<string> => {
  const files = readSqlFiles()
  const print = createHash('sha256')
    .update(files.map((file) => file.checksum).join())
    .digest('hex')
  const empty = `template_${print.slice(0, 16)}`
  await makeTemplate(url, empty, async (client) => {
    await client.query(`create database ${empty}`)
    await migrate(withDatabase(url, empty), testSchema, files)
  })
  if (contents === undefined) return empty
  const filled = `${empty}_${contents.name}`
  await makeTemplate(url, filled, async (client) => {
    await client.query(copyOf(empty, filled))
    const database = openTables(withDatabase(url, filled), testSchema, silentLog)
    try {
      await contents.put(database)
    } finally {
      await database.close()
    }
    // Without its counts PostgreSQL plans as for tables of thousands of rows, and answers many times slower.
    await command(withDatabase(url, filled), 'analyze')
  })
  return filled
}

// Test files start at once: the first makes the template under a lock, the others find it made.
const makeTemplate = async (url: string, template: string, make: (client: Client) => Promise<void>): Promise<void> => {
  const client = new Client({ connectionString: withDatabase(url, 'postgres') })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(1)')
    const { rowCount } = await client.query(`select from pg_database where datname = '${template}' and datistemplate`)
    if (rowCount === 1) return
    await client.query(`drop database if exists ${template}`)
    await make(client)
    await client.query(`alter database ${template} is_template true`)
  } finally {
    await client.end()
  }
}

const savepointDatabase = (transaction: ControlledTransaction<Rows>): Database => {
  let queue: Promise<unknown> = Promise.resolve()
  const run = (statement: string) => sql.raw(statement).execute(transaction)
  const transact: Database['transact'] = (access, actor, work) => {
    const turn = queue.then(async () => {
      await run(`savepoint action; ${access === 'read only' ? 'set transaction read only' : ''}`)
      try {
        const result = await workAndTell(await asActor(transaction, testSchema, actor), access, work)
        await run('set constraints all immediate; release savepoint action; set constraints all deferred')
        return result
      } catch (error) {
        await run('rollback to savepoint action; release savepoint action')
        throw error
      }
    })
    queue = turn.catch(() => {})
    return turn
  }
  return { schema: testSchema, transact, close: async () => {} }
}
