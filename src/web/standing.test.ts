import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changedWithin, holdsFor } from './standing.ts'

const at = (text: string) => Temporal.Instant.from(text)

describe('a page that changes with time', () => {
  it('holds for the minute or the quarter of an hour it is asked for in', () => {
    const quarter = holdsFor(at('2026-11-21T12:14:59.999Z'), 15)
    assert.deepEqual([quarter.from, quarter.until].map(String), ['2026-11-21T12:00:00Z', '2026-11-21T12:15:00Z'])
    const minute = holdsFor(at('2026-12-31T23:59:30Z'), 1)
    assert.deepEqual([minute.from, minute.until].map(String), ['2026-12-31T23:59:00Z', '2027-01-01T00:00:00Z'])
  })
  it('is told as changed when it began to hold, unless what it is made of changed later', () => {
    const holds = holdsFor(at('2026-11-21T12:14:00Z'), 15)
    const standing = (changedAt: Temporal.Instant | null) => ({
      made: '',
      told: '',
      change: { mark: '', settledAt: null },
      changedAt,
    })
    assert.equal(changedWithin(standing(at('2026-11-21T11:00:00Z')), holds)?.toString(), '2026-11-21T12:00:00Z')
    assert.equal(changedWithin(standing(at('2026-11-21T12:10:00Z')), holds)?.toString(), '2026-11-21T12:10:00Z')
    assert.equal(changedWithin(standing(at('2026-11-21T11:00:00Z')), null)?.toString(), '2026-11-21T11:00:00Z')
    assert.equal(changedWithin(standing(null), holds), null)
  })
})
