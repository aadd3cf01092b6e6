import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayNumber, parseDayNumber } from '../../../platform/day-number.ts'
import type { CommitmentState } from '../state/state.ts'
import { placeTried, type TriedPromise } from './sample-wheel.ts'

const statesOf = (tried: TriedPromise, year: number): CommitmentState[] => {
  const { occurrences, rhythms } = placeTried(tried, year)
  return [...occurrences, ...rhythms].map(({ state }) => state)
}

const done = (...days: string[]) => days.map((on) => ({ on: parseDayNumber(on), quantity: 1 }))

describe('how a year of a promise stands', () => {
  const monthsOf2025 = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}-05`)
  const monthly: TriedPromise = { notation: 'FREQ=MONTHLY;COUNT_PER_PERIOD=1', evidence: done(...monthsOf2025) }

  it('is its own year alone: kept behind, broken now, due ahead', () => {
    assert.deepEqual(
      [2025, 2026, 2027].map((year) => statesOf(monthly, year)),
      [['kept'], ['broken'], ['due']],
    )
  })

  it('is that of the season in that year', () => {
    const season: TriedPromise = {
      notation: 'FREQ=MONTHLY;COUNT_PER_PERIOD=1;BYMONTH=5,6',
      evidence: done('2025-05-02', '2025-06-02'),
    }
    assert.deepEqual(
      [2025, 2026, 2027].map((year) => statesOf(season, year)),
      [['kept'], ['broken'], ['due']],
    )
  })

  it('is that of the year for what has no month', () => {
    const yearly: TriedPromise = { notation: 'FREQ=YEARLY;COUNT_PER_PERIOD=1', evidence: done('2026-02-02') }
    assert.deepEqual(
      [2025, 2026, 2027].map((year) => statesOf(yearly, year)),
      [['broken'], ['kept'], ['due']],
    )
  })

  it('stays what it was when the agreement has ended', () => {
    const over: TriedPromise = { ...monthly, to: dayNumber(2026, 3, 31) }
    assert.deepEqual(statesOf(over, 2025), ['kept'])
    assert.deepEqual(statesOf(over, 2026), ['broken'])
  })

  it('claims nothing where nothing is counted', () => {
    assert.deepEqual(statesOf({ notation: 'QUANTITY<=5/YEAR unit=workshops' }, 2026), ['on_demand'])
  })
})
