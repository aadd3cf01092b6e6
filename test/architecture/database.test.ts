import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { Client } from 'pg'
import { clonedDatabase, testSchema } from '../../src/platform/database/test-database.ts'
import { databaseConventions, offendersAgainst, tablesIn } from './database-conventions.ts'
import { assertNone } from './exceptions.ts'
import { projectRoot } from './modules.ts'

const tablesMadeByMigrations = (): string[] =>
  readdirSync(join(projectRoot, 'db/migrations')).flatMap((name) => {
    const text = readFileSync(join(projectRoot, 'db/migrations', name), 'utf8')
    return [...text.matchAll(/^create table (?:if not exists )?(\w+)/gim)].flatMap((match) => match[1] ?? [])
  })

const planted = `
  create table planted_parent (planted_parent_id uuid primary key, made timestamptz, born date, held daterange, told_at timestamp);
  create table planted_child (id uuid primary key, parent_id uuid references planted_parent, sum float8 check (sum > 0));
  create view planted_view as select * from planted_parent;
  create function planted_function() returns trigger language plpgsql as 'begin return new; end';
  create trigger planted_trigger before insert on planted_child for each row execute function planted_function();
  create table planted_silent (planted_silent_id uuid primary key);
  alter table planted_silent enable row level security;
  alter table planted_silent force row level security;
  alter table planted_child owner to brobyg_app;
  grant create on schema ${testSchema} to brobyg_app`

describe('the migrated database', () => {
  const own = clonedDatabase()
  let client: Client
  beforeEach(async () => {
    client = new Client({ connectionString: own.url })
    await client.connect()
    await client.query(`set search_path to "${testSchema}", public`)
  })
  afterEach(() => client.end())

  it('has the tables that the migrations make', async () => {
    const made = tablesMadeByMigrations()
    assert.ok(made.length > 0, 'no tables seen in the migrations')
    const tables = await tablesIn(client, testSchema)
    assert.deepEqual(
      made.filter((table) => !tables.includes(table)),
      [],
    )
  })

  for (const convention of databaseConventions) {
    it(`keeps the convention: ${convention.name}`, async () => {
      assertNone(convention.name, await offendersAgainst(client, testSchema, convention))
    })

    it(`would be caught breaking it: ${convention.name}`, async () => {
      await client.query('begin')
      try {
        await client.query(planted)
        assert.notDeepEqual(await offendersAgainst(client, testSchema, convention), [])
      } finally {
        await client.query('rollback')
      }
    })
  }
})
