import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nextSuchDay, suggestDay, warningsOf } from './traditions.rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const suggested = (was: string, year: number) => {
  const { day: on, meaning } = suggestDay(day(was), year)
  return [on.toString(), meaning]
}

describe('the day of a tradition', () => {
  const cases: [what: string, was: string, year: number, on: string, meaning: string][] = [
    ['the first Saturday of December', '2025-12-06', 2026, '2026-12-05', 'weekday_of_month'],
    ['the fourth Saturday of August, where there are five', '2025-08-23', 2026, '2026-08-22', 'weekday_of_month'],
    ['the last Friday of May', '2025-05-30', 2026, '2026-05-29', 'weekday_of_month'],
    ['the last Friday of February, also where it is the fourth', '2025-02-28', 2024, '2024-02-23', 'weekday_of_month'],
    ['Shrovetide Sunday, seven weeks before Easter', '2026-02-15', 2027, '2027-02-07', 'easter'],
    ['Maundy Thursday', '2026-04-02', 2027, '2027-03-25', 'easter'],
    ['Whit Monday', '2026-05-25', 2027, '2027-05-17', 'easter'],
    ['Wednesday of the autumn holidays', '2026-10-14', 2027, '2027-10-20', 'iso_week'],
    ['29 February', '2028-02-29', 2029, '2029-02-27', 'weekday_of_month'],
    ['31 December, the last Thursday', '2026-12-31', 2027, '2027-12-30', 'weekday_of_month'],
  ]
  for (const [what, was, year, on, meaning] of cases)
    it(`is found for ${what}`, () => assert.deepEqual(suggested(was, year), [on, meaning]))

  it('is this year’s where that is still to come, else next year’s', () => {
    assert.equal(nextSuchDay(day('2026-08-22'), day('2027-03-01')).day.toString(), '2027-08-28')
    assert.equal(nextSuchDay(day('2026-02-10'), day('2027-03-01')).day.toString(), '2028-02-08')
    assert.equal(nextSuchDay(day('2026-12-05'), day('2026-12-05')).day.toString(), '2027-12-04')
  })

  it('is warned of where it is a holiday, just before Christmas, in July or past', () => {
    const warned = (on: string) => warningsOf(day(on), day('2027-03-01'))
    assert.deepEqual(warned('2027-03-28'), ['holiday'])
    assert.deepEqual(warned('2027-12-23'), ['christmas'])
    assert.deepEqual(warned('2027-12-25'), ['holiday'])
    assert.deepEqual(warned('2027-07-10'), ['summer'])
    assert.deepEqual(warned('2027-03-01'), ['past'])
    assert.deepEqual(warned('2027-08-28'), [])
  })
})
