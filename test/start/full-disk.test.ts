import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { errorCode } from '../../src/platform/fault.ts'
import { askDatabase, findPromise, recordEvidence, sampleBehindProxy, signIn, until } from './caller.ts'
import { freePort, probe, start } from './program.ts'

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
  it('is told on a page, nothing is kept by half, and all works again when there is room', async () => {
    const data = join(disk.folder, 'data')
    const ballast = join(disk.folder, 'ballast')
    const port = await freePort()
    const program = start(['start', '--port', port, '--data', data], sampleBehindProxy)
    after(() => program.signal('SIGTERM'))
    await program.ready
    const caller = await signIn(port)
    const promise = await findPromise(caller)
    const note = (name: string) => `${name} ${'så lang som en bog '.repeat(20_000)}`
    const count = async () =>
      (
        await askDatabase<{ evidence: string; notes: string }>(
          data,
          'select (select count(*) from havneby.evidence) as evidence, (select count(*) from havneby.evidence_note) as notes',
        )
      )[0]

    assert.equal(await recordEvidence(caller, promise, note('before')), 303)
    const before = await count()
    fill(ballast)
    const form = { dag: Temporal.Now.plainDateISO('Europe/Copenhagen').toString(), antal: '1', note: note('full') }
    const refused = await caller.send(`${promise}/bevis`, form)
    assert.equal(refused.status, 507)
    assert.match(await refused.text(), /Disken på vores server er fuld, så intet af det, du sendte, er gemt/)
    assert.equal((await caller.get('/aftaler')).status, 200)
    rmSync(ballast)
    await until(async () => (await probe(port, '/readyz')).status === 200)
    assert.deepEqual(await count(), before)
    assert.equal(await recordEvidence(caller, promise, note('after')), 303)
    program.signal('SIGTERM')
    const end = await program.ended
    assert.equal(end.code, 0, end.stderr)
    assert.match(end.stderr, /"event":"disk_full"/)
  })
})
