import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Refused } from './refused.ts'
import { runInWorker } from './worker.ts'

const entry = new URL('worker-test.worker.ts', import.meta.url)
const ample = { timeMs: 20_000, memoryMb: 128 }

const refusedWith = (code: string, facts: Record<string, string | number>) => (error: unknown) => {
  assert.ok(error instanceof Refused)
  assert.equal(error.code, code)
  assert.deepEqual({ ...error.facts }, facts)
  return true
}

describe('running a job in a worker', () => {
  it('hands the input over and the result back', async () => {
    const input = ['echo', new Uint8Array([1, 2, 3]), { text: 'æøå' }]
    assert.deepEqual(await runInWorker(entry, input, ample), input)
  })

  it('lets nothing the job prints reach our own output', async () => {
    assert.equal(await runInWorker(entry, ['print'], ample), 'printed')
  })

  it('brings a refusal back with its code and facts', async () => {
    await assert.rejects(runInWorker(entry, ['refuse'], ample), refusedWith('source_is_empty', { name: 'tom.txt' }))
  })

  it('turns any other error into a plain one that tells its cause', async () => {
    await assert.rejects(runInWorker(entry, ['fail'], ample), (error: unknown) => {
      assert.ok(error instanceof Error && !(error instanceof Refused))
      assert.match(error.message, /no such thing/)
      assert.ok(error.cause instanceof Error)
      return true
    })
  })

  it('refuses a job that never stops computing', async () => {
    await assert.rejects(
      runInWorker(entry, ['spin'], { timeMs: 1000, memoryMb: 64 }),
      refusedWith('source_too_slow', { seconds: 1 }),
    )
  })

  it('refuses a job that never answers', async () => {
    await assert.rejects(
      runInWorker(entry, ['wait'], { timeMs: 1000, memoryMb: 64 }),
      refusedWith('source_too_slow', { seconds: 1 }),
    )
  })

  it('refuses a job that eats memory, and lives on', async () => {
    await assert.rejects(
      runInWorker(entry, ['hoard'], { timeMs: 60_000, memoryMb: 48 }),
      refusedWith('source_too_heavy', { megabytes: 48 }),
    )
    assert.deepEqual(await runInWorker(entry, ['echo'], ample), ['echo'])
  })

  it('tells of a worker that ends without an answer', async () => {
    await assert.rejects(runInWorker(entry, ['exit'], ample), /exit code 3/)
  })

  it('tells of a worker whose file is missing', async () => {
    await assert.rejects(runInWorker(new URL('no-such.worker.ts', import.meta.url), null, ample), /worker/)
  })
})
