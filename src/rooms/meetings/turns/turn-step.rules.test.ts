import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayNumber } from '../../../platform/day-number.ts'
import { handoverDueOn, turnStepOn } from './turn-step.rules.ts'

const day = dayNumber(2026, 11, 21)

describe('being told that it is one’s turn', () => {
  const cases: readonly (readonly [left: number, notice: number | null, step: string | null])[] = [
    [46, null, null],
    [45, null, 'first'],
    [45, 14, 'first'],
    [46, 14, null],
    [63, 42, 'first'],
    [64, 42, null],
    [15, null, 'first'],
    [14, null, 'last'],
    [0, null, 'last'],
    [-1, null, null],
  ]
  for (const [left, notice, step] of cases)
    it(`says ${step ?? 'nothing'} ${left} days before the last day with a notice of ${notice ?? 'nothing agreed'}`, () =>
      assert.equal(turnStepOn(day, day + left, notice), step))
})

describe('another convenor', () => {
  const settled = { until: null, wantedOn: null, isUnclaimed: false, isUnsaid: false, isVacant: false }
  const cases: readonly (readonly [
    says: string,
    change: Partial<typeof settled> | Record<string, unknown>,
    why: string | null,
  ])[] = [
    ['is not needed while somebody calls until further notice', {}, null],
    ['is needed where nobody was chosen after the last', { isUnclaimed: true }, 'unclaimed'],
    ['is needed where nobody is told to call', { isUnsaid: true }, 'unsaid'],
    ['is needed where nobody holds the post that calls', { isVacant: true }, 'no_holder'],
    ['is needed within 60 days of the last day', { until: day + 60 }, 'ends'],
    ['is not needed 61 days before', { until: day + 61 }, null],
    ['is needed within 60 days of the day it is wanted', { wantedOn: day + 60 }, 'wanted'],
    ['is still needed when that day has passed', { wantedOn: day - 5 }, 'wanted'],
    ['is not needed long before it is wanted', { wantedOn: day + 61 }, null],
  ]
  for (const [says, change, why] of cases)
    it(says, () => assert.equal(handoverDueOn(day, { ...settled, ...change })?.why ?? null, why))
})
