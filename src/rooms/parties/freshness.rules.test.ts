import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { confirmationTexts } from './confirmation.texts.ts'
import { freshnessOf } from './freshness.rules.ts'
import { phoneLink, phoneTyped } from './phone.rules.ts'

const day = Temporal.PlainDate.from

describe('how fresh an entry is', () => {
  for (const [confirmed, on, da, en] of [
    [null, '2026-11-21', 'aldrig bekræftet', 'never confirmed'],
    ['2026-11-21', '2026-11-21', 'bekræftet i dag', 'confirmed today'],
    ['2026-11-20', '2026-11-21', 'bekræftet for 1 dag siden', 'confirmed 1 day ago'],
    ['2026-10-29', '2026-11-21', 'bekræftet for 23 dage siden', 'confirmed 23 days ago'],
    ['2026-10-21', '2026-11-21', 'bekræftet for 1 måned siden', 'confirmed 1 month ago'],
    ['2026-03-21', '2026-11-21', 'bekræftet for 8 måneder siden', 'confirmed 8 months ago'],
    ['2024-02-29', '2025-02-28', 'bekræftet for 11 måneder siden', 'confirmed 11 months ago'],
    ['2024-02-29', '2025-03-01', 'bekræftet for 1 år siden', 'confirmed 1 year ago'],
    ['2023-12-31', '2026-11-21', 'bekræftet for 2 år siden', 'confirmed 2 years ago'],
  ] as const)
    it(`is told in the largest whole unit: ${da}`, () => {
      const fresh = freshnessOf(confirmed === null ? null : day(confirmed), day(on))
      assert.equal(confirmationTexts.da.fresh(fresh), da)
      assert.equal(confirmationTexts.en.fresh(fresh), en)
    })
})

describe('a phone number', () => {
  it('is kept as it is typed, with single spaces, and may be left out', () => {
    assert.equal(phoneTyped(' 22  33 44 55 '), '22 33 44 55')
    assert.equal(phoneTyped('+46 (8) 123-456'), '+46 (8) 123-456')
    assert.equal(phoneTyped('  '), null)
  })

  for (const typed of ['i morgen', '12345', '1234567890123456', '22334455; drop', '++4522334455'])
    it(`is refused where it is none: ${typed}`, () => assert.throws(() => phoneTyped(typed), { code: 'phone_wrong' }))

  it('is dialled with its country, which is Denmark where none is said', () => {
    assert.equal(phoneLink('22 33 44 55'), 'tel:+4522334455')
    assert.equal(phoneLink('+46 (8) 123-456'), 'tel:+468123456')
    assert.equal(phoneLink('0046 8 123 456'), 'tel:+468123456')
    assert.equal(phoneLink('114 114'), 'tel:114114')
  })
})
