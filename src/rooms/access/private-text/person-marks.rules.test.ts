import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findCaseNumbers, findHandles, findPlates } from './person-marks.rules.ts'

describe('the number of a case', () => {
  const marked = (text: string): string[] => findCaseNumbers(text).map(({ at, length }) => text.slice(at, at + length))

  it('is found behind a word for a case, and where it is built as the records are', () => {
    assert.deepEqual(marked('Vi taler om sag 2012-684524.'), ['2012-684524'])
    assert.deepEqual(marked('Klage nr. AB-5512 er afgjort.'), ['AB-5512'])
    assert.deepEqual(marked('Se 27.24.00-G01-318-23'), ['27.24.00-G01-318-23'])
  })

  it('is no year, day, amount or count of cases', () => {
    for (const text of ['sagen fra 2012', 'afgørelse 2024', 'en sag 12.4.2025', 'sag til 4.500 kr', 'klager 1200 kr'])
      assert.deepEqual(marked(text), [], text)
  })
})

describe('a number plate', () => {
  it('is found in any case and spacing', () => {
    for (const text of ['se xy12345 holde', 'XY 12 345', 'XY12.345', '(nummerplade xy 1234)'])
      assert.notEqual(findPlates(text).length, 0, text)
  })

  it('is no amount behind a short word', () => {
    for (const text of ['et tilskud på 25 000', 'kr 45 000', 'af 12 500 boliger'])
      assert.deepEqual(findPlates(text), [], text)
  })
})

describe('a profile', () => {
  it('is found by how it is built', () => {
    for (const text of ['hun hedder trold_lala09 der', 'fra kid2700', 'kendt som xXTroldXx'])
      assert.equal(findHandles(text).length, 1, text)
  })

  it('is no week, block or file', () => {
    for (const text of ['uge42', 'blok12', 'referat_maj.pdf']) assert.deepEqual(findHandles(text), [], text)
  })
})
