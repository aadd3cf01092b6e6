import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { errorCode } from '../../src/platform/fault.ts'
import { askDatabase, type Caller, findPromise, recordEvidence, sampleBehindProxy, signIn, until } from './caller.ts'
import { freePort, probe, type Running, start } from './program.ts'

/** Mounts a small disk of its own, or tells why not. */
const mountSmallDisk = (): { folder: string; reason: string | false } => {
  const folder = mkdtempSync(join(tmpdir(), 'brobyg-disk-'))
  after(() => {
    spawnSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  })
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=755', 'tmpfs', folder], {
    encoding: 'utf8',
  })
  return { folder, reason: status !== 0 && `no disk can be mounted here: ${error?.message ?? stderr.trim()}` }
}

/** Writes until there is no room, down to the last byte. */
const fill = (file: string): void => {
  const out = openSync(file, 'w')
  try {
    for (const size of [1 << 20, 1 << 12, 1]) {
      try {
        for (;;) writeSync(out, Buffer.alloc(size))
      } catch (error) {
        if (errorCode(error) !== 'ENOSPC') throw error
      }
    }
  } finally {
    closeSync(out)
  }
}

const disk = mountSmallDisk()

describe('a full disk', { skip: disk.reason }, () => {
  const data = join(disk.folder, 'data')
  const ballast = join(disk.folder, 'ballast')
  const long = (name: string) => `${name} ${'så lang som en bog '.repeat(20_000)}`
  const count = async () => {
    const counted = `select (select count(*) from havneby.evidence) as evidence, (select count(*) from havneby.evidence_note) as notes`
    return (await askDatabase<{ evidence: string; notes: string }>(data, counted))[0]
  }
  let port = ''
  let program: Running
  let caller: Caller
  let promise = ''
  const isReady = async () => (await probe(port, '/readyz')).status === 200
  before(async () => {
    port = await freePort()
    program = start(['start', '--port', port, '--data', data], sampleBehindProxy)
    await program.ready
    caller = await signIn(port)
    promise = await findPromise(caller)
  })
  after(() => program.signal('SIGTERM'))

  it('is told on a page, nothing is kept by half, and all works again when there is room', async () => {
    assert.equal(await recordEvidence(caller, promise, long('before')), 303)
    const before = await count()
    fill(ballast)
    const form = { dag: Temporal.Now.plainDateISO('Europe/Copenhagen').toString(), antal: '1', note: long('full') }
    const refused = await caller.send(`${promise}/bevis`, form)
    assert.equal(refused.status, 507)
    assert.match(await refused.text(), /Disken på vores server er fuld\..*Intet af det, du sendte, er gemt\./)
    assert.equal((await caller.get('/aftaler')).status, 200)
    rmSync(ballast)
    assert.deepEqual(await count(), before)
    assert.equal(await recordEvidence(caller, promise, long('after')), 303)
  })

  it('that PostgreSQL itself ends by is told too, and waited for', async () => {
    const before = await count()
    fill(ballast)
    // Fills its log of changes and no table.
    const grow = () => askDatabase(data, `select pg_logical_emit_message(true, 'x', repeat('x', 16000000))`)
    await assert.rejects(grow)
    await until(async () => (await fetch(`http://127.0.0.1:${port}/aftaler`)).status === 507)
    assert.equal(await recordEvidence(caller, promise, 'full'), 507)
    await until(() => Promise.resolve(!existsSync(join(data, 'postgres', 'postmaster.pid'))))
    rmSync(ballast)
    await until(isReady)
    assert.deepEqual(await count(), before)
    assert.equal(await recordEvidence(caller, promise, long('afterwards')), 303)
    program.signal('SIGTERM')
    const end = await program.ended
    assert.equal(end.code, 0, end.stderr)
    assert.match(end.stderr, /"event":"disk_full"/)
    assert.match(end.stderr, /"event":"database_started_again"/)
  })
})
