import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { dayNumberOf, isoWeekOf } from '../../platform/day-number.ts'
import { repeats } from './repeat.ts'
import { repeatOfRule, ruleOfRepeat } from './repeat.rules.ts'
import { requireTiming, ruleUntil, timesOf, untilOf, withUntil } from './times.rules.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

const timing = (rule: string | null, startsOn: string, change = {}) => ({
  startsOn: day(startsOn),
  startsMinute: 16 * 60,
  lastsMinutes: 120,
  rule,
  leavesOutMonths: [],
  schoolDaysOnly: false,
  ...change,
})

const daysIn = (one: ReturnType<typeof timing>, from: string, to: string, pauses: Parameters<typeof timesOf>[1] = []) =>
  timesOf(one, pauses, { from: day(from), to: day(to) }).map(({ startsAt }) =>
    startsAt.toZonedDateTimeISO('Europe/Copenhagen').toPlainDateTime().toString().slice(0, 16),
  )

describe('how something comes round, as the form offers it', () => {
  it('keeps to even weeks over a year of 53 weeks', () => {
    const rule = ruleOfRepeat('even_weeks', day('2026-11-24'), [])
    const days = timesOf(timing(rule, '2026-11-24'), [], { from: day('2026-11-24'), to: day('2027-03-01') })
    const weeks = days.map(
      ({ startsAt }) => isoWeekOf(dayNumberOf(startsAt.toZonedDateTimeISO('Europe/Copenhagen').toPlainDate())).week,
    )
    assert.deepEqual(weeks, [48, 50, 52, 2, 4, 6, 8])
  })

  it('is the same weekday of the month, the last where it is a fifth', () => {
    assert.deepEqual(
      daysIn(timing(ruleOfRepeat('nth_weekday', day('2026-12-01'), []), '2026-12-01'), '2026-12-01', '2027-02-28'),
      ['2026-12-01T16:00', '2027-01-05T16:00', '2027-02-02T16:00'],
    )
    assert.equal(ruleOfRepeat('nth_weekday', day('2026-12-29'), []), 'FREQ=MONTHLY;BYDAY=-1TU')
  })

  it('is found again from its rule, whatever the day and the weekdays', () => {
    const choices = repeats.filter((repeat) => repeat !== 'words')
    fc.assert(
      fc.property(
        fc.constantFrom(...choices),
        fc.integer({ min: 0, max: 4000 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
        (repeat, days, weekdays) => {
          const startsOn = day('2020-01-01').add({ days })
          const rule = ruleOfRepeat(
            repeat,
            startsOn,
            weekdays.toSorted((a, b) => a - b),
          )
          const found = repeatOfRule(rule, startsOn)
          assert.notEqual(found.repeat, 'words')
          if (found.repeat !== 'words') assert.equal(ruleOfRepeat(found.repeat, startsOn, found.weekdays), rule)
        },
      ),
    )
  })
})

describe('the times of an activity', () => {
  it('leave out months, days without school, and pauses', () => {
    const july = timing('FREQ=MONTHLY;BYDAY=1TU', '2026-06-02', { leavesOutMonths: [7] })
    assert.deepEqual(daysIn(july, '2026-06-01', '2026-08-31'), ['2026-06-02T16:00', '2026-08-04T16:00'])
    const school = timing('FREQ=WEEKLY;BYDAY=MO', '2026-10-05', { schoolDaysOnly: true })
    assert.deepEqual(daysIn(school, '2026-10-05', '2026-10-19'), ['2026-10-05T16:00', '2026-10-19T16:00'])
    const rests = [{ from: day('2026-10-19'), to: day('2026-10-19'), reason: '' }]
    assert.deepEqual(daysIn(school, '2026-10-05', '2026-10-26', rests), ['2026-10-05T16:00', '2026-10-26T16:00'])
  })

  it('stay at the same hour on the wall over both clock changes', () => {
    const weekly = timing('FREQ=WEEKLY;BYDAY=SU', '2026-03-22')
    assert.deepEqual(daysIn(weekly, '2026-03-22', '2026-04-05'), [
      '2026-03-22T16:00',
      '2026-03-29T16:00',
      '2026-04-05T16:00',
    ])
    assert.deepEqual(daysIn(weekly, '2026-10-18', '2026-11-01'), [
      '2026-10-18T16:00',
      '2026-10-25T16:00',
      '2026-11-01T16:00',
    ])
  })

  it('are an hour later where the clock skips theirs, and the first where it comes twice', () => {
    const night = timing('FREQ=DAILY', '2026-03-28', { startsMinute: 150 })
    assert.deepEqual(daysIn(night, '2026-03-28', '2026-03-30'), [
      '2026-03-28T02:30',
      '2026-03-29T03:30',
      '2026-03-30T02:30',
    ])
    const [twice] = timesOf(timing(null, '2026-10-25', { startsMinute: 150 }), [], {
      from: day('2026-10-25'),
      to: day('2026-10-25'),
    })
    assert.equal(twice?.startsAt.toString(), '2026-10-25T00:30:00Z')
  })

  it('are refused where there are none, where there are too many a day, and where the rule is none', () => {
    const refuses = (rule: string, code: string) =>
      assert.throws(() => requireTiming(timing(rule, '2026-01-01')), { code })
    refuses('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'never_takes_place')
    refuses('FREQ=HOURLY', 'too_often')
    refuses('FREQ=DAILY;BYHOUR=8,12', 'too_often')
    refuses('FREQ=SOMETIMES', 'not_a_rule')
  })
})

describe('the last day of a rule', () => {
  it('is the day asked for in Denmark, summer and winter', () => {
    for (const last of ['2026-07-01', '2026-12-31', '2026-03-29', '2026-10-25']) {
      const rule = withUntil('FREQ=DAILY', day(last))
      assert.equal(untilOf(rule)?.toString(), last)
      const late = timing(rule, '2026-01-01', { startsMinute: 23 * 60 })
      assert.equal(daysIn(late, '2026-01-01', '2027-02-01').at(-1)?.slice(0, 10), last)
    }
  })

  it('is never put off', () => {
    const rule = withUntil('FREQ=WEEKLY', day('2026-12-01'))
    assert.equal(untilOf(ruleUntil({ rule }, day('2027-01-01')))?.toString(), '2026-12-01')
    assert.equal(untilOf(ruleUntil({ rule }, day('2026-11-01')))?.toString(), '2026-11-01')
  })
})
