import assert from 'node:assert/strict'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { readConfig } from '../../src/platform/config.ts'
import { openServer } from '../../src/platform/database/index.ts'
import { clonedDatabase, testSchema } from '../../src/platform/database/test-database.ts'
import { runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import { silentLog } from '../../src/platform/log.ts'
import { freePort, isRoot, run, start, temporaryFolder } from './program.ts'

const refused = async (args: string[], sentence: RegExp, environment: Record<string, string> = {}) => {
  const end = await run(args, { environment })
  assert.deepEqual([end.code, end.stdout], [2, ''], end.stderr)
  assert.match(end.stderr, sentence)
  assert.equal(end.stderr.trim().split('\n').length, 1)
}

const passed = async (args: string[], environment: Record<string, string> = {}): Promise<string> => {
  const end = await run(args, { environment })
  assert.equal(end.code, 0, `${end.stdout}${end.stderr}`)
  return end.stdout
}

describe('backup, restore and check of the database that comes along', () => {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  const backups = join(folder, 'backups')
  const other = join(folder, 'other')
  const keyFile = join(data, 'backup.key')

  it('refuse a folder where no data is, and make none there', async () => {
    for (const command of [['backup', backups], ['check']])
      await refused([...command, '--data', data], /There is no data folder of Brobyg at/)
    assert.deepEqual(readdirSync(folder), [])
  })

  it('write a backup and print its path, and find it whole', async () => {
    await passed(['migrate', '--data', data])
    const path = (await passed(['backup', backups, '--data', data])).trim()
    assert.deepEqual(
      readdirSync(backups).map((name) => join(backups, name)),
      [path],
    )
    assert.match(
      await passed(['check', '--data', data, '--backup', backups]),
      /^backup +well \(\d+ rows of \d+ tables/m,
    )
  })

  it('refuse to restore without the key, with another, and from nowhere, and make nothing', async () => {
    const wrong = join(folder, 'wrong.key')
    writeFileSync(wrong, 'x'.repeat(40))
    await refused(['restore', backups, '--data', other], /made with a key file. Name it with --key/)
    await refused(['restore', backups, '--data', other, '--key', wrong], /The key file is not the one/)
    await refused(['restore', backups, '--data', other, '--key', join(folder, 'none')], /there is no such file/)
    await refused(['restore', folder, '--data', other, '--key', keyFile], /no backup of havneby in/)
    await refused(['restore', join(folder, 'none'), '--data', other], /There is no backup at/)
    assert.ok(!existsSync(other))
  })

  it('restore into a new data folder once, and not over it', async () => {
    await passed(['restore', backups, '--data', other, '--key', keyFile])
    assert.match(await passed(['check', '--data', other]), /^foreign keys +well/m)
    await refused(['restore', backups, '--data', other, '--key', keyFile], /into an empty place only/)
    await refused(['restore', backups, '--data', data], /into an empty place only/)
  })

  it('go on beside pages that are served, which queue a backup for the night', async () => {
    const served = start(['start', '--data', other, '--port', await freePort()])
    await served.ready
    const jobs = async () => {
      const opened = await openServer(readConfig({ BROBYG_DATA: other }), 'joining', silentLog)
      const rows = await runSqlAsOwner<{ task: string }>(
        opened.url,
        'select task_identifier as task from havneby_queue.jobs',
      )
      return rows.map(({ task }) => task)
    }
    while (!(await jobs()).includes('nightly_backup')) await wait(50)
    assert.equal(readdirSync(backups).length, 1)
    await passed(['backup', backups, '--data', other, '--key', keyFile])
    assert.equal(readdirSync(backups).length, 2)
    await refused(['restore', backups, '--data', other, '--key', keyFile], /Another Brobyg is using the data folder/)
    served.signal('SIGTERM')
    assert.equal((await served.ended).code, 0)
  })

  it('restore in place, where only the backups and their key are left', async () => {
    for (const name of readdirSync(data)) if (name !== 'backup.key') rmSync(join(data, name), { recursive: true })
    if (isRoot) rmSync(join(data, 'postgres'), { recursive: true, force: true })
    await passed(['restore', backups, '--data', data])
    await passed(['check', '--data', data])
  })
})

describe('backup, restore and check of a database of one’s own', () => {
  const own = clonedDatabase()
  const backups = temporaryFolder()
  const surroundings = () => ({ DATABASE_URL: own.url, BROBYG_MUNICIPALITY: testSchema })
  const secret = { BROBYG_BACKUP_PASSPHRASE: 'fire ord til en prøve' }

  it('ask for a passphrase or a key file, and for one that is long enough', async () => {
    await refused(['backup', backups], /set BROBYG_BACKUP_PASSPHRASE, or name a key file/, surroundings())
    await refused(['backup', backups], /at least 12/, { ...surroundings(), BROBYG_BACKUP_PASSPHRASE: 'short' })
    assert.deepEqual(readdirSync(backups), [])
  })

  it('tell a municipality that is not there', async () => {
    const elsewhere = { ...surroundings(), ...secret, BROBYG_MUNICIPALITY: 'nowhere' }
    await refused(['backup', backups], /There is nothing of nowhere/, elsewhere)
    assert.deepEqual(readdirSync(backups), [])
    const end = await run(['check'], { environment: elsewhere })
    assert.equal(end.code, 1)
    assert.match(end.stdout, /^foreign keys +FOUND: there is nothing to look at$/m)
  })

  it('write with a passphrase and find the backup whole', async () => {
    await passed(['backup', backups], { ...surroundings(), ...secret })
    const told = await passed(['check', '--backup', backups], { ...surroundings(), ...secret })
    assert.equal(told.match(/ well /g)?.length, 7, told)
  })

  it('find what is broken: a foreign key, a condition, a single value, an index, and a backup that cannot be read', async () => {
    // PostgreSQL's own catalogue is told not to look, so that rows stand as after a disk has failed.
    await runSqlAsOwner(
      own.url,
      `set search_path to ${testSchema}, public; set session_replication_role = replica;
       insert into post (post_id, organisation_id, title) values (gen_random_uuid(), gen_random_uuid(), 'x');
       update pg_class set relchecks = 0 where oid = 'organisation'::regclass;
       update pg_index set indisready = false, indisvalid = false where indexrelid = 'plan_named_once'::regclass`,
    )
    await runSqlAsOwner(
      own.url,
      `set search_path to ${testSchema}, public;
       insert into organisation (organisation_id, name, kind) values (gen_random_uuid(), 'x', 'none of them');
       insert into plan (plan_id, name) values (gen_random_uuid(), 'twice'), (gen_random_uuid(), 'twice');
       update pg_index set indisready = true, indisvalid = true where indexrelid = 'plan_named_once'::regclass`,
    )
    const end = await run(['check', '--backup', backups], { environment: surroundings() })
    assert.equal(end.code, 1)
    assert.match(end.stdout, /^foreign keys +FOUND: post_belongs_to_an_organisation is broken 1 times$/m)
    assert.match(end.stdout, /^conditions +FOUND: organisation_kind_is_known is broken 1 times$/m)
    assert.match(end.stdout, /^single values +FOUND: plan_named_once is broken 1 times$/m)
    assert.match(end.stdout, /^indexes +FOUND: plan_named_once: heap tuple .* lacks matching index tuple/m)
    assert.match(end.stdout, /^backup +FOUND: .*Set BROBYG_BACKUP_PASSPHRASE/m)
  })
})
