import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDayNumber } from '../../../platform/day-number.ts'
import { parseNotation } from '../notation.ts'
import { planOf, standingOn } from './state.rules.ts'
import { troublesIn } from './term-trouble.rules.ts'

const validity = { from: parseDayNumber('2013-01-01'), to: parseDayNumber('2016-12-31') }

const troubled: readonly (readonly [string, string])[] = [
  ['FREQ=YEARLY;COUNT_PER_PERIOD=0', 'quota_is_zero'],
  ['FREQ=YEARLY;COUNT_PER_PERIOD<=0', 'quota_is_zero'],
  ['FREQ=YEARLY;COUNT_PER_PERIOD<1', 'quota_is_zero'],
  ['AMOUNT=0 DKK/YEAR', 'quota_is_zero'],
  ['SHARE=140%', 'share_over_whole'],
  ['FREQ=YEARLY;COUNT_PER_PERIOD=4..2', 'range_upside_down'],
  ['DEADLINE=02-30', 'no_such_day'],
  ['DEADLINE=2015-02-29', 'no_such_day'],
  ['FREQ=YEARLY;BYMONTH=13', 'no_such_day'],
  ['FREQ=WEEKLY;VALID=2016/2014', 'ends_before_it_begins'],
  ['FREQ=WEEKLY;FREQ=YEARLY', 'rhythms_exclude_each_other'],
  ['FREQ=YEARLY;WEEKPARITY=ODD', 'rhythms_exclude_each_other'],
  ['FREQ=MONTHLY;BYMONTH=7;EXCEPT_BYMONTH=7', 'rhythms_exclude_each_other'],
  ['FREQ=YEARLY;COUNT_PER_PERIOD>=4;COUNT_PER_PERIOD<=2', 'rhythms_exclude_each_other'],
  ['DEADLINE=2012-06-30', 'never_within_agreement'],
  ['FREQ=WEEKLY;VALID=2018/2019', 'never_within_agreement'],
  ['QUANTITY=600/2019 unit=jobs', 'never_within_agreement'],
]

const sound = [
  '',
  'FREQ=ON_DEMAND',
  'FREQ=YEARLY;COUNT_PER_PERIOD=2..4',
  'FREQ=YEARLY;COUNT_PER_PERIOD<=6',
  'FREQ=YEARLY;COUNT_PER_PERIOD>0',
  'FREQ=YEARLY;COUNT_PER_PERIOD>=2;COUNT_PER_PERIOD<=4',
  'FREQ=WEEKLY;INTERVAL=2;WEEKPARITY=ODD',
  'FREQ=MONTHLY;EXCEPT_BYMONTH=7',
  'DEADLINE=02-29',
  'DEADLINE=2016-02-29',
  'SHARE=100%',
  'NOTICE>=P1M;FORM=WRITTEN',
  'FREQ=YEARLY + FREQ=ON_DEMAND',
]

describe('a term that can be read but not meant', () => {
  for (const [notation, trouble] of troubled)
    it(`is told of: ${notation} (${trouble})`, () => {
      assert.deepEqual(troublesIn(parseNotation(notation), validity), [trouble])
    })

  for (const notation of sound)
    it(`is not found in ${notation || 'no term'}`, () => {
      assert.deepEqual(troublesIn(parseNotation(notation), validity), [])
    })

  it('is never called kept where it asks for nothing', () => {
    for (const [notation] of troubled) {
      const { state } = standingOn(planOf(parseNotation(notation), validity), [], parseDayNumber('2014-05-05'))
      assert.notEqual(state, 'kept', notation)
    }
  })
})
