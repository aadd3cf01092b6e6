import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { termToType, toNotation } from './to-notation.ts'

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

describe('a term shown to be typed over', () => {
  it('stands in words where they are read back as the same term', () => {
    assert.equal(termToType('FREQ=YEARLY;COUNT_PER_PERIOD>=4'), 'mindst fire gange om året')
    assert.equal(toNotation(termToType('FREQ=YEARLY;COUNT_PER_PERIOD>=4')), 'FREQ=YEARLY;COUNT_PER_PERIOD>=4')
  })

  it('stays notation where its words would be read as something else', () => {
    const notation = 'SHARE=35%;RATIO=13/37;AMOUNT=784000 DKK;AMOUNT=392000 DKK per=plan'
    assert.equal(termToType(notation), notation)
  })
})
