import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { displayTitle } from './display-title.rules.ts'

describe('the title as people read it', () => {
  it('sets capitals in ordinary letters and keeps the names of places', () => {
    const title = 'AFTALE OM SAMARBEJDE I ØSTRE HAVNEBY'
    assert.equal(
      displayTitle({ title, district: 'Østre Havneby', municipality: null }),
      'Aftale om samarbejde i Østre Havneby',
    )
  })

  it('leaves a title in ordinary letters as it is', () => {
    const title = 'Aftale om SSP i Havneby'
    assert.equal(displayTitle({ title, district: 'Havneby', municipality: 'Sundstrand Kommune' }), title)
    assert.equal(displayTitle({ title: null, district: null, municipality: null }), null)
  })
})
