import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toNotation } from './to-notation.ts'

describe('a term typed by a person', () => {
  it('is read from Danish words', () => {
    assert.equal(toNotation('mindst fire gange årligt'), 'FREQ=YEARLY;COUNT_PER_PERIOD>=4')
  })

  it('stands as it is when it is notation already', () => {
    assert.equal(toNotation(' FREQ=MONTHLY;BYDAY=1TU '), 'FREQ=MONTHLY;BYDAY=1TU')
  })

  it('may be left out', () => {
    assert.equal(toNotation(' '), '')
  })

  it('is refused where it says nothing about when or how much', () => {
    assert.equal(toNotation('i god ro og orden'), null)
  })
})
