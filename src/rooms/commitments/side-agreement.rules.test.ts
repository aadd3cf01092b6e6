import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sideStanding, withinTerm } from './side-agreement.rules.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const agreed = { from: day('2013-01-01'), to: day('2016-12-31') }
const term = { from: '2012-07-01', to: '2014-06-30' }

const said = ({ from, to }: ReturnType<typeof withinTerm>) => `${from ?? ''}–${to ?? ''}`

describe('the days of a side agreement', () => {
  it('are its own term within those of the agreement', () => {
    assert.equal(said(withinTerm(agreed, term)), '2013-01-01–2014-06-30')
    assert.equal(said(withinTerm(agreed, { from: '2014-01-01', to: null })), '2014-01-01–2016-12-31')
    assert.equal(said(withinTerm({ from: null, to: null }, term)), '2012-07-01–2014-06-30')
  })

  it("are the agreement's where it has no term of its own", () => {
    assert.equal(said(withinTerm(agreed, null)), '2013-01-01–2016-12-31')
    assert.equal(said(withinTerm(agreed, { from: null, to: null })), '2013-01-01–2016-12-31')
  })

  it('are its own alone where it lies outside the agreement', () => {
    assert.equal(said(withinTerm(agreed, { from: '2010-01-01', to: '2012-12-31' })), '2010-01-01–2012-12-31')
    assert.equal(said(withinTerm(agreed, { from: '2017-01-01', to: null })), '2017-01-01–')
  })
})

describe('a side agreement on a day', () => {
  it('begins, runs and has ended after its last day', () => {
    assert.equal(sideStanding(term, day('2012-06-30')), 'begins')
    assert.equal(sideStanding(term, day('2012-07-01')), 'runs')
    assert.equal(sideStanding(term, day('2014-06-30')), 'runs')
    assert.equal(sideStanding(term, day('2014-07-01')), 'ended')
  })

  it('is told nothing of where it has no term', () => {
    assert.equal(sideStanding(null, day('2014-07-01')), null)
    assert.equal(sideStanding({ from: null, to: null }, day('2014-07-01')), null)
  })
})
