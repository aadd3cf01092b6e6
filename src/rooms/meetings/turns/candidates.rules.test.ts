import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { candidatesFirst, isCandidate } from './candidates.rules.ts'

const seat = (name: string, party = '', holder: string | null = null) => ({ name, party, holder })

describe('whom the agreement wants to call some day', () => {
  const cases: readonly (readonly [candidate: string, of: ReturnType<typeof seat>, isMeant: boolean])[] = [
    ['Fritidsklubben Molen', seat('klubleder', 'Fritidsklubben Molen'), true],
    ['Molen', seat('klubleder', 'Fritidsklubben Molen'), true],
    ['fritidsklubbens leder', seat('leder', 'Fritidsklubben Molen'), true],
    ['projektkoordinatoren', seat('projektkoordinator', 'Bølgen'), true],
    ['Ida Holt', seat('projektkoordinator', 'Bølgen', 'Ida Holt'), true],
    ['klubberne', seat('leder', 'Ungdomsklubben Dokken'), true],
    ['en lokal klub', seat('leder', 'Fritidsklubben Molen'), true],
    ['fritidsklubben', seat('leder', 'Ungdomsklubben Dokken'), false],
    ['leder', seat('klubmedarbejder', 'Ungdomsklubben Dokken'), false],
    ['skolen', seat('klubleder', 'Fritidsklubben Molen'), false],
    ['', seat('klubleder', 'Fritidsklubben Molen'), false],
  ]
  for (const [candidate, of, isMeant] of cases)
    it(`${isMeant ? 'is' : 'is not'} ${of.name} ${of.party} by “${candidate}”`, () =>
      assert.equal(isCandidate(of, [candidate]), isMeant))

  it('comes first, and the others keep their order', () => {
    const seats = [seat('a'), seat('b'), seat('klubleder', 'Molen'), seat('c')]
    assert.deepEqual(
      candidatesFirst(seats, ['Molen']).map(({ name }) => name),
      ['klubleder', 'a', 'b', 'c'],
    )
  })
})
