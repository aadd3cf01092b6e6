import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formatDayNumber, parseDayNumber } from '../../platform/day-number.ts'
import { earliestEnd, groupToAsk, noticeGivenOn, noticeIn } from './notice.rules.ts'

describe('the earliest end after notice', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    // Months, right at their ends and in leap years.
    ['NOTICE=P1M', '2013-03-15', '2013-04-15'],
    ['NOTICE=P1M', '2013-01-31', '2013-02-28'],
    ['NOTICE=P1M', '2016-01-31', '2016-02-29'],
    ['NOTICE=P1M', '2013-03-31', '2013-04-30'],
    ['NOTICE=P3M', '2015-11-30', '2016-02-29'],
    ['NOTICE=P1M', '2015-12-31', '2016-01-31'],
    ['NOTICE=P1Y', '2016-02-29', '2017-02-28'],
    // Days and weeks, over a clock change and a leap day.
    ['NOTICE=P14D', '2026-03-22', '2026-04-05'],
    ['NOTICE=P3W', '2016-02-20', '2016-03-12'],
    ['NOTICE=P30D', '2026-10-01', '2026-10-31'],
    // To the end of something.
    ['NOTICE=P1M;NOTICE_TO=MONTH_END', '2013-03-15', '2013-04-30'],
    ['NOTICE=P1M;NOTICE_TO=MONTH_END', '2013-01-31', '2013-02-28'],
    ['NOTICE=P3M;NOTICE_TO=QUARTER_END', '2026-03-31', '2026-06-30'],
    ['NOTICE=P3M;NOTICE_TO=QUARTER_END', '2026-04-01', '2026-09-30'],
    ['NOTICE=P3M;NOTICE_TO=QUARTER_END', '2026-10-01', '2027-03-31'],
    ['NOTICE=P1M;NOTICE_TO=HALFYEAR_END', '2026-06-01', '2026-12-31'],
    ['NOTICE=P6M;NOTICE_TO=YEAR_END', '2026-06-30', '2026-12-31'],
    ['NOTICE=P6M;NOTICE_TO=YEAR_END', '2026-07-01', '2027-12-31'],
    ['NOTICE=P6M;NOTICE_TO=SCHOOL_YEAR_END', '2026-01-31', '2026-07-31'],
    ['NOTICE=P6M;NOTICE_TO=SCHOOL_YEAR_END', '2026-02-01', '2027-07-31'],
    ['NOTICE_TO=MONTH_END;FORM=WRITTEN', '2026-11-21', '2026-11-30'],
    ['NOTICE>=P2M', '2026-11-21', '2027-01-21'],
  ]
  for (const [notation, given, end] of cases)
    it(`is ${end} when ${notation} is given on ${given}`, () => {
      const notice = noticeIn(notation)
      assert.ok(notice)
      assert.equal(formatDayNumber(earliestEnd(notice, parseDayNumber(given))), end)
    })

  it('is not told where the term has no notice, or one that cannot be counted', () => {
    for (const notation of ['', 'FREQ=WEEKLY', 'NOTICE=REASONABLE', 'NOTICE=P1M2D'])
      assert.equal(noticeIn(notation), null)
  })
})

describe('notice', () => {
  it('is given after the discussion, however early it was meant', () => {
    const [early, late] = [parseDayNumber('2026-01-05'), parseDayNumber('2026-02-10')]
    assert.equal(noticeGivenOn(early, late), late)
    assert.equal(noticeGivenOn(late, early), late)
    assert.equal(noticeGivenOn(early, null), early)
  })

  it('asks the group that the text names, where it speaks of ending', () => {
    assert.equal(
      groupToAsk(['Arbejdet drøftes i styregruppen.', 'Det kan efter drøftelse i følgegruppen ophøre.']),
      'følgegruppen',
    )
    assert.equal(groupToAsk(['Ophør forelægges for Havneby Forum, før det varsles.']), 'Havneby Forum')
    assert.equal(groupToAsk(['Ophør varsles skriftligt.']), null)
  })
})
