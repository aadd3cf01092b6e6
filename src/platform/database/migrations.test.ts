import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { Client } from 'pg'
import { Fault } from '../fault.ts'
import { newId } from '../id.ts'
import { migrate, readSqlFiles } from './migrations.ts'
import type { SqlFile } from './migrations.ts'
import { clonedDatabase } from './test-database.ts'

const file = (name: string, text: string): SqlFile => ({
  name,
  text,
  checksum: createHash('sha256').update(text).digest('hex'),
})

const first = file('migrations/0001_x_first.sql', 'create table first (first_id uuid primary key)')
const second = file('migrations/0002_x_second.sql', 'create table second (second_id uuid primary key)')
const grants = file('repeatable/x.policies.sql', 'grant select on first to brobyg_app')

const freshSchema = () => `m${newId().replaceAll('-', '').slice(-20)}`

describe('migrating', () => {
  const own = clonedDatabase()
  const ask = async (statement: string) => {
    const client = new Client({ connectionString: own.url })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows
    } finally {
      await client.end()
    }
  }

  it('runs what has not run, in order, and nothing twice', async () => {
    const schema = freshSchema()
    assert.deepEqual(await migrate(own.url, schema, [first, grants]), [first.name, grants.name])
    assert.deepEqual(await migrate(own.url, schema, [first, second, grants]), [second.name])
    assert.deepEqual(await migrate(own.url, schema, [first, second, grants]), [])
  })

  it('runs what is repeatable again when its text changed', async () => {
    const schema = freshSchema()
    await migrate(own.url, schema, [first, grants])
    const changed = file(grants.name, 'grant select, insert on first to brobyg_app')
    assert.deepEqual(await migrate(own.url, schema, [first, changed]), [changed.name])
    assert.deepEqual(await migrate(own.url, schema, [first, changed]), [])
  })

  it('refuses a migration edited after it ran', async () => {
    const schema = freshSchema()
    await migrate(own.url, schema, [first])
    const edited = file(first.name, `${first.text} -- edited`)
    await assert.rejects(
      migrate(own.url, schema, [edited]),
      (error) => error instanceof Fault && error.message.includes(first.name),
    )
  })

  it('refuses a database that a newer program has migrated', async () => {
    const schema = freshSchema()
    await migrate(own.url, schema, [first, second])
    await assert.rejects(migrate(own.url, schema, [first]), /newer Brobyg/)
  })

  it('refuses a migration numbered before one that ran', async () => {
    const schema = freshSchema()
    await migrate(own.url, schema, [second])
    await assert.rejects(migrate(own.url, schema, [first, second]), /next number/)
  })

  it('leaves nothing of a migration that failed half-way', async () => {
    const schema = freshSchema()
    const broken = file('migrations/0002_x_broken.sql', 'create table half (half_id uuid primary key); select 1/0')
    await assert.rejects(migrate(own.url, schema, [first, broken]), /0002_x_broken\.sql failed: division by zero/)
    assert.deepEqual(await ask(`select tablename from pg_tables where schemaname = '${schema}' order by 1`), [
      { tablename: 'first' },
      { tablename: 'migration' },
    ])
  })

  it('succeeds for all of eight processes that begin at once on a new schema, and runs each file once', async () => {
    const schema = freshSchema()
    const files = readSqlFiles()
    const ran = await Promise.all(Array.from({ length: 8 }, () => migrate(own.url, schema, files)))
    assert.deepEqual(ran.flat().toSorted(), files.map((one) => one.name).toSorted())
  })

  it('keeps two municipalities in one database apart', async () => {
    const [one, other] = [freshSchema(), freshSchema()]
    await migrate(own.url, one, [first, grants])
    assert.deepEqual(await migrate(own.url, other, [first, grants]), [first.name, grants.name])
  })

  it('makes a role for the application that owns nothing and passes no row security', async () => {
    await migrate(own.url, freshSchema())
    assert.deepEqual(
      await ask(`select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned from pg_roles where rolname = 'brobyg_app'`),
      [{ rolsuper: false, rolbypassrls: false, rolcanlogin: true, rolcreaterole: false, rolcreatedb: false, owned: 0 }],
    )
  })
})

describe('the files of SQL', () => {
  it('are numbered once each, migrations before what is repeatable', () => {
    const names = readSqlFiles().map((one) => one.name)
    const numbers = names.flatMap((name) => /^migrations\/(\d{4})_/.exec(name)?.[1] ?? [])
    assert.ok(numbers.length > 0)
    assert.deepEqual(numbers, [...new Set(numbers)].toSorted())
    const lastMigration = names.findLastIndex((name) => name.startsWith('migrations/'))
    const firstRepeatable = names.findIndex((name) => name.startsWith('repeatable/'))
    assert.ok(lastMigration < firstRepeatable)
  })
})
