import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { runSqlAsOwner } from '../database/test-sql.ts'

/** A folder for backups, gone when the test file ends. */
export const backupFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'brobyg-backups-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

let made = 0

/** Makes an empty database on the server of a test database, and gives its address; `drop` removes it. */
export const emptyDatabase = async (url: string): Promise<{ url: string; drop: () => Promise<unknown> }> => {
  const name = `empty_${process.pid}_${(made += 1)}`
  await runSqlAsOwner(url, `create database ${name}`)
  const there = new URL(url)
  there.pathname = `/${name}`
  return { url: there.href, drop: () => runSqlAsOwner(url, `drop database ${name} with (force)`) }
}

/** Every row of every table of a schema as text, by table, in an order of its own; and the constraints, indexes, rights and policies. */
export const everythingIn = async (url: string, schema: string): Promise<Record<string, string[]>> => {
  const tables = await runSqlAsOwner<{ name: string; things: string[] }>(
    url,
    `select t.relname as name, coalesce(t.relacl::text[], '{}') || array(select conname || ' ' || pg_get_constraintdef(c.oid)
        from pg_constraint c where c.conrelid = t.oid order by 1)
      || array(select pg_get_indexdef(indexrelid) from pg_index i where i.indrelid = t.oid order by 1)
      || array(select policyname || cmd || coalesce(qual, '') || coalesce(with_check, '') from pg_policies p
        where p.schemaname = '${schema}' and p.tablename = t.relname order by 1) as things
     from pg_class t where t.relkind in ('r', 'p') and t.relnamespace = '${schema}'::regnamespace order by 1`,
  )
  const all: Record<string, string[]> = {}
  for (const { name, things } of tables) {
    const rows = await runSqlAsOwner<{ row: string }>(
      url,
      `select t::text as row from "${schema}"."${name}" t order by 1`,
    )
    all[name] = [...things, ...rows.map(({ row }) => row)]
  }
  return all
}
