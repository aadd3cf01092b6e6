import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Client } from 'pg'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { freePort, isRoot, probe, run, start, temporaryFolder } from './program.ts'

const withUrl = (url: string) => ({ environment: { DATABASE_URL: url } })

/** A server that greets as PostgreSQL does and says it is of this version: we can install no PostgreSQL so old. */
const serverOfVersion = async (version: number): Promise<{ url: string; close: () => void }> => {
  const message = (type: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts)
    const head = Buffer.alloc(5)
    head.write(type)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const number = (value: number, bytes: 2 | 4) => {
    const buffer = Buffer.alloc(bytes)
    if (bytes === 2) buffer.writeInt16BE(value)
    else buffer.writeInt32BE(value)
    return buffer
  }
  const text = (value: string) => Buffer.from(`${value}\0`)
  const ready = message('Z', Buffer.from('I'))
  const answer = (socket: Socket, asked: Buffer) => {
    if (asked[0] !== 'Q'.charCodeAt(0)) return socket.write(Buffer.concat([message('R', number(0, 4)), ready]))
    const value = Buffer.from(String(version * 10_000 + 9))
    const column = Buffer.concat([
      number(0, 4),
      number(0, 2),
      number(25, 4),
      number(-1, 2),
      number(-1, 4),
      number(0, 2),
    ])
    const described = message('T', number(1, 2), text('server_version_num'), column)
    const row = message('D', number(1, 2), number(value.length, 4), value)
    return socket.write(Buffer.concat([described, row, message('C', text('SHOW')), ready]))
  }
  const server = createServer((socket) => {
    socket.on('data', (asked: Buffer) => answer(socket, asked))
    socket.on('error', () => {})
  })
  const port = Number(await freePort())
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { url: `postgres://old@127.0.0.1:${port}/old`, close: () => server.close() }
}

describe('a database of one’s own that cannot be used', () => {
  const own = clonedDatabase()
  const refused = async (url: string, sentence: RegExp) => {
    const end = await run(['start', '--port', await freePort()], withUrl(url))
    assert.deepEqual([end.code, end.stdout], [2, ''], end.stderr)
    assert.match(end.stderr, sentence)
    assert.equal(end.stderr.trim().split('\n').length, 1)
    return end
  }

  it('is told apart by what is wrong: nothing there, wrong password, no such database', async () => {
    await refused(`postgres://me@127.0.0.1:${await freePort()}/x`, /nothing answers there/)
    const wrongPassword = new URL(own.url)
    wrongPassword.password = 'guess-of-a-secret'
    const end = await refused(wrongPassword.href, /refused the user or the password/)
    assert.doesNotMatch(end.stderr, /guess-of-a-secret/)
    const wrongName = new URL(own.url)
    wrongName.pathname = '/nowhere'
    await refused(wrongName.href, /no such database/)
  })

  it('is told when it is too old', async () => {
    const old = await serverOfVersion(14)
    await refused(old.url, /is version 14; Brobyg needs 15 or newer/)
    old.close()
  })
})

const folder = join(temporaryFolder(), 'server')

const debianPostgres = ['15', '16', '17']
  .map((version) => `/usr/lib/postgresql/${version}/bin`)
  .find((folder) => existsSync(folder))

describe(
  'a PostgreSQL of the system',
  { skip: debianPostgres === undefined && 'there is no PostgreSQL 15–17 of the system here' },
  () => {
    const programs = debianPostgres ?? ''
    let port = ''
    const asServer = (program: string, args: string[]) => {
      const command = isRoot ? ['runuser', '-u', 'postgres', '--', join(programs, program)] : [join(programs, program)]
      const { status, stderr } = spawnSync(command[0] ?? '', [...command.slice(1), ...args], {
        encoding: 'utf8',
        cwd: '/',
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      assert.equal(status, 0, stderr)
    }
    const asAdministrator = async (...statements: string[]) => {
      const client = new Client({ connectionString: `postgres://admin@127.0.0.1:${port}/postgres` })
      await client.connect()
      for (const statement of statements) await client.query(statement)
      await client.end()
    }

    before(async () => {
      mkdirSync(folder)
      chmodSync(folder, 0o777)
      port = await freePort()
      asServer('initdb', [
        '-D',
        join(folder, 'data'),
        '--auth=trust',
        '--username=admin',
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
      ])
      const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
      asServer('pg_ctl', ['start', '-D', join(folder, 'data'), '-w', '-s', '-l', join(folder, 'log'), '-o', settings])
      await asAdministrator('create role clerk login createrole', 'create database city owner clerk')
    })
    after(() => asServer('pg_ctl', ['stop', '-D', join(folder, 'data'), '-m', 'immediate', '-s']))

    const url = (user: string, database: string) => `postgres://${user}@127.0.0.1:${port}/${database}`

    it('is migrated by two processes that begin at once, as an ordinary user who may make roles', async () => {
      const ends = await Promise.all([1, 2].map(() => run(['migrate'], withUrl(url('clerk', 'city')))))
      assert.deepEqual(
        ends.map((end) => [end.code, end.stderr.replace('The database is up to date.\n', '')]),
        [
          [0, ''],
          [0, ''],
        ],
      )
      const ran = ends.flatMap((end) => end.stdout.split('\n').filter((line) => line !== ''))
      assert.ok(ran.length > 0)
      assert.deepEqual(ran.toSorted(), [...new Set(ran)].toSorted())
    })

    it('serves the pages, and is left running', async () => {
      const served = await freePort()
      const program = start(['start', '--port', served], withUrl(url('clerk', 'city')))
      await program.ready
      assert.equal((await probe(served, '/readyz')).status, 200)
      program.signal('SIGTERM')
      assert.equal((await program.ended).code, 0)
      await asAdministrator('select 1')
    })

    it('holds a second municipality beside the first', async () => {
      const end = await run(['migrate'], {
        environment: { DATABASE_URL: url('clerk', 'city'), BROBYG_MUNICIPALITY: 'otherby' },
      })
      assert.equal(end.code, 0, end.stderr)
      assert.match(end.stdout, /0001_platform_foundation/)
    })

    it('is backed up, restored into another database and found whole, as an ordinary user', async () => {
      const environment = (database: string) => ({
        environment: { DATABASE_URL: url('clerk', database), BROBYG_BACKUP_PASSPHRASE: 'fire ord til en prøve' },
      })
      await asAdministrator('create database town owner clerk')
      const backups = join(folder, 'backups')
      for (const [database, ...args] of [
        ['city', 'backup', backups],
        ['town', 'restore', backups],
        ['town', 'check', '--backup', backups],
      ] as const) {
        const end = await run([...args], environment(database))
        assert.equal(end.code, 0, `${end.stdout}${end.stderr}`)
      }
    })

    it('needs its administrator’s help where the user may not make the role', async () => {
      await asAdministrator('create role guest login', 'create database village owner guest')
      const end = await run(['migrate'], withUrl(url('guest', 'village')))
      assert.deepEqual([end.code, end.stdout], [2, ''])
      assert.match(end.stderr, /grant brobyg_app to/)
      await asAdministrator('grant brobyg_app to guest')
      assert.equal((await run(['migrate'], withUrl(url('guest', 'village')))).code, 0)
    })

    it('is refused where the application’s role could pass row-level security', async () => {
      await asAdministrator('alter role brobyg_app bypassrls')
      const end = await run(['migrate'], withUrl(url('clerk', 'city')))
      assert.deepEqual([end.code, end.stdout], [2, ''])
      assert.match(end.stderr, /may pass row-level security/)
      await asAdministrator('alter role brobyg_app nobypassrls')
    })
  },
)
