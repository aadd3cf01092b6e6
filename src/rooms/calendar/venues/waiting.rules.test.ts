import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Waiting, whoComesBack } from './waiting.rules.ts'

const waiting = (occurrenceId: string, since: number, from: number, to: number): Waiting => ({
  occurrenceId,
  seriesId: `series of ${occurrenceId}`,
  spaceIds: ['hall'],
  since,
  from,
  to,
  isOpen: true,
})

describe('what waits for a place', () => {
  it('comes back in the order it was skipped, and the next goes on waiting for it', () => {
    const { back, still } = whoComesBack([waiting('late', 2, 0, 60), waiting('early', 1, 30, 90)], [])
    assert.deepEqual(
      back.map((one) => one.occurrenceId),
      ['early'],
    )
    assert.deepEqual(
      still.map((one) => [one.waiting.occurrenceId, one.for]),
      [['late', 'early']],
    )
  })
  it('goes on waiting where another holds the place, or it is closed', () => {
    const held = [{ spaceId: 'hall', occurrenceId: 'other', from: 50, to: 70 }]
    assert.deepEqual(
      whoComesBack([waiting('a', 1, 0, 60)], held).still.map((one) => one.for),
      ['other'],
    )
    assert.deepEqual(whoComesBack([{ ...waiting('a', 1, 0, 60), isOpen: false }], []).back, [])
  })
  it('never lets two come back at once, and leaves nobody out who has room', () => {
    const line = fc.array(fc.tuple(fc.nat(9), fc.nat(50), fc.integer({ min: 1, max: 20 })), { maxLength: 12 })
    fc.assert(
      fc.property(line, (asked) => {
        const all = asked.map(([since, from, length], at) =>
          waiting(`${at}`.padStart(2, '0'), since, from, from + length),
        )
        const { back, still } = whoComesBack(all, [])
        const clash = (a: Waiting, b: Waiting) => a !== b && a.from < b.to && b.from < a.to
        assert.ok(back.every((one) => !back.some((other) => clash(one, other))))
        assert.ok(
          still.every(({ waiting: one }) => back.some((other) => clash(one, other) && other.since <= one.since)),
        )
        assert.equal(back.length + still.length, all.length)
      }),
    )
  })
})
