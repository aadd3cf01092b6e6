import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayNumber, formatDayNumber, parseDayNumber } from '../../../platform/day-number.ts'
import { placeTried, type TriedPromise } from './sample-wheel.ts'

const told = (tried: TriedPromise, year = 2026): string[] => {
  const { occurrences, rhythms } = placeTried(tried, year)
  const day = (number: number) => formatDayNumber(number).slice(5)
  return [
    ...occurrences.map(({ shape, from, to }) => `${shape} ${day(from)}${from === to ? '' : `..${day(to)}`}`),
    ...rhythms.map(({ beat, from, to }) => `${beat} ${day(from)}..${day(to)}`),
  ]
}

describe('a promise in its year', () => {
  const cases: readonly (readonly [what: string, tried: TriedPromise, places: readonly string[]])[] = [
    ['named months', { notation: 'FREQ=YEARLY;BYMONTH=1,8' }, ['stretch 01-01..01-31', 'stretch 08-01..08-31']],
    ['a season', { notation: 'FREQ=YEARLY;SEASON=SPRING' }, ['stretch 03-01..05-31']],
    [
      'a winter, at both ends',
      { notation: 'FREQ=YEARLY;SEASON=WINTER' },
      ['stretch 01-01..02-28', 'stretch 12-01..12-31'],
    ],
    [
      'quarters',
      { notation: 'FREQ=QUARTERLY;COUNT_PER_PERIOD=1' },
      ['window 01-01..03-31', 'window 04-01..06-30', 'window 07-01..09-30', 'window 10-01..12-31'],
    ],
    ['halves', { notation: 'FREQ=HALFYEARLY;COUNT_PER_PERIOD=1' }, ['window 01-01..06-30', 'window 07-01..12-31']],
    ['a quarter named', { notation: 'BYQUARTER=1' }, ['stretch 01-01..03-31']],
    ['a day of the year', { notation: 'FREQ=YEARLY;DEADLINE=12-15', kind: 'inform' }, ['deadline 12-15']],
    [
      'money twice a year',
      { notation: 'PAYMENT=HALFYEARLY;ON=04-01,10-01', kind: 'payment' },
      ['payment 04-01', 'payment 10-01'],
    ],
    [
      'money a quarter',
      { notation: 'AMOUNT=7500 DKK/QUARTER', kind: 'payment' },
      ['payment 03-31', 'payment 06-30', 'payment 09-30', 'payment 12-31'],
    ],
    ['a date', { notation: 'DEADLINE=2026-06-30' }, ['deadline 06-30']],
    ['a date of another year', { notation: 'DEADLINE=2027-06-30' }, []],
    ['the middle of a month', { notation: 'DATE=2026-06(MIDDLE)' }, ['stretch 06-11..06-20']],
    ['a month of this year', { notation: 'DATE=2026-05;FREQ=YEARLY;COUNT_PER_PERIOD=1' }, ['stretch 05-01..05-31']],
    ['a month of last year', { notation: 'DATE=2025-05;FREQ=YEARLY;COUNT_PER_PERIOD=1' }, ['anytime 01-01..12-31']],
    ['three times a year', { notation: 'FREQ=YEARLY;COUNT_PER_PERIOD=3' }, ['anytime 01-01..12-31']],
    ['a year alone', { notation: 'DATE=2026' }, ['anytime 01-01..12-31']],
    ['every week', { notation: 'FREQ=WEEKLY;BYDAY=TU' }, ['week 01-01..12-31']],
    ['every month but one', { notation: 'FREQ=MONTHLY;COUNT_PER_PERIOD=1;EXCEPT_BYMONTH=7' }, ['month 01-01..12-31']],
    ['every other month', { notation: 'FREQ=MONTHLY;INTERVAL=2;COUNT_PER_PERIOD=1' }, ['two_months 01-01..12-31']],
    ['hours a week', { notation: 'QUANTITY=15/WEEK unit=hours', kind: 'staffing' }, ['week 01-01..12-31']],
    [
      'weekly in a part of the year',
      { notation: 'FREQ=WEEKLY;COUNT_PER_PERIOD=2;BYMONTH=5,6,7,8,9' },
      ['stretch 05-01..09-30'],
    ],
    ['on demand', { notation: 'FREQ=ON_DEMAND' }, []],
    ['no term', { notation: '' }, []],
    ['two weekdays as two rules', { notation: 'BYDAY=MO + BYDAY=TH' }, ['week 01-01..12-31', 'week 01-01..12-31']],
  ]
  for (const [what, tried, places] of cases) it(`has its place: ${what}`, () => assert.deepEqual(told(tried), places))

  it('is cut by its agreement and by its own days', () => {
    assert.deepEqual(told({ notation: 'FREQ=WEEKLY', to: dayNumber(2026, 6, 30) }), ['week 01-01..06-30'])
    assert.deepEqual(told({ notation: 'FREQ=WEEKLY;VALID=2026-02-01/..' }), ['week 02-01..12-31'])
    assert.deepEqual(told({ notation: 'FREQ=WEEKLY;VALID=2027-02-01/..' }), [])
    assert.deepEqual(told({ notation: 'FREQ=QUARTERLY', from: dayNumber(2026, 10, 1) }), ['window 10-01..12-31'])
  })

  it('keeps to leap days', () => {
    assert.deepEqual(told({ notation: 'FREQ=YEARLY;BYMONTH=2' }, 2028), ['stretch 02-01..02-29'])
  })

  it('stands at each time as the evidence says', () => {
    const evidence = ['2025-02-01', '2025-05-01', '2025-08-01', '2025-11-01', '2026-02-01', '2026-08-15'].map((on) => ({
      on: parseDayNumber(on),
      quantity: 1,
    }))
    const { occurrences } = placeTried({ notation: 'FREQ=QUARTERLY;COUNT_PER_PERIOD=1', evidence })
    assert.deepEqual(
      occurrences.map(({ state }) => state),
      ['kept', 'broken', 'kept', 'due'],
    )
  })

  it('waits where its agreement has not begun', () => {
    const { occurrences } = placeTried({ notation: 'FREQ=YEARLY;BYMONTH=3', from: dayNumber(2027, 1, 1) }, 2027)
    assert.deepEqual(
      occurrences.map(({ state }) => state),
      ['waiting'],
    )
  })
})
