import assert from 'node:assert/strict'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { clockAt } from '../clock.ts'
import { readConfig } from '../config.ts'
import { clonedDatabase, testSchema } from '../database/test-database.ts'
import { runSqlAsOwner } from '../database/test-sql.ts'
import { lineLog, silentLog } from '../log.ts'
import type { Platform } from '../platform.ts'
import { runDueJobs } from '../queue/run-queue.ts'
import { backupTasks, scheduleBackups } from './nightly-backup.ts'
import { verifyBackup } from './read-backup.ts'
import { keysToRead } from './settings-key.ts'
import { backupFolder } from './test-place.ts'

describe('the nightly backup', () => {
  const own = clonedDatabase()
  const data = backupFolder()
  const folder = join(data, 'backups')
  const platformAt = (moment: string, environment: NodeJS.ProcessEnv = {}, lines: string[] = []): Platform => ({
    database: own.database,
    clock: clockAt(moment),
    config: readConfig({ BROBYG_DATA: data, BROBYG_MUNICIPALITY: testSchema, BROBYG_BACKUP_KEEP: '2', ...environment }),
    log: lineLog((line) => lines.push(line)),
  })
  const waiting = () =>
    runSqlAsOwner(
      own.url,
      `select to_char(run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as at from ${testSchema}_queue.jobs
       where task_identifier = 'nightly_backup' and attempts < max_attempts`,
    )
  const run = (platform: Platform) => backupTasks(platform, own.url)['nightly_backup']?.({})

  it('is queued for half past two on Danish clocks, once, in winter and in summer', async () => {
    await scheduleBackups(platformAt('2026-11-21T12:00:00Z'))
    await scheduleBackups(platformAt('2026-11-22T12:00:00Z'))
    assert.deepEqual(await waiting(), [{ at: '2026-11-22T01:30Z' }])
    await run(platformAt('2026-06-30T00:30:00Z'))
    assert.deepEqual(await waiting(), [{ at: '2026-07-01T00:30Z' }])
  })

  it('is encrypted with a key made at first need, which only its owner reads', async () => {
    const keyFile = join(data, 'backup.key')
    assert.equal(statSync(keyFile).mode & 0o777, 0o600)
    const [name = ''] = readdirSync(folder)
    assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600)
    const manifest = await verifyBackup(join(folder, name), keysToRead(platformAt('2026-11-22T01:30:00Z').config))
    assert.equal(manifest.municipality, testSchema)
  })

  it('keeps as many as are asked for, the newest, and logs counts only', async () => {
    const lines: string[] = []
    for (const day of ['2026-07-01', '2026-07-02', '2026-07-03']) await run(platformAt(`${day}T00:30:00Z`, {}, lines))
    assert.deepEqual(readdirSync(folder), [
      'brobyg-testby-20260702T003000Z.backup',
      'brobyg-testby-20260703T003000Z.backup',
    ])
    const facts = lines.map((line) => JSON.parse(line))
    assert.deepEqual(
      facts.map(({ event, removed }) => [event, removed]),
      [
        ['backup_made', 0],
        ['backup_made', 1],
        ['backup_made', 1],
      ],
    )
    assert.ok(facts.every(({ tables, rows }) => tables > 10 && rows > 0))
    assert.deepEqual(Object.keys(facts[0]), ['at', 'level', 'event', 'tables', 'rows', 'removed'])
  })

  it('keeps the older ones when one fails, says so, and is tried again in an hour', async () => {
    const lines: string[] = []
    const blocked = join(data, 'blocked')
    writeFileSync(blocked, '')
    await run(platformAt('2026-07-04T00:30:00Z', { BROBYG_BACKUP_DIR: join(blocked, 'backups') }, lines))
    assert.match(lines.join(), /"event":"backup_failed".*"reason":"ENOTDIR"/)
    assert.deepEqual(await waiting(), [{ at: '2026-07-04T01:30Z' }])
    assert.equal(readdirSync(folder).length, 2)
  })

  it('clears away what a process left half that is gone', async () => {
    const half = join(folder, '.brobyg-testby-20260101T003000Z.backup.999999999.half')
    writeFileSync(half, 'half')
    await run(platformAt('2026-07-05T00:30:00Z'))
    assert.ok(!existsSync(half))
  })

  it('is taken back where none is wanted', async () => {
    await scheduleBackups(platformAt('2026-07-05T12:00:00Z', { BROBYG_BACKUP: 'no' }))
    assert.deepEqual(await waiting(), [])
  })

  it('is made by the queue when its time has come', async () => {
    await scheduleBackups(platformAt('2020-01-01T12:00:00Z'))
    const platform = platformAt('2099-07-06T00:30:00Z')
    await runDueJobs({ url: own.url, schema: testSchema, log: silentLog }, backupTasks(platform, own.url))
    assert.ok(existsSync(join(folder, 'brobyg-testby-20990706T003000Z.backup')))
  })
})
