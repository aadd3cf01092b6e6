import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { matchPersonNames, matchUnitNames } from './match-names.rules.ts'

const oneUnit: readonly (readonly [string, string])[] = [
  ['Børne- og Ungdomsforvaltningen', 'Børn og Ungeforvaltningen'],
  ['Børne- og Ungdomsforvaltningen', 'BUF'],
  ['Børn og Ungeforvaltningen', 'BUF'],
  ['Børne- og Ungdomsforvaltningen', 'Børne og ungdomsforvaltningen'],
  ['Kultur- og Fritidsforvaltningen', 'KFF'],
  ['Kultur- og Fritidsforvaltningen', 'Kultur og Fritidsforvaltningen'],
  ['Social- og Arbejdsmarkedsforvaltningen', 'Social og Arbejdmarkedsforvaltningen'],
  ['Jobcenter Sundstrand', 'Jobcentret Sundstrand'],
  ['Fritidsklubben Molen', 'Fritidsklub Molen'],
  ['Familiehuset Sundstrand', 'Familiehuset Sundstand'],
]

const twoUnits: readonly (readonly [string, string])[] = [
  ['Fritidsklubben Molen', 'Ungdomsklubben Dokken'],
  ['Fritidsklubben Molen', 'Fritidsklubben Fyret'],
  ['Boligforeningen Fyret', 'Boligselskabet Sundlyst'],
  ['Børne- og Ungdomsforvaltningen', 'Beskæftigelses- og Integrationsforvaltningen'],
  ['Social- og Arbejdsmarkedsforvaltningen', 'Sundheds- og Plejeforvaltningen'],
  ['Område 1', 'Område 2'],
  ['Jobcenter Sundstrand', 'Sundhedshuset Sundstrand'],
  ['TMF', 'KFF'],
]

describe('two names of a unit', () => {
  for (const [one, other] of oneUnit)
    it(`are asked about where they may be of one: ${one}, ${other}`, () => {
      assert.notEqual(matchUnitNames(one, other), null)
      assert.equal(matchUnitNames(one, other), matchUnitNames(other, one))
    })

  for (const [one, other] of twoUnits)
    it(`are let be where they are of two: ${one}, ${other}`, () => assert.equal(matchUnitNames(one, other), null))

  it('are the same where only case and signs differ, and always say the same of each other', () => {
    assert.equal(matchUnitNames('Fritidsklubben "Molen"', 'fritidsklubben molen'), 'same')
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => matchUnitNames(one, other) === matchUnitNames(other, one)),
    )
  })
})

describe('two names of a person', () => {
  it('are asked about where a middle name or a letter differs', () => {
    assert.equal(matchPersonNames('Ida Maria Holt', 'Ida Holt'), 'likely')
    assert.equal(matchPersonNames('Ida M. Holt', 'Ida Maria Holt'), 'likely')
    assert.equal(matchPersonNames('Christina Bech Mølgaard', 'Christina Beck Mølgård'), 'likely')
    assert.equal(matchPersonNames('ida holt', 'Ida Holt'), 'same')
  })

  it('are let be where they are of two', () => {
    assert.equal(matchPersonNames('Ida Holt', 'Eva Holt'), null)
    assert.equal(matchPersonNames('Ida Holt', 'Ida Juul'), null)
    assert.equal(matchPersonNames('Ida', 'Ida Holt'), null)
  })
})
