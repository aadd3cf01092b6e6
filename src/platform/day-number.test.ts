import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { civilDate, dayNumberOf, formatDayNumber, isoWeekOf, parseDayNumber, toDay, weekdayOf } from './day-number.ts'

describe('a day as a number', () => {
  it('agrees with the calendar on every day from year 1 to 3000', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 376_200 }), (number) => {
        const day = Temporal.PlainDate.from('1970-01-01').add({ days: number })
        assert.equal(dayNumberOf(day), number)
        assert.deepEqual(civilDate(number), { year: day.year, month: day.month, day: day.day })
        assert.equal(weekdayOf(number), day.dayOfWeek)
        assert.deepEqual(isoWeekOf(number), { year: day.yearOfWeek, week: day.weekOfYear })
        assert.ok(toDay(number).equals(day))
        assert.equal(parseDayNumber(formatDayNumber(number)), number)
      }),
    )
  })

  it('knows leap days and the ends of years', () => {
    for (const iso of ['2016-02-29', '2000-02-29', '1900-03-01', '2012-12-31', '2013-01-01'])
      assert.equal(formatDayNumber(parseDayNumber(iso)), iso)
    assert.deepEqual(isoWeekOf(parseDayNumber('2016-01-03')), { year: 2015, week: 53 })
  })
})
