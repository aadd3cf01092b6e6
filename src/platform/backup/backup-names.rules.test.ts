import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { backupName, backupsAmong, halfName, writerOf } from './backup-names.rules.ts'

const at = (moment: string) => backupName('havneby', Temporal.Instant.from(moment))

describe('the names of backups', () => {
  it('tell the municipality and the moment, and sort by age', () => {
    const names = ['2026-12-31T23:59:59.9Z', '2026-03-29T01:30:00Z', '2027-01-01T00:00:00Z'].map(at)
    assert.equal(names[1], 'brobyg-havneby-20260329T013000Z.backup')
    assert.deepEqual(backupsAmong(names, 'havneby'), [names[2], names[0], names[1]])
  })

  it('are told from those of other municipalities, of half backups and of anything else', () => {
    const whole = at('2026-03-29T01:30:00Z')
    const half = halfName(whole, 4711)
    const others = [backupName('havneby_nord', Temporal.Instant.from('2026-03-29T01:30:00Z')), half, `${whole}.old`]
    assert.deepEqual(backupsAmong([whole, ...others], 'havneby'), [whole])
    assert.deepEqual([half, whole].map(writerOf), [4711, null])
  })
})
