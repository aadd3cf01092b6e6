import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formatDay, formatDaySpan, formatDistance, formatMoment, formatWeekday } from './dates.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('a day in words', () => {
  it('is told in Danish and in English', () => {
    assert.equal(formatDay(day('2026-12-02'), 'da'), '2. december 2026')
    assert.equal(formatDay(day('2026-12-02'), 'en'), '2 December 2026')
    assert.equal(formatWeekday(day('2026-12-01'), 'da'), 'tirsdag den 1. december 2026')
    assert.equal(formatWeekday(day('2026-03-29'), 'en'), 'Sunday 29 March 2026')
  })

  it('is told by its distance', () => {
    const today = day('2026-12-31')
    const cases: [string, string, string][] = [
      ['2027-01-11', 'om 11 dage', 'in 11 days'],
      ['2027-01-01', 'i morgen', 'tomorrow'],
      ['2026-12-31', 'i dag', 'today'],
      ['2026-12-30', 'i går', 'yesterday'],
      ['2026-12-28', 'for 3 dage siden', '3 days ago'],
      ['2027-12-31', 'om 365 dage', 'in 365 days'],
    ]
    for (const [text, danish, english] of cases) {
      assert.equal(formatDistance(day(text), today, 'da'), danish)
      assert.equal(formatDistance(day(text), today, 'en'), english)
    }
  })

  it('is told as a span, also an open one', () => {
    assert.equal(
      formatDaySpan({ from: day('2013-01-01'), to: day('2016-12-31') }, 'da'),
      '1. januar 2013 – 31. december 2016',
    )
    assert.equal(formatDaySpan({ from: day('2013-01-01'), to: null }, 'da'), 'fra 1. januar 2013')
    assert.equal(formatDaySpan({ from: null, to: day('2016-12-31') }, 'en'), 'until 31 December 2016')
  })
})

describe('a moment in words', () => {
  it('is what Danish clocks showed, on both sides of the changes to and from summer time', () => {
    const moment = (text: string) => formatMoment(Temporal.Instant.from(text), 'da')
    assert.equal(moment('2026-03-29T00:59:00Z'), '29. marts 2026 kl. 01.59')
    assert.equal(moment('2026-03-29T01:00:00Z'), '29. marts 2026 kl. 03.00')
    assert.equal(moment('2026-10-25T00:59:00Z'), '25. oktober 2026 kl. 02.59')
    assert.equal(moment('2026-10-25T01:00:00Z'), '25. oktober 2026 kl. 02.00')
    assert.equal(moment('2026-12-31T23:00:00Z'), '1. januar 2027 kl. 00.00')
  })
})
