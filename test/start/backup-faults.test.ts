import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { emptyDatabase, everythingIn } from '../../src/platform/backup/test-place.ts'
import { migrate } from '../../src/platform/database/migrations.ts'
import { startTestServer, type TestServer } from '../../src/platform/database/test-database.ts'
import { runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { isRoot, run, temporaryFolder } from './program.ts'

const schema = 'faultby'
const command = [join(projectRoot, 'dist', 'brobyg.js')]

/** Enough that a backup takes a while: random bytes, which do not compress. */
const fill = `insert into ${schema}.signing_key select gen_random_uuid(), decode(string_agg(md5(random()::text), ''), 'hex'), now()
  from generate_series(1, 1000000) n group by n % 15000`

/** Waits until something is seen. Rejects where the process it is waited for in ends before. */
const until = async <T>(look: () => T | undefined | Promise<T | undefined>, of?: ChildProcess): Promise<T> => {
  for (;;) {
    const hasEnded = of !== undefined && (of.exitCode !== null || of.signalCode !== null)
    const seen = await look()
    if (seen !== undefined) return seen
    if (hasEnded) throw new Error(`It ended before it was caught, with exit code ${of.exitCode}`)
    await wait(2)
  }
}

describe('a fault', () => {
  // What is mounted is let go of before the folder it stands in is removed.
  const unmount: (() => unknown)[] = []
  after(() => unmount.forEach((one) => one()))
  const folder = temporaryFolder()
  let server: TestServer
  let source = ''
  const environment = (url: string) => ({
    PATH: process.env['PATH'],
    DATABASE_URL: url,
    BROBYG_MUNICIPALITY: schema,
    BROBYG_BACKUP_PASSPHRASE: 'fire ord til en prøve',
  })
  /** Runs the command itself, without the launcher, so that a signal reaches it. */
  const begin = (args: string[], url: string) => {
    const child = spawn(process.execPath, [...command, ...args], {
      cwd: projectRoot,
      env: environment(url),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
      child.once('close', (code) => resolve({ code, said })),
    )
    return { child, ended }
  }
  const succeeds = async (args: string[], url: string) => {
    const { code, said } = await begin(args, url).ended
    assert.equal(code, 0, said)
  }
  const place = (name: string): string => {
    mkdirSync(join(folder, name))
    return join(folder, name)
  }
  const backendOf = (purpose: string) => async (): Promise<number | undefined> => {
    const rows = await runSqlAsOwner<{ pid: number }>(
      server.url,
      `select a.pid from pg_stat_activity a join pg_stat_progress_copy c on c.pid = a.pid
       where application_name = 'brobyg ${purpose}' and c.bytes_processed > 100000`,
    )
    return rows[0]?.pid
  }
  /** Stands a backup still in the middle: it has written some bytes and not all. */
  const stopInTheMiddle = async (child: ChildProcess, backups: string): Promise<void> => {
    const half = await until(() => {
      const name = readdirSync(backups)[0]
      return name !== undefined && statSync(join(backups, name)).size > 100_000 ? name : undefined
    }, child)
    child.kill('SIGSTOP')
    assert.deepEqual(readdirSync(backups), [half])
    assert.match(half, /\.half$/)
  }
  const isBack = async () => {
    await until(() => runSqlAsOwner(server.url, 'select 1').catch(() => undefined))
  }

  before(async () => {
    // The launcher builds what is stale; the command is then run as it is built.
    assert.equal((await run(['--help'])).code, 0)
    server = await startTestServer({ outlivesKill: true })
    source = (await emptyDatabase(server.url)).url
    await migrate(source, schema)
    await runSqlAsOwner(source, fill)
  })
  after(() => server.stop())

  it('such as a backup killed in the middle leaves none that counts, and the next clears it away', async () => {
    const backups = place('killed')
    const { child, ended } = begin(['backup', backups], source)
    await stopInTheMiddle(child, backups)
    child.kill('SIGKILL')
    await ended
    assert.equal((await begin(['check', '--backup', backups], source).ended).code, 1)
    await succeeds(['backup', backups], source)
    assert.deepEqual(
      readdirSync(backups).map((name) => /^brobyg-.*\.backup$/.test(name)),
      [true],
    )
  })

  it('such as a database killed in the middle of a backup leaves nothing', async () => {
    const backups = place('database')
    const { child, ended } = begin(['backup', backups], source)
    await stopInTheMiddle(child, backups)
    process.kill(await until(backendOf('backup'), child), 'SIGKILL')
    child.kill('SIGCONT')
    const { code, said } = await ended
    assert.equal(code, 1, said)
    assert.deepEqual(readdirSync(backups), [])
    await isBack()
  })

  it('such as a file that may not grow leaves nothing, and is told in a sentence', async () => {
    const backups = place('limited')
    const limited = `ulimit -f 4000; exec "$0" "$@"`
    const { status, stderr } = spawnSync('bash', ['-c', limited, process.execPath, ...command, 'backup', backups], {
      cwd: projectRoot,
      env: environment(source),
      encoding: 'utf8',
    })
    assert.equal(status, 2, stderr)
    assert.match(stderr, /the file may not grow so large. No backup was made/)
    assert.deepEqual(readdirSync(backups), [])
  })

  const small = place('small')
  const mayMount = isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]).status === 0
  if (mayMount) unmount.push(() => spawnSync('umount', [small]))

  it(
    'such as a full disk leaves nothing, and is told in a sentence',
    { skip: !mayMount && 'no small disk may be mounted here' },
    async () => {
      const { code, said } = await begin(['backup', small], source).ended
      assert.equal(code, 2, said)
      assert.match(said, /the disk is full. No backup was made/)
      assert.deepEqual(readdirSync(small), [])
    },
  )

  it('such as a restore killed in the middle is told, and begun anew', async () => {
    const backups = place('restored')
    await succeeds(['backup', backups], source)
    const { url } = await emptyDatabase(server.url)
    const { child, ended } = begin(['restore', backups], url)
    await until(backendOf('restore'), child)
    child.kill('SIGKILL')
    await ended
    const told = await begin(['migrate'], url).ended
    assert.equal(told.code, 2)
    assert.match(told.said, /has not finished. Run brobyg restore again/)
    await until(async () => ((await backendOf('restore')()) === undefined ? true : undefined))
    await succeeds(['restore', backups], url)
    await succeeds(['check'], url)
    const [rows, before] = await Promise.all([url, source].map((one) => everythingIn(one, schema)))
    assert.deepEqual(rows?.['signing_key'], before?.['signing_key'])
  })

  it('such as a database killed in the middle of a restore is told, and begun anew', async () => {
    const backups = join(folder, 'restored')
    const { url } = await emptyDatabase(server.url)
    const { child, ended } = begin(['restore', backups], url)
    process.kill(await until(backendOf('restore'), child), 'SIGKILL')
    assert.equal((await ended).code, 1)
    await isBack()
    assert.equal((await begin(['migrate'], url).ended).code, 2)
    await succeeds(['restore', backups], url)
    await succeeds(['check'], url)
  })
})
