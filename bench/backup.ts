import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { BackupKey } from '../src/platform/backup/backup-key.ts'
import { inTransaction, listTables, readRows } from '../src/platform/backup/backup.queries.ts'
import { makeBackup } from '../src/platform/backup/make-backup.ts'
import { verifyBackup } from '../src/platform/backup/read-backup.ts'
import { restoreBackup } from '../src/platform/backup/restore-backup.ts'
import { emptyDatabase } from '../src/platform/backup/test-place.ts'
import { migrate } from '../src/platform/database/migrations.ts'
import { withOwner } from '../src/platform/database/owner-connection.ts'
import { startTestServer } from '../src/platform/database/test-database.ts'
import { runSqlAsOwner } from '../src/platform/database/test-sql.ts'

/**
 * How fast a backup is made, read and restored, in MB of rows a second, beside its peers: the same rows copied into a file as they
 * are, and `pg_dump -Fc` where the system has one of the server's version. And that a backup of four times the rows takes no more memory.
 */
const schema = 'benchby'
const rows = (megabytes: number) => `insert into ${schema}.mail
  select gen_random_uuid(), gen_random_uuid(), 'a' || n || '@example.org', 'Mødet er flyttet ' || n, string_agg(md5(random()::text) || ' ord ', ''),
    repeat('<p>Kære alle</p>', 20), null, gen_random_uuid()::text, now(), null
  from generate_series(1, ${megabytes * 500}) n, generate_series(1, 40) group by n`

const folder = mkdtempSync(join(tmpdir(), 'brobyg-bench-'))
const server = await startTestServer()
const key: BackupKey = { kind: 'file', secret: randomBytes(32) }
const of = { url: server.url, municipality: schema }
let made = 0

const timed = async <T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> => {
  const begun = performance.now()
  const result = await work()
  return { seconds: (performance.now() - begun) / 1000, result }
}

const backUp = () =>
  makeBackup(of, folder, key, Temporal.Instant.from('2026-11-21T01:30:00Z').add({ seconds: (made += 1) }))

const copyPlain = () =>
  withOwner(server.url, 'backup', (owner) =>
    inTransaction(owner, 'repeatable read, read only', async () => {
      for (const table of await listTables(owner, schema))
        await pipeline(readRows(owner, schema, table).bytes, createWriteStream(join(folder, 'plain'), { flush: true }))
    }),
  )

const dump = (): number | null => {
  const { pathname, port, username, password } = new URL(server.url)
  const program = ['/usr/lib/postgresql/18/bin/pg_dump', '/usr/bin/pg_dump'].find((path) => existsSync(path))
  if (program === undefined) return null
  const begun = performance.now()
  const flags = [
    '-h',
    '127.0.0.1',
    '-p',
    port,
    '-U',
    username,
    '-n',
    schema,
    '-Fc',
    '-f',
    join(folder, 'dump'),
    pathname.slice(1),
  ]
  const { status } = spawnSync(program, flags, {
    env: { PGPASSWORD: password, PATH: process.env['PATH'] },
    stdio: 'ignore',
  })
  return status === 0 ? (performance.now() - begun) / 1000 : null
}

/** The most memory the process held while the work was done, beyond what it held before, in MB. */
const memoryOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.memoryUsage.rss()
  let most = before
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5)
  await work()
  clearInterval(look)
  return (most - before) / 1e6
}

try {
  await migrate(server.url, schema)
  await runSqlAsOwner(server.url, rows(50))
  await backUp()
  const plain = await timed(copyPlain)
  const backup = await timed(backUp)
  const { path, manifest } = backup.result
  const megabytes = manifest.parts.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
  const verified = await timed(() => verifyBackup(path, [key]))
  const { url } = await emptyDatabase(server.url)
  const restored = await timed(() => restoreBackup({ url, municipality: schema }, { path, keys: [key], manifest }))
  const dumped = dump()
  const line = (what: string, seconds: number) =>
    console.log(
      `${what}: ${(megabytes / seconds).toFixed(0)} MB/s, ${(seconds / plain.seconds).toFixed(2)} times as long as plain rows`,
    )
  console.log(`${megabytes.toFixed(0)} MB of rows; the backup is ${(statSync(path).size / 1e6).toFixed(0)} MB`)
  line('rows copied into a file as they are', plain.seconds)
  line('backup made: compressed, encrypted, checksums', backup.seconds)
  line('backup read and verified', verified.seconds)
  line('backup restored and read back', restored.seconds)
  if (dumped === null) console.log('pg_dump: none here that fits the server')
  else
    console.log(
      `pg_dump -Fc: ${(megabytes / dumped).toFixed(0)} MB/s; a backup takes ${(backup.seconds / dumped).toFixed(2)} times as long`,
    )
  const less = await memoryOf(backUp)
  await runSqlAsOwner(server.url, rows(150))
  const more = await memoryOf(backUp)
  console.log(
    `memory while backing up: ${less.toFixed(0)} MB more than at rest; of four times the rows ${more.toFixed(0)} MB`,
  )
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
