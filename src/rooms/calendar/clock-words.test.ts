import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isWholeDays } from './clock-words.ts'

const from = (startsAt: string, endsAt: string): boolean =>
  isWholeDays({ startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) })

describe('a time of whole days', () => {
  it('goes from midnight to midnight in Denmark, also where a clock is changed between', () => {
    assert.equal(from('2026-11-30T23:00:00Z', '2026-12-01T23:00:00Z'), true)
    assert.equal(from('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'), true)
    assert.equal(from('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'), true)
  })

  it('is none that begins or ends within a day, or lasts no time', () => {
    assert.equal(from('2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z'), false)
    assert.equal(from('2026-11-30T23:00:00Z', '2026-12-01T16:00:00Z'), false)
    assert.equal(from('2026-11-30T23:00:00Z', '2026-11-30T23:00:00Z'), false)
  })
})
