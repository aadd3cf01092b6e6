import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { levelOf } from './level.rules.ts'

const file = (name: string, checksum = name) => ({ name, checksum })
const [first, second, grants] = [file('migrations/0001'), file('migrations/0002'), file('repeatable/x')]
const backupWith = (...migrations: { name: string; checksum: string }[]) => ({
  format: 'brobyg-backup/1' as const,
  program: '1.0.0',
  municipality: 'havneby',
  madeAt: '2026-11-21T01:30:00Z',
  migrations,
})

describe('the level of a backup', () => {
  it('is the migrations it had run, in their order, without what is repeatable', () => {
    assert.deepEqual(levelOf(backupWith(second, grants, first), [first, second, grants]), { files: [first, second] })
  })

  it('is an older one where the program has more', () => {
    assert.deepEqual(levelOf(backupWith(first), [first, second]), { files: [first] })
  })

  it('is not known where the program has fewer, or another text of one', () => {
    assert.deepEqual(levelOf(backupWith(first, second), [first]), { unknown: second.name })
    assert.deepEqual(levelOf(backupWith(first), [file(first.name, 'edited')]), { changed: first.name })
  })
})
