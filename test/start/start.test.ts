import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { projectRoot } from '../../src/platform/root.ts'
import { signIn, until } from './caller.ts'
import { freePort, probe, run, start, temporaryFolder, withSample } from './program.ts'
import type { Ended } from './program.ts'

/** What every fault has in common: a sentence on standard error, exit code 2, nothing else. */
const assertFault = (end: Ended, sentence: RegExp): void => {
  assert.deepEqual([end.code, end.stdout], [2, ''], end.stderr)
  assert.match(end.stderr, sentence)
  assert.doesNotMatch(end.stderr, /\n\s+at |node:internal|Error:/)
  assert.equal(end.stderr.trim().split('\n').length, 1, end.stderr)
}

const isPostgresStopped = (data: string): boolean => !existsSync(join(data, 'postgres', 'postmaster.pid'))

describe('starting', () => {
  it('serves the pages from an empty folder, and stops cleanly when asked', async () => {
    const data = join(temporaryFolder(), 'data')
    const port = await freePort()
    const program = start(['start', '--port', port, '--data', data])
    await program.ready
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`)
    assert.equal(answer.status, 200)
    program.signal('SIGTERM')
    const end = await program.ended
    assert.equal(end.code, 0, end.stderr)
    assert.match(end.stdout, new RegExp(`http://localhost:${port}`))
    assert.ok(isPostgresStopped(data))
  })

  it('works in a folder with spaces and Danish letters, without a home', async () => {
    const data = join(temporaryFolder(), 'grød og blåbær', 'Æ Ø Å')
    const program = start(['start', '--port', await freePort(), '--data', data], {
      environment: { HOME: '/nonexistent' },
    })
    await program.ready
    program.signal('SIGINT')
    assert.equal((await program.ended).code, 0)
  })

  it('answers the request under way before it stops, however often it is asked', async () => {
    const data = join(temporaryFolder(), 'data')
    const port = await freePort()
    const program = start(['start', '--port', port, '--data', data])
    await program.ready
    const answers = Array.from({ length: 20 }, () => probe(port, '/readyz'))
    await Promise.any(answers)
    for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) program.signal(signal)
    assert.equal((await program.ended).code, 0)
    assert.ok(isPostgresStopped(data))
    const statuses = await Promise.all(
      answers.map((answer) =>
        answer.then(
          (one) => one.status,
          () => 'refused',
        ),
      ),
    )
    assert.ok(statuses.every((status) => status === 200 || status === 'refused'))
  })
})

describe('stopping', () => {
  it('waits for the upload under way and answers it, and takes no new request', async () => {
    const port = await freePort()
    const program = start(['start', '--port', port, '--data', join(temporaryFolder(), 'data')], withSample)
    after(() => program.signal('SIGTERM'))
    await program.ready
    const caller = await signIn(port)
    const form = new FormData()
    form.set(
      'fil',
      new File([readFileSync(join(projectRoot, 'samples/havneby/boern-unge-og-familie.txt'))], 'aftale.txt'),
    )
    const whole = new Response(form)
    const bytes = new Uint8Array(await whole.clone().arrayBuffer())
    const half = Math.floor(bytes.length / 2)
    const halfSent = Promise.withResolvers<void>()
    const stopped = Promise.withResolvers<void>()
    const slowly = new ReadableStream<Uint8Array>({
      start: (body) => body.enqueue(bytes.subarray(0, half)),
      pull: async (body) => {
        halfSent.resolve()
        await stopped.promise
        body.enqueue(bytes.subarray(half))
        body.close()
      },
    })
    const answer = caller.stream('/aftaler/ny', slowly, whole.headers.get('content-type') ?? '')
    await halfSent.promise
    await until(async () => /^brobyg_requests_under_way 2$/m.test(await (await probe(port, '/metrics')).text()))
    program.signal('SIGTERM')
    await until(() =>
      fetch(`http://127.0.0.1:${port}/healthz`).then(
        () => false,
        () => true,
      ),
    )
    stopped.resolve()
    const { status, headers } = await answer
    assert.equal(status, 303)
    assert.match(headers.get('location') ?? '', /^\/udkast\//)
    assert.equal((await program.ended).code, 0)
  })
})

describe('a start that cannot be', () => {
  it('says that the port is taken, and leaves no data folder behind', async () => {
    const folder = temporaryFolder()
    const port = await freePort()
    const program = start(['start', '--port', port, '--data', join(folder, 'one')])
    await program.ready
    assertFault(await run(['start', '--port', port, '--data', join(folder, 'two')]), /^Port \d+ is taken/)
    assert.ok(!existsSync(join(folder, 'two')))
    program.signal('SIGTERM')
    await program.ended
  })

  it('says that the data folder is in use, and lets the first one be', async () => {
    const data = join(temporaryFolder(), 'data')
    const port = await freePort()
    const program = start(['start', '--port', port, '--data', data])
    await program.ready
    assertFault(
      await run(['start', '--port', await freePort(), '--data', data]),
      /^Another Brobyg is using the data folder/,
    )
    assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200)
    const joined = await run(['migrate', '--data', data])
    assert.deepEqual([joined.code, joined.stderr], [0, 'The database is up to date.\n'])
    program.signal('SIGTERM')
    assert.equal((await program.ended).code, 0)
  })

  it('lets exactly one of two that begin at once on an empty folder have it', async () => {
    const data = join(temporaryFolder(), 'data')
    const ports = [await freePort(), await freePort()]
    const both = ports.map((port) => start(['start', '--port', port, '--data', data]))
    const first = await Promise.any(both.map((program) => program.ready.then(() => program)))
    const other = both.find((program) => program !== first)
    assert.ok(other !== undefined)
    assertFault(await other.ended, /^Another Brobyg is using the data folder/)
    first.signal('SIGTERM')
    assert.equal((await first.ended).code, 0)
  })

  it('says that a folder with files of others is no data folder, and touches nothing in it', async () => {
    const data = temporaryFolder()
    writeFileSync(join(data, 'letter.txt'), 'Dear …')
    assertFault(await run(['start', '--port', await freePort(), '--data', data]), /holds other files/)
    assert.deepEqual(readdirSync(data), ['letter.txt'])
    assert.equal(readFileSync(join(data, 'letter.txt'), 'utf8'), 'Dear …')
  })

  it('says that a file stands where the data folder should be', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    assertFault(
      await run(['start', '--port', await freePort(), '--data', join(folder, 'file')]),
      /there is a file of that name/,
    )
    assertFault(
      await run(['start', '--port', await freePort(), '--data', join(folder, 'file', 'data')]),
      /a part of the path is a file/,
    )
  })

  it('says which setting cannot be used', async () => {
    assertFault(await run(['start', '--port', 'http']), /^The port must be a whole number/)
    assertFault(await run(['start'], { environment: { DATABASE_URL: 'nowhere' } }), /^DATABASE_URL must look like/)
    assertFault(await run(['start', '--colour']), /^Unknown option '--colour'/)
    assertFault(await run(['begin']), /^There is no command "begin"/)
  })

  it('says that Node is too old', async () => {
    const folder = temporaryFolder()
    const preload = join(folder, 'old.cjs')
    mkdirSync(folder, { recursive: true })
    writeFileSync(preload, `Object.defineProperty(process.versions, 'node', { value: '18.20.8' })`)
    assertFault(
      await run(['start'], { nodeFlags: ['--require', preload] }),
      /^Brobyg needs Node 20 or newer .* this is Node 18\.20\.8\.$/m,
    )
  })
})
