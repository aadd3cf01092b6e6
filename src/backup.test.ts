import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { type BackupKey, passphraseKey } from './platform/backup/backup-key.ts'
import { makeBackup, type MadeBackup } from './platform/backup/make-backup.ts'
import { verifyBackup } from './platform/backup/read-backup.ts'
import { restoreBackup } from './platform/backup/restore-backup.ts'
import { backupFolder, emptyDatabase, everythingIn } from './platform/backup/test-place.ts'
import { databaseChecks } from './platform/check/checks.ts'
import { keepHouse } from './platform/database/index.ts'
import { openTables } from './platform/database/database.ts'
import { clonedDatabase, testSchema } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { Fault } from './platform/fault.ts'
import { newId } from './platform/id.ts'
import { silentLog } from './platform/log.ts'
import { queueMail, sendMailTask } from './platform/mail/queue-mail.ts'
import { addJob } from './platform/queue/queue.queries.ts'
import { runDueJobs } from './platform/queue/run-queue.ts'
import { testPlatform } from './platform/test-platform.ts'
import { checkAudit, system } from './rooms/access/index.ts'
import { loadSampleIfEmpty } from './sample.ts'
import { theSample } from './test-sample.ts'

const key = passphraseKey('fire ord til en prøve')
const later = Temporal.Instant.from('2099-01-01T06:00:00Z')

const mail = {
  personId: newId(),
  address: 'someone@example.org',
  subject: 'x',
  plain: 'x',
  html: 'x',
  stopUrl: null,
  onceKey: 'once',
}

describe('the sample partnership', () => {
  const own = clonedDatabase(theSample)
  const folder = backupFolder()
  let made: MadeBackup
  let there: { url: string; drop: () => Promise<unknown> }
  const restored = (keys: readonly BackupKey[] = [key]) =>
    restoreBackup({ url: there.url, municipality: testSchema }, { path: made.path, keys, manifest: made.manifest })

  before(async () => {
    const platform = testPlatform(own.database)
    await loadSampleIfEmpty(platform)
    await keepHouse(own, system, async (tx) => {
      await queueMail(tx, platform.clock, mail)
      await addJob(tx, { task: 'greet', payload: { name: 'a' }, at: later, key: 'k' })
    })
    const madeAt = Temporal.Instant.from('2026-11-21T01:30:00Z')
    made = await makeBackup({ url: own.url, municipality: testSchema }, folder, key, madeAt)
    there = await emptyDatabase(own.url)
    return () => there.drop()
  })

  it('is backed up into one file that says nothing of it', () => {
    assert.deepEqual(readdirSync(folder), ['brobyg-testby-20261121T013000Z.backup'])
    const bytes = readFileSync(made.path, 'latin1')
    for (const word of ['Havneby', 'organisation', 'someone@example.org', testSchema])
      assert.ok(!bytes.includes(word), word)
    assert.ok(made.manifest.parts.filter(({ rows }) => rows > 0).length > 10, 'too few tables hold rows')
  })

  it('comes back row by row, with its constraints, rights and policies', async () => {
    await restored()
    const [before, after] = await Promise.all([own.url, there.url].map((url) => everythingIn(url, testSchema)))
    const files = (rows: string[] | undefined) => rows?.map((row) => row.replace(/^(\(repeatable.*),".*"\)$/, '$1'))
    assert.deepEqual(files(after?.['migration']), files(before?.['migration']))
    assert.deepEqual({ ...after, migration: [] }, { ...before, migration: [] })
  })

  it('comes back with the jobs that waited, at their times, under their keys', async () => {
    const waiting = (url: string) =>
      runSqlAsOwner(url, `select task_identifier, key, run_at, max_attempts from ${testSchema}_queue.jobs order by id`)
    const jobs = await waiting(there.url)
    assert.equal(jobs.length, 2)
    assert.deepEqual(jobs, await waiting(own.url))
  })

  it('comes back whole as every check of the database sees it', async () => {
    const database = openTables(there.url, testSchema, silentLog)
    try {
      for (const check of [...databaseChecks, { name: 'audit trail', run: checkAudit }])
        assert.deepEqual((await check.run({ platform: testPlatform(database), url: there.url })).wrong, [], check.name)
    } finally {
      await database.close()
    }
  })

  it('sends the mail that waited when the backup was made', async () => {
    const sent: unknown[] = []
    const task = (payload: unknown) => Promise.resolve(void sent.push(payload))
    await runDueJobs({ url: there.url, schema: testSchema, log: silentLog }, { [sendMailTask]: task })
    const [row] = await runSqlAsOwner<{ id: string }>(own.url, `select mail_id as id from ${testSchema}.mail`)
    assert.deepEqual(sent, [{ mailId: row?.id }])
  })

  it('is not restored over what is there', async () => {
    await assert.rejects(restored(), (error) => error instanceof Fault && /empty place only/.test(error.message))
    await assert.rejects(
      restoreBackup(
        { url: own.url, municipality: testSchema },
        { path: made.path, keys: [key], manifest: made.manifest },
      ),
      Fault,
    )
  })

  const refused = async (bytes: Buffer, sentence: RegExp, keys: readonly BackupKey[] = [key]) => {
    const path = join(folder, 'other.backup')
    writeFileSync(path, bytes)
    await assert.rejects(
      verifyBackup(path, keys),
      (error) => error instanceof Fault && sentence.test(error.message) && error.message.endsWith('.'),
    )
  }

  it('is not read with another passphrase, with none, or with a key file', async () => {
    const bytes = readFileSync(made.path)
    await refused(bytes, /The passphrase is not the one/, [passphraseKey('fire andre ord end før')])
    await refused(bytes, /Set BROBYG_BACKUP_PASSPHRASE/, [])
    await refused(bytes, /Set BROBYG_BACKUP_PASSPHRASE/, [{ kind: 'file', secret: key.secret }])
  })

  it('is not read when it is cut short, changed, or something else', async () => {
    const bytes = readFileSync(made.path)
    await refused(bytes.subarray(0, -1), /damaged/)
    await refused(bytes.subarray(0, bytes.length / 2), /damaged/)
    await refused(Buffer.concat([bytes, Buffer.from('x')]), /damaged/)
    await refused(bytes.subarray(0, 100), /not a backup/)
    await refused(Buffer.from('PK\u0003\u0004 something else'), /not a backup/)
    await refused(Buffer.alloc(0), /not a backup/)
    const inOpening = Buffer.from(bytes.toString('latin1').replace('"logCost":17', '"logCost":16'), 'latin1')
    await refused(inOpening, /not the one .* or its first lines are damaged/)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    await refused(bytes, /damaged/)
  })
})
