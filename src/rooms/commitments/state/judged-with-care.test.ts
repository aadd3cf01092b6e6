import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDayNumber } from '../../../platform/day-number.ts'
import { parseNotation } from '../notation.ts'
import type { Validity } from './periods.rules.ts'
import type { EvidenceDay } from './state.ts'
import { planOf, standingOn } from './state.rules.ts'

const fourYears: Validity = { from: parseDayNumber('2013-01-01'), to: parseDayNumber('2016-12-31') }
const on = (...days: string[]): EvidenceDay[] => days.map((day) => ({ on: parseDayNumber(day), quantity: 1 }))

describe('what a careful person would say', () => {
  type Kind = Parameters<typeof planOf>[2]
  const judged = (notation: string, kind: Kind, day: string, evidence: readonly EvidenceDay[] = []) =>
    standingOn(planOf(parseNotation(notation), fourYears, kind), evidence, parseDayNumber(day))
  const paid = (day: string, quantity: number): EvidenceDay[] => [{ on: parseDayNumber(day), quantity }]
  const weekly = (hours: number): EvidenceDay[] =>
    Array.from({ length: 52 }, (_, week) => ({ on: fourYears.from + 7 * week + 1, quantity: hours }))

  it('asks that a post of so many hours a week is filled, not for hours each week', () => {
    for (const kind of ['staffing', 'payment'] as const) {
      assert.equal(judged('QUANTITY=12/WEEK unit=hours', kind, '2013-03-31').state, 'due')
      assert.equal(judged('QUANTITY=12/WEEK unit=hours', kind, '2013-12-31').state, 'broken')
      assert.equal(judged('QUANTITY=12/WEEK unit=hours', kind, '2013-12-31', on('2013-01-02')).state, 'kept')
    }
    assert.equal(judged('QUANTITY=12/WEEK unit=hours', 'presence', '2013-01-13').period, '2013-W02')
  })

  it('looks at hours in average over a quarter, and lets one in ten lack', () => {
    const average = 'QUANTITY=7.5/WEEK unit=hours;APPROX=true'
    const { period, expected, state } = judged(average, 'presence', '2013-06-30', weekly(7))
    assert.deepEqual([period, expected, state], ['2013-Q2', 97.5, 'kept'])
    assert.equal(judged(average, 'presence', '2013-06-30', weekly(5)).state, 'broken')
    assert.equal(judged(average, 'presence', '2013-01-15').state, 'due')
  })

  it('asks for a sum over all its years at their end, and for the share where a whole is told beside it', () => {
    const sum = 'AMOUNT=400000 DKK;VALID=2013/2016;APPROX=true'
    for (const day of ['2013-06-30', '2015-06-30', '2016-06-30'])
      assert.equal(judged(sum, 'payment', day).state, 'due', day)
    assert.equal(judged(sum, 'payment', '2016-12-31', paid('2015-05-05', 100_000)).state, 'broken')
    assert.equal(judged(sum, 'payment', '2016-12-31', paid('2015-05-05', 380_000)).state, 'kept')
    const share = 'SHARE=40%;AMOUNT=2000000 DKK;AMOUNT=800000 DKK;AMOUNT=400000 DKK per=plan'
    assert.equal(judged(share, 'payment', '2016-12-31').expected, 800_000)
    assert.equal(judged('QUANTITY=600/2013 unit=jobs', 'task', '2014-01-31').period, '2013')
  })

  it('never calls a price or an offer broken', () => {
    assert.equal(judged('AMOUNT=5000 DKK per=workshop', 'payment', '2016-12-31').state, 'on_demand')
    assert.equal(judged('AMOUNT=518 DKK/MONTH', 'availability', '2016-12-31').state, 'on_demand')
    assert.equal(judged('FREQ=QUARTERLY | FREQ=ON_DEMAND', 'meeting', '2016-12-31').state, 'on_demand')
  })

  it('cannot judge a limit for each area on what all of them did', () => {
    const used = judged('QUANTITY<=6/YEAR unit=workshops per=area', 'session', '2013-12-31', paid('2013-05-05', 11))
    assert.deepEqual([used.state, used.found, used.expected], ['on_demand', 11, 0])
    assert.equal(judged('QUANTITY<=6/YEAR', 'session', '2013-12-31', paid('2013-05-05', 11)).state, 'broken')
  })

  it('leaves a week whole when only its weekend is cut off, and asks for no weekday that is gone', () => {
    assert.equal(judged('FREQ=WEEKLY;COUNT_PER_PERIOD=2', 'presence', '2016-12-31').expected, 2)
    const fromThursday: Validity = { from: parseDayNumber('2013-01-03'), to: fourYears.to }
    const afterTheFirstWeek = (notation: string) =>
      standingOn(planOf(parseNotation(notation), fromThursday), [], parseDayNumber('2013-01-06')).state
    assert.equal(afterTheFirstWeek('FREQ=WEEKLY;BYDAY=TU'), 'due')
    assert.equal(afterTheFirstWeek('FREQ=WEEKLY;BYDAY=FR'), 'broken')
  })

  it('asks only in the weeks of its parity, and only in the late months of a late season', () => {
    assert.equal(judged('FREQ=WEEKLY;WEEKPARITY=EVEN', 'session', '2013-01-06').state, 'due')
    assert.equal(judged('FREQ=WEEKLY;WEEKPARITY=ODD', 'session', '2013-01-06').state, 'broken')
    assert.equal(judged('FREQ=YEARLY;SEASON=LATE_SPRING', 'session', '2013-05-31').period, '2013-04/2013-05')
    const winter = judged('FREQ=YEARLY;SEASON=WINTER', 'session', '2014-02-28', on('2013-02-01'))
    assert.deepEqual([winter.state, winter.period], ['broken', '2013-12/2014-02'])
  })

  it('gives a payment in arrears until the end of the month after', () => {
    const quarterly = 'PAYMENT=QUARTERLY;TIMING=IN_ARREARS'
    assert.equal(judged(quarterly, 'payment', '2013-04-29').state, 'at_risk')
    assert.equal(judged(quarterly, 'payment', '2013-04-30').state, 'broken')
    assert.equal(judged(quarterly, 'payment', '2013-05-31', paid('2013-04-30', 25_000)).state, 'due')
  })

  it('does not judge what was due before the agreement began', () => {
    assert.equal(judged('DATE=2012-12(END)', 'planning', '2013-12-31').state, 'unjudged')
  })

  it('waits after a reservation until it is settled, and then stands as it was settled', () => {
    const plan = planOf(parseNotation('FREQ=YEARLY'), fourYears)
    const [until, said, end] = ['2014-12-31', '2015-03-01', '2015-06-30'].map(parseDayNumber)
    const state = (day: string, settledOn: number | null = null, endsAfter: number | null = null) =>
      standingOn(plan, on('2013-05-05', '2014-05-05'), parseDayNumber(day), [
        { waitsAfter: until ?? null, settledOn, endsAfter },
      ]).state
    assert.deepEqual([state('2014-12-31'), state('2015-01-01'), state('2017-01-01')], ['kept', 'waiting', 'ended'])
    assert.deepEqual([state('2015-02-28', said), state('2015-03-01', said)], ['waiting', 'due'])
    assert.deepEqual([state('2015-06-30', said, end), state('2015-07-01', said, end)], ['due', 'ended'])
  })
})
