import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayNumber } from '../../../platform/day-number.ts'
import { bestHeldBy, layYear, nextLacking } from './year.rules.ts'

const year = { label: '2027', from: dayNumber(2027, 1, 1), to: dayNumber(2027, 12, 31), least: 3 }
const meeting = (meetingId: string, month: number, state: 'planned' | 'called' | 'held' | 'cancelled' = 'held') => ({
  meetingId,
  day: dayNumber(2027, month, 10),
  state,
})

describe('the year of a group', () => {
  it('counts the meetings that are not called off, and says how many are lacking', () => {
    const [laid] = layYear([year], [meeting('a', 2), meeting('b', 5, 'cancelled'), meeting('c', 9, 'planned')])
    assert.deepEqual(laid?.meetingIds, ['a', 'c'])
    assert.equal(laid?.lacking, 1)
  })

  it('finds the first period that still lacks one, and passes by what is over', () => {
    const next = { ...year, label: '2028', from: dayNumber(2028, 1, 1), to: dayNumber(2028, 12, 31) }
    const full = [meeting('a', 2), meeting('b', 5), meeting('c', 9)]
    assert.equal(nextLacking(layYear([year, next], full), dayNumber(2027, 10, 1))?.label, '2028')
    assert.equal(nextLacking(layYear([year, next], []), dayNumber(2027, 10, 1))?.label, '2027')
    assert.equal(nextLacking(layYear([year], []), dayNumber(2028, 1, 1)), undefined)
  })

  it('spreads what is lacking over the period', () => {
    const by = (...held: number[]) => {
      const [laid] = layYear(
        [year],
        held.map((month) => meeting(`m${month}`, month)),
      )
      return laid === undefined ? null : bestHeldBy(laid)
    }
    assert.equal(by(), dayNumber(2027, 5, 2))
    assert.equal(by(2), dayNumber(2027, 9, 1))
    assert.equal(by(2, 6), dayNumber(2027, 12, 31))
  })
})
