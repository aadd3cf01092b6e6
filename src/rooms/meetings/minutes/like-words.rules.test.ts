import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isLike } from './like-words.rules.ts'

const text = ['lektiecafeen', 'flytter', 'til', 'biblioteket']

const cases: readonly (readonly [asked: string, isFound: boolean])[] = [
  ['lektiecafe', true],
  ['lektiekafe', true],
  ['bibloteket', true],
  ['bibliotek flytter', true],
  ['sommerfest', false],
  ['lektiecafe sommerfest', false],
  ['', false],
]

describe('words that are like those asked for', () => {
  for (const [asked, isFound] of cases)
    it(`${isFound ? 'are found' : 'are not found'} for "${asked}"`, () =>
      assert.equal(isLike(asked.split(' ').filter(Boolean), text), isFound))
})
