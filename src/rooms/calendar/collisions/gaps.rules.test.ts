import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findGaps, type PlacedTime } from './gaps.rules.ts'

const monday = Temporal.PlainDate.from('2026-11-30')

const on = (day: string, hours: readonly [number, number], series: Partial<PlacedTime['series']> = {}): PlacedTime => {
  const at = (hour: number) =>
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Copenhagen', plainTime: { hour } })
  return {
    startsAt: at(hours[0]).toInstant(),
    endsAt: at(hours[1]).toInstant(),
    series: { ageFrom: null, ageTo: null, areaId: 'north', kind: 'sport', ...series },
  }
}

const told = (times: readonly PlacedTime[]) =>
  findGaps(times, ['north'], monday).map(
    ({ band, days }) => `${band.from}: ${days.map((day) => day.dayOfWeek).join('')}`,
  )

describe('the empty afternoons of a week', () => {
  it('are all of them where nothing is on', () => {
    assert.deepEqual(told([]), ['0: 12345', '6: 12345', '10: 12345', '13: 12345', '16: 12345'])
  })
  it('are filled for the ages that are welcome, where it is or for the whole district', () => {
    const times = [
      on('2026-11-30', [15, 17], { ageFrom: 9, ageTo: 12 }),
      on('2026-12-04', [12, 14], { areaId: null }),
      on('2026-12-01', [15, 17], { areaId: 'south' }),
    ]
    assert.deepEqual(told(times), ['0: 1234', '6: 234', '10: 234', '13: 1234', '16: 1234'])
  })
  it('are not filled by a morning, by a late evening, or by counselling', () => {
    const times = [
      on('2026-11-30', [9, 13]),
      on('2026-12-01', [21, 23]),
      on('2026-12-02', [14, 16], { kind: 'counselling' }),
    ]
    assert.equal(told(times)[0], '0: 12345')
  })
})
