import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { after, describe, it } from 'node:test'
import { migrate, type SqlFile } from '../database/migrations.ts'
import { clonedDatabase } from '../database/test-database.ts'
import { runSqlAsOwner } from '../database/test-sql.ts'
import { Fault } from '../fault.ts'
import type { BackupKey } from './backup-key.ts'
import { makeBackup } from './make-backup.ts'
import { migrationsFor, restoreBackup, type VerifiedBackup } from './restore-backup.ts'
import { backupFolder, emptyDatabase, everythingIn } from './test-place.ts'

const key: BackupKey = { kind: 'file', secret: randomBytes(32) }
const municipality = 'proeveby'

const file = (name: string, text: string): SqlFile => ({
  name,
  text,
  checksum: createHash('sha256').update(text).digest('hex'),
})

const first = file(
  'migrations/0001_x_first.sql',
  `create table hen (hen_id int primary key, egg_id int not null);
   create table egg (egg_id int primary key, hen_id int constraint egg_is_laid references hen);
   alter table hen add constraint hen_was_hatched foreign key (egg_id) references egg;
   create table branch (branch_id int primary key, grows_on int constraint branch_grows references branch);
   create table a_leaf (leaf_id int primary key, branch_id int not null constraint leaf_hangs references branch deferrable);
   create table numbered (number int generated always as identity primary key, twice int generated always as (number * 2) stored,
     place serial, "Odd ""name"", like this" text);
   create table kept (kept_on date, text text) partition by range (kept_on);
   create table kept_2026 partition of kept for values from ('2026-01-01') to ('2027-01-01');
   create table kept_else partition of kept default;
   create table value (value_id int primary key, t text, b bytea, j jsonb, d daterange, n numeric, f float8, i interval, m timestamptz, a text[]);
   create table secret (secret_id int primary key); alter table secret enable row level security;
   create table told (told_id int primary key, word text not null); insert into told values (1, 'as it was made');`,
)
const second = file(
  'migrations/0002_x_second.sql',
  `alter table told add column length int; update told set length = length(word); alter table told alter length set not null;`,
)
const grants = file('repeatable/x.policies.sql', 'grant select on told to brobyg_app')

const rows = `
  set constraints all deferred;
  insert into told values (2, 'as it was written'); update told set word = 'as it was changed' where told_id = 1;
  alter table hen disable trigger all; insert into hen select n, n from generate_series(1, 50) n; alter table hen enable trigger all;
  insert into egg select n, nullif(n % 7, 0) from generate_series(1, 50) n;
  insert into branch select n, nullif(n + 1, 101) from generate_series(100, 1, -1) n;
  insert into a_leaf select n, n from generate_series(1, 100) n;
  insert into numbered ("Odd ""name"", like this") select repeat('x', n) from generate_series(1, 20) n;
  insert into kept values ('2026-11-21', 'in'), ('2025-01-01', 'else'), (null, null);
  insert into secret values (1);
  insert into value values
    (1, e'tab\\t newline\\n return\\r backslash \\\\ \\\\N \\\\. æøå 🌉', '\\x00ff0a5c', '{"a": [1, null, "\\\\n"]}', '[2026-01-01,)', 1e-30, 'NaN', '-1 mon 3 days 04:05:06.7',
      'infinity', '{a,NULL,"b,c"}'),
    (2, '', '', 'null', 'empty', 'NaN', 0.1::float8 + 0.2, '0', '1900-01-01 00:00:00.000001+00', '{}'),
    (3, null, null, null, null, null, null, null, null, null)`

describe('restoring', () => {
  const drops: (() => Promise<unknown>)[] = []
  after(async () => {
    for (const drop of drops) await drop()
  })
  const own = clonedDatabase()
  const folder = backupFolder()
  const place = async (): Promise<string> => {
    const made = await emptyDatabase(own.url)
    drops.push(made.drop)
    return made.url
  }
  let minute = 0
  const backUp = async (url: string): Promise<VerifiedBackup> => {
    const madeAt = Temporal.Instant.from('2026-11-21T01:00:00Z').add({ minutes: (minute += 1) })
    return { ...(await makeBackup({ url, municipality }, folder, key, madeAt)), keys: [key] }
  }
  const filled = async (): Promise<string> => {
    const url = await place()
    await migrate(url, municipality, [first])
    await runSqlAsOwner(url, `set search_path to ${municipality}; ${rows}`)
    return url
  }
  const ask = <Row extends object>(url: string, statement: string) =>
    runSqlAsOwner<Row>(url, statement.replaceAll('%', municipality))

  it('brings back tables that point at each other and at themselves, in parts, of every type, whatever migrations wrote', async () => {
    const [url, there] = [await filled(), await place()]
    await restoreBackup({ url: there, municipality }, await backUp(url), [first])
    const all = await everythingIn(there, municipality)
    assert.deepEqual(all, await everythingIn(url, municipality))
    assert.ok(all['told']?.includes('(1,"as it was changed")'))
    assert.ok(all['secret']?.includes('(1)'))
  })

  it('goes on counting where the backup stopped', async () => {
    const [url, there] = [await filled(), await place()]
    await restoreBackup({ url: there, municipality }, await backUp(url), [first])
    const [row] = await ask(there, 'insert into %.numbered default values returning number, twice, place')
    assert.deepEqual(row, { number: 21, twice: 42, place: 21 })
  })

  it('makes the tables as they were, loads, and then brings them up to date', async () => {
    const [url, there] = [await filled(), await place()]
    await restoreBackup({ url: there, municipality }, await backUp(url), [first, second, grants])
    assert.deepEqual(await ask(there, 'select told_id as id, length, word from %.told order by 1'), [
      { id: 1, length: 17, word: 'as it was changed' },
      { id: 2, length: 17, word: 'as it was written' },
    ])
    assert.deepEqual(await ask(there, `select has_table_privilege('brobyg_app', '%.told', 'select') as may`), [
      { may: true },
    ])
    assert.deepEqual(await migrate(there, municipality, [first, second, grants]), [])
  })

  it('refuses a backup of a newer program, of another text of a migration, and of another municipality', async () => {
    const url = await filled()
    await migrate(url, municipality, [first, second])
    const backup = await backUp(url)
    const edited = file(second.name, `${second.text} -- edited`)
    const refusal = (sentence: RegExp) => (error: unknown) => error instanceof Fault && sentence.test(error.message)
    assert.throws(() => migrationsFor(backup, municipality, [first]), refusal(/newer Brobyg .*0002_x_second/))
    assert.throws(() => migrationsFor(backup, municipality, [first, edited]), refusal(/another .*0002_x_second/))
    assert.throws(() => migrationsFor(backup, 'otherby', [first, second]), refusal(/BROBYG_MUNICIPALITY=proeveby/))
  })

  it('leaves nothing where a row will not go in', async () => {
    const [url, there] = [await filled(), await place()]
    await ask(url, 'alter table %.a_leaf drop constraint leaf_hangs; insert into %.a_leaf values (1000, 1000)')
    await assert.rejects(
      restoreBackup({ url: there, municipality }, await backUp(url), [first]),
      /leaf_hangs|foreign key/,
    )
    assert.deepEqual(await ask(there, `select nspname from pg_namespace where nspname like '%' || '%'`), [])
  })

  it('refuses a table that no migration makes', async () => {
    const [url, there] = [await filled(), await place()]
    await ask(url, 'create table %.made_by_hand (id int)')
    await assert.rejects(restoreBackup({ url: there, municipality }, await backUp(url), [first]), /changed by hand/)
  })

  it('begins anew where one was killed, and nobody works there meanwhile', async () => {
    const [url, there] = [await filled(), await place()]
    await migrate(there, municipality, [first])
    await ask(there, `comment on schema % is 'brobyg: a restore has not finished'; insert into %.secret values (7)`)
    await assert.rejects(migrate(there, municipality, [first]), /has not finished\. Run brobyg restore again/)
    await assert.rejects(backUp(there), /has not finished/)
    await restoreBackup({ url: there, municipality }, await backUp(url), [first])
    assert.deepEqual(await everythingIn(there, municipality), await everythingIn(url, municipality))
    assert.deepEqual(await migrate(there, municipality, [first]), [])
  })

  it('is done by one process at a time', async () => {
    const [url, there] = [await filled(), await place()]
    const backup = await backUp(url)
    const both = [1, 2].map(() => restoreBackup({ url: there, municipality }, backup, [first]))
    const ends = await Promise.allSettled(both)
    assert.deepEqual(ends.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    assert.deepEqual(await everythingIn(there, municipality), await everythingIn(url, municipality))
  })

  it('brings back one moment, however much is written meanwhile', async () => {
    const [url, there] = [await filled(), await place()]
    const writing = ask(
      url,
      `do $$ begin
         for n in 1001..1000000 loop
           insert into %.branch values (n); insert into %.secret values (n); insert into %.a_leaf values (n, n); commit;
           exit when exists (select from %.told where told_id = 99);
         end loop;
       end $$`,
    )
    while ((await ask(url, 'select from %.secret where secret_id = 1010')).length === 0);
    const backup = await backUp(url)
    await ask(url, `insert into %.told values (99, 'it is over')`)
    await writing
    await restoreBackup({ url: there, municipality }, backup, [first])
    const counts = await ask<{ branches: number }>(
      there,
      `select (select count(*)::int from %.branch) - 100 as branches, (select count(*)::int from %.secret) - 1 as secrets,
         (select count(*)::int from %.a_leaf) - 100 as leaves`,
    )
    const branches = counts[0]?.branches ?? -1
    assert.deepEqual(counts, [{ branches, secrets: branches, leaves: branches }])
    const [later] = await ask<{ branches: number }>(url, 'select count(*)::int - 100 as branches from %.branch')
    assert.ok(branches >= 10 && (later?.branches ?? 0) > branches, 'nothing was written meanwhile')
  })
})
