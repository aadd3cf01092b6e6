import assert from 'node:assert/strict'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Client } from 'pg'
import { startTestServer } from '../../src/platform/database/test-database.ts'
import { askDatabase, findPromise, postgresPid, recordEvidence, sampleBehindProxy, signIn, until } from './caller.ts'
import type { Caller } from './caller.ts'
import { freePort, probe, start, temporaryFolder } from './program.ts'

/** Starts the program on the sample's data. */
const open = async (data: string) => {
  const port = await freePort()
  const program = start(['start', '--port', port, '--data', data], sampleBehindProxy)
  await program.ready
  return { port, program, isReady: async () => (await probe(port, '/readyz')).status === 200 }
}

/** Sends 300 pieces of evidence, 20 at a time, does harm when 60 are acknowledged, and tells how each was answered. */
const recordThrough = async (caller: Caller, promise: string, harm: () => void) => {
  const answers = new Map<string, number | 'no answer'>()
  const notes = Array.from({ length: 300 }, (_, number) => `note ${number}`)
  let acknowledged = 0
  const sender = async () => {
    for (let note = notes.shift(); note !== undefined; note = notes.shift()) {
      const answer = await recordEvidence(caller, promise, note)
      answers.set(note, answer)
      if (answer === 303 && (acknowledged += 1) === 60) harm()
    }
  }
  await Promise.all(Array.from({ length: 20 }, sender))
  return answers
}

/** Everything acknowledged is there, nothing is there twice or by half. */
const assertKept = async (data: string, answers: ReadonlyMap<string, number | 'no answer'>) => {
  const rows = await askDatabase<{ note: string | null; evidence: string | null }>(
    data,
    `select n.note, e.evidence_id as evidence from havneby.evidence e full join havneby.evidence_note n using (evidence_id)
     where e.recorded_at > now() - interval '5 minutes' and e.room = 'commitments' or e is null`,
  )
  const kept = rows.map((row) => row.note).filter((note) => note?.startsWith('note ') === true)
  const acknowledged = [...answers].filter(([, answer]) => answer === 303).map(([note]) => note)
  assert.ok(acknowledged.length >= 60)
  assert.deepEqual(
    acknowledged.filter((note) => !kept.includes(note)),
    [],
  )
  assert.equal(new Set(kept).size, kept.length)
  assert.deepEqual(
    rows.filter((row) => row.note === null || row.evidence === null),
    [],
  )
}

describe('PostgreSQL killed beneath the server', () => {
  const data = join(temporaryFolder(), 'data')
  let opened: Awaited<ReturnType<typeof open>>
  before(async () => {
    opened = await open(data)
  })
  after(() => opened.program.signal('SIGTERM'))

  it('loses nothing that was acknowledged; pages answer 503 meanwhile, and then as before', async () => {
    const { port, isReady } = opened
    const caller = await signIn(port)
    const promise = await findPromise(caller)
    const answers = await recordThrough(caller, promise, () => process.kill(postgresPid(data), 'SIGKILL'))
    assert.deepEqual(new Set(answers.values()), new Set([303, 503]))
    await until(isReady)
    assert.equal(await recordEvidence(caller, promise, 'note afterwards'), 303)
    await assertKept(data, new Map([...answers, ['note afterwards', 303]]))
  })

  it('is given up after five tries in a minute, with exit code 1', async () => {
    const { port, program } = opened
    const control = join(data, 'postgres', 'global', 'pg_control')
    renameSync(control, `${control}.away`)
    process.kill(postgresPid(data), 'SIGKILL')
    await until(async () => (await probe(port, '/readyz')).status === 503)
    const page = await fetch(`http://127.0.0.1:${port}/aftaler`)
    assert.deepEqual([page.status, page.headers.get('retry-after')], [503, '5'])
    assert.match(await page.text(), /<html lang="da".*Vores database svarer ikke lige nu/)
    const english = await fetch(`http://127.0.0.1:${port}/loefter`, { headers: { cookie: 'brobyg-sprog=en' } })
    assert.match(await english.text(), /<html lang="en".*Our database does not answer just now/)
    assert.equal(await (await fetch(`http://127.0.0.1:${port}/healthz`)).text(), 'ok')
    const end = await program.ended
    assert.equal(end.code, 1)
    assert.match(end.stderr, /"database_started_again"/)
    assert.match(end.stderr, /PostgreSQL ended by itself, again and again/)
  })
})

describe('the server killed while forms come in', () => {
  it('loses nothing that was acknowledged', async () => {
    const data = join(temporaryFolder(), 'data')
    const { port, program } = await open(data)
    after(() => program.signal('SIGTERM'))
    const caller = await signIn(port)
    const answers = await recordThrough(caller, await findPromise(caller), () => program.signal('SIGKILL'))
    assert.deepEqual(new Set(answers.values()), new Set([303, 'no answer']))
    await program.ended
    const again = await open(data)
    after(() => again.program.signal('SIGTERM'))
    await assertKept(data, answers)
    again.program.signal('SIGTERM')
    assert.equal((await again.program.ended).code, 0)
  })
})

describe('a PostgreSQL of one’s own that is restarted', () => {
  it('is used again, for pages and for the queue, without a restart of the server', async () => {
    const server = await startTestServer({ outlivesKill: true })
    after(() => server.stop())
    const ask = async (question: string) => {
      const client = new Client({ connectionString: server.url })
      client.on('error', () => {})
      await client.connect()
      try {
        return await client.query<Record<string, string>>(question)
      } finally {
        await client.end()
      }
    }
    const port = await freePort()
    const program = start(['start', '--port', port], { environment: { DATABASE_URL: server.url } })
    after(() => program.signal('SIGTERM'))
    await program.ready
    const queued = async () => /^brobyg_queue_jobs [1-9]/m.test(await (await probe(port, '/metrics')).text())
    await until(queued)

    const pid = async () =>
      (await ask(`select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`)).rows[0]?.['pid']
    const before = await pid()
    process.kill(Number(before), 'SIGKILL')
    // It may be there again before anybody sees that it was away.
    await until(async () => (await probe(port, '/readyz')).status === 503 || (await pid()) !== before)
    await until(async () => (await probe(port, '/readyz')).status === 200)
    assert.equal((await fetch(`http://127.0.0.1:${port}/aftaler`)).status, 200)
    await until(queued)

    await ask(`insert into havneby.rate_limit values ('\\x00', '2020-01-01')`)
    await ask(`select havneby_queue.add_job('clear_turns', run_at => now(), job_key => 'clear_turns')`)
    await until(async () => (await ask('select from havneby.rate_limit')).rowCount === 0)
    program.signal('SIGTERM')
    assert.equal((await program.ended).code, 0)
  })
})
