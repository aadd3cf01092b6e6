import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findKroner, formatKroner } from './money.ts'

describe('an amount', () => {
  it('is written as Danes and the English write it', () => {
    const cases: [bigint, string, string][] = [
      [138_623_500n, '1.386.235 kr.', 'DKK 1,386,235'],
      [0n, '0 kr.', 'DKK 0'],
      [50n, '0,50 kr.', 'DKK 0.50'],
      [100_005n, '1.000,05 kr.', 'DKK 1,000.05'],
      [-99_900n, '-999 kr.', 'DKK -999'],
    ]
    for (const [oere, danish, english] of cases) {
      assert.equal(formatKroner(oere, 'da'), danish)
      assert.equal(formatKroner(oere, 'en'), english)
    }
  })

  it('is read in the ways a Dane writes it', () => {
    for (const text of [
      '1.386.235',
      'kr. 1. 386.235',
      '1386235 kr.',
      '1.386.235,00',
      'KR 1386235,-',
      '1.386.235 kroner',
    ])
      assert.equal(findKroner(text), 138_623_500n, text)
    assert.equal(findKroner('0,5'), 50n)
  })

  it('is not guessed from what could mean two things', () => {
    for (const text of ['1.50', '1,234,567', '1.2345', 'ingen', '', '12,345', '1-2'])
      assert.equal(findKroner(text), undefined, text)
  })

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        (oere) => findKroner(formatKroner(oere, 'da')) === oere,
      ),
    )
  })
})
