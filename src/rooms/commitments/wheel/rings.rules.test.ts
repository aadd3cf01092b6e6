import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ringsOf, withinMost } from './rings.rules.ts'
import { wheelPromise } from './sample-wheel.ts'
import { wheelTexts } from './wheel.texts.ts'
import type { WheelPromise } from './wheel.ts'

const owed = (number: number, ...owedBy: string[]): WheelPromise => {
  const promise = wheelPromise(number, { notation: 'FREQ=YEARLY;BYMONTH=3' })
  return { ...promise, commitment: { ...promise.commitment, owedBy } }
}

describe('rings by party', () => {
  it('hold the plan, its posts and what several owe together', () => {
    const promises = [
      owed(1, 'helhedsplanen Bølgen'),
      owed(2, 'lodskoordinator i Bølgen'),
      owed(3, 'helhedsplanen Bølgen', 'klubben'),
      owed(4, 'klubben'),
      owed(5),
      owed(6, 'rådgiver i Sundhedscentret'),
    ]
    const rings = ringsOf(promises, 'party', wheelTexts.da)
    assert.deepEqual(
      rings.map(({ name, promises: inIt }) => [name, inIt.map(({ number }) => number)]),
      [
        ['Bølgen', [1, 2]],
        ['Flere sammen', [3]],
        ['Klubben', [4]],
        ['Ikke læst, hvem', [5]],
        ['Rådgiver i Sundhedscentret', [6]],
      ],
    )
  })

  it('share one where there are too many, the largest keeping their own', () => {
    const promises = [owed(1, 'a'), owed(2, 'b'), owed(3, 'b'), owed(4, 'c'), owed(5, 'd'), owed(6, 'd')]
    const rings = withinMost(ringsOf(promises, 'party', wheelTexts.da), 3, 'Andre')
    assert.deepEqual(
      rings.map(({ name, promises: inIt }) => `${name} ${inIt.length}`),
      ['B 2', 'D 2', 'Andre 2'],
    )
  })
})
