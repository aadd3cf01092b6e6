import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hoursAsFact, hoursInWords, hoursOfFact, isOpenFor, openOn } from './opening.rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const hours = (weekday: number, opens: number, closes: number, [from, to]: readonly [string?, string?] = []) => ({
  weekday,
  opensMinute: opens * 60,
  closesMinute: closes * 60,
  from: from === undefined ? null : day(from),
  to: to === undefined ? null : day(to),
})
const week = [1, 2, 3, 4].map((weekday) => hours(weekday, 8, 22))

describe('when a place is open', () => {
  it('is told with weekdays of the same hours together', () => {
    assert.equal(
      hoursInWords([...week, hours(5, 8, 23), hours(7, 10, 24)], day('2026-11-28'), 'da'),
      'mandag–torsdag 08.00–22.00, fredag 08.00–23.00, søndag 10.00–00.00',
    )
    assert.equal(hoursInWords([], day('2026-11-28'), 'da'), 'altid')
    assert.equal(hoursInWords([hours(1, 9, 12, ['2027-01-01'])], day('2026-11-28'), 'en'), 'no fixed hours at present')
  })
  it('holds from a day to a day', () => {
    const lent = [hours(2, 9, 15, ['2026-01-01', '2026-12-31'])]
    assert.deepEqual(openOn(lent, day('2026-12-29')), [{ from: 540, to: 900 }])
    assert.deepEqual(openOn(lent, day('2027-01-05')), [])
  })
  it('is asked on Danish clocks, also when they change and over midnight', () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => hours(weekday, 0, 24))
    const open = (from: string, to: string, of = week) =>
      isOpenFor(of, Temporal.Instant.from(from), Temporal.Instant.from(to))
    assert.equal(open('2026-12-01T07:00:00Z', '2026-12-01T21:00:00Z'), true)
    assert.equal(open('2026-12-01T06:59:00Z', '2026-12-01T08:00:00Z'), false)
    // In summer the same hours begin an hour earlier in UTC.
    assert.equal(open('2026-06-02T06:00:00Z', '2026-06-02T07:00:00Z'), true)
    assert.equal(open('2026-10-24T20:00:00Z', '2026-10-25T09:00:00Z', always), true)
    assert.equal(open('2026-12-31T20:00:00Z', '2027-01-01T02:00:00Z'), false)
    assert.equal(open('2026-12-31T20:00:00Z', '2027-01-01T02:00:00Z', always), true)
  })
  it('is carried by a refusal and read again', () => {
    const told = hoursOfFact(hoursAsFact(week, day('2026-11-28')))
    assert.equal(hoursInWords(told, day('2026-11-28'), 'da'), 'mandag–torsdag 08.00–22.00')
  })
})
