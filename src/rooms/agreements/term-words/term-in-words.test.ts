import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { conditionCases } from './condition-cases.ts'
import { rhythmCases } from './rhythm-cases.ts'
import { termInWords } from './term-in-words.ts'

const cases = [...rhythmCases, ...conditionCases]

describe('a term in words', () => {
  for (const [notation, danish, english] of cases) {
    it(`says ${notation || 'nothing'}`, () => {
      assert.equal(termInWords(notation, 'da'), danish)
      assert.equal(termInWords(notation, 'en'), english)
    })
  }

  it('has Danish and English of its own in every case but that of nothing to say', () => {
    assert.ok(cases.length >= 120, `${cases.length} cases`)
    const told = cases.filter(([, danish]) => danish !== null)
    const alike = told.filter(([, danish, english]) => danish === english)
    assert.deepEqual(alike, [])
  })
})
