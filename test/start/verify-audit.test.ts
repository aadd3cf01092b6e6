import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { freePort, run, start, temporaryFolder, withSample } from './program.ts'

describe('brobyg verify-audit', () => {
  it('says that the trail is whole while the pages are served, and of a file what is wrong with it', async () => {
    const folder = temporaryFolder()
    const data = join(folder, 'data')
    const [trail, heads] = [join(folder, 'trail.jsonl'), join(folder, 'heads.txt')]
    const program = start(['start', '--port', await freePort(), '--data', data], withSample)
    await program.ready
    const served = await run(['verify-audit', '--data', data])
    assert.deepEqual([served.code, served.stderr], [0, ''])
    assert.match(served.stdout, /^The audit trail is whole: 3 entries in 16 lanes\.\n\nbrobyg-heads\/1 /)
    writeFileSync(heads, served.stdout)
    const exported = await run(['verify-audit', '--export', trail, '--data', data])
    assert.deepEqual([exported.code, exported.stdout], [0, `${trail}\n`])
    program.signal('SIGTERM')
    await program.ended

    const whole = await run(['verify-audit', '--file', trail, '--heads', heads])
    assert.match(whole.stdout, /^The audit trail is whole: 4 entries in 16 lanes\./)
    assert.equal(whole.code, 0)
    assert.equal((await run(['verify-audit', '--heads', heads, '--data', data])).code, 0)

    writeFileSync(trail, readFileSync(trail, 'utf8').replace('"actor":"system"', '"actor":"somebody"'))
    const broken = await run(['verify-audit', '--file', trail])
    assert.match(
      broken.stdout,
      /^The audit trail is broken: 4 entries in 16 lanes\.\n {2}entry 1 of lane \d+ is changed/,
    )
    assert.equal(broken.code, 1)
  })

  it('says in a sentence what it cannot do', async () => {
    const folder = temporaryFolder()
    const text = join(folder, 'text.txt')
    writeFileSync(text, 'nothing of the kind\n')
    const cases: [string[], RegExp][] = [
      [['--file', join(folder, 'nowhere')], /^The file .* cannot be read/],
      [['--file', text], /is not an audit trail/],
      [['--file', text, '--heads', text], /^There are no heads of an audit trail in/],
      [['--file', text, '--export', text], /^Choose --file or --export/],
    ]
    for (const [args, sentence] of cases) {
      const { code, stdout, stderr } = await run(['verify-audit', ...args])
      assert.deepEqual([code, stdout], [2, ''])
      assert.match(stderr, sentence)
    }
  })
})
