import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formatDayNumber, parseDayNumber } from '../../platform/day-number.ts'
import { easterSunday, isSchoolDay, publicHolidays } from './school-days.rules.ts'

const isSchool = (iso: string) => isSchoolDay(Number(iso.slice(0, 4)), parseDayNumber(iso))

describe('Danish holidays', () => {
  it('follow Easter', () => {
    const known = { 2013: '2013-03-31', 2024: '2024-03-31', 2025: '2025-04-20', 2026: '2026-04-05', 2038: '2038-04-25' }
    for (const [year, day] of Object.entries(known)) assert.equal(formatDayNumber(easterSunday(Number(year))), day)
  })

  it('have store bededag until 2023 and not after', () => {
    assert.ok(publicHolidays(2023).has(parseDayNumber('2023-05-05')))
    assert.ok(!publicHolidays(2024).has(parseDayNumber('2024-04-26')))
  })

  it('are eleven or ten a year, unless two fall on one day', () => {
    assert.equal(publicHolidays(2022).size, 11)
    assert.equal(publicHolidays(2026).size, 10)
  })
})

describe('school days', () => {
  it('are ordinary weekdays', () => {
    for (const day of ['2026-01-05', '2026-06-26', '2026-08-10', '2026-11-27', '2026-12-21'])
      assert.ok(isSchool(day), day)
  })

  it('are not weekends, holidays, the weeks off, Christmas or summer', () => {
    const off = [
      '2026-11-28',
      '2026-02-16',
      '2026-10-12',
      '2026-12-22',
      '2026-12-31',
      '2026-01-02',
      '2026-03-30',
      '2026-04-06',
      '2026-05-14',
      '2026-05-15',
      '2026-05-25',
      '2026-06-05',
      '2026-06-29',
      '2026-07-15',
      '2026-08-07',
    ]
    for (const day of off) assert.ok(!isSchool(day), day)
  })

  it('are about 200 a year', () => {
    for (let year = 2010; year <= 2040; year += 1) {
      const first = parseDayNumber(`${year}-01-01`)
      const days = Array.from({ length: 365 }, (_, at) => first + at).filter((day) => isSchoolDay(year, day)).length
      assert.ok(days >= 190 && days <= 206, `${year}: ${days}`)
    }
  })
})
