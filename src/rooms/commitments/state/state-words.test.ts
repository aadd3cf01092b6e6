import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDayNumber } from '../../../platform/day-number.ts'
import { periodInWords } from './period-words.ts'
import { reasonInWords } from './state-words.ts'
import type { Standing } from './state.ts'

const standing: Standing = {
  state: 'due',
  reason: 'this_period_begun',
  period: '2026',
  expected: 4,
  found: 3,
  nextOn: parseDayNumber('2026-12-31'),
  lacking: [],
}

describe('a period in words', () => {
  const cases: [string, string, string][] = [
    ['2013', '2013', '2013'],
    ['2013-Q1', '1. kvartal 2013', 'quarter 1 of 2013'],
    ['2013-H2', '2. halvår 2013', 'second half of 2013'],
    ['2013-02', 'februar 2013', 'February 2013'],
    ['2013-W05', 'uge 5 2013', 'week 5 2013'],
    ['2013-01/2013-03', 'januar–marts 2013', 'January–March 2013'],
    ['2013-12/2014-02', 'december 2013 – februar 2014', 'December 2013 – February 2014'],
    ['2013/2014', '2013–2014', '2013–2014'],
    ['2014-06-30', '30. juni 2014', '30 June 2014'],
  ]
  for (const [label, da, en] of cases)
    it(`says ${label} as ${da}`, () => {
      assert.deepEqual([periodInWords(label, 'da'), periodInWords(label, 'en')], [da, en])
    })
})

describe('the reason for a state', () => {
  it('is one sentence with the numbers and the next day', () => {
    assert.equal(reasonInWords(standing, 'da'), '3 af 4 i 2026. Frist 31. december 2026.')
    assert.equal(reasonInWords(standing, 'en'), '3 of 4 in 2026. Due 31 December 2026.')
  })

  it('names the latest periods that lack something, and how many more', () => {
    const broken: Standing = {
      ...standing,
      state: 'broken',
      reason: 'period_lacks',
      expected: 1,
      found: 0,
      lacking: ['2013-W01', '2013-W02', '2013-W03', '2013-W04'],
    }
    assert.equal(reasonInWords(broken, 'da'), 'Mangler 1 af 1 i uge 4 2013, uge 3 2013, uge 2 2013 og 1 til.')
  })

  it('says by which day something promised once was due', () => {
    const late: Standing = {
      ...standing,
      state: 'broken',
      reason: 'period_lacks',
      period: '2025-02-28',
      expected: 1,
      found: 0,
      lacking: ['2025-02-28'],
    }
    assert.equal(reasonInWords(late, 'da'), 'Mangler 1 af 1 inden 28. februar 2025.')
  })

  it('shows halves with a comma', () => {
    const hours: Standing = { ...standing, expected: 7.5, found: 6.25 }
    assert.match(reasonInWords(hours, 'da'), /^6,25 af 7,5 /)
  })

  it('sets thousands apart in large numbers, and says how often something without a limit was used', () => {
    const money: Standing = { ...standing, expected: 400_000, found: 1000 }
    assert.match(reasonInWords(money, 'da'), /^1000 af 400\.000 /)
    assert.match(reasonInWords(money, 'en'), /^1000 of 400,000 /)
    const used: Standing = { ...standing, state: 'on_demand', reason: 'used', expected: 0 }
    assert.equal(reasonInWords(used, 'da'), 'Brugt 3 gange i 2026.')
    assert.equal(reasonInWords({ ...used, found: 1 }, 'da'), 'Brugt 1 gang i 2026.')
    assert.equal(reasonInWords({ ...used, found: 0 }, 'da'), 'Ikke brugt i 2026.')
    assert.equal(reasonInWords({ ...used, found: 1 }, 'en'), 'Used once in 2026.')
  })

  it('tells of the next date alone where nothing was to be done in the period', () => {
    const idle: Standing = { ...standing, state: 'kept', reason: 'all_periods_kept', expected: 0, found: 0 }
    assert.doesNotMatch(reasonInWords(idle, 'da'), /0 af 0/)
    assert.equal(reasonInWords({ ...idle, nextOn: null }, 'da'), 'Intet mangler.')
  })
})
