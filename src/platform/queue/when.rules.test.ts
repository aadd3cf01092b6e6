import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { homeZone } from '../day.ts'
import { nextAt } from './when.rules.ts'

const seven = { hour: 7, minute: 0 }
const monday = (after: string): string => nextAt(Temporal.Instant.from(after), 1, seven).toString()

describe('the next Monday at seven', () => {
  const cases: [what: string, after: string, next: string][] = [
    ['on a Monday before seven', '2026-11-23T05:59:59Z', '2026-11-23T06:00:00Z'],
    ['on a Monday at seven', '2026-11-23T06:00:00Z', '2026-11-30T06:00:00Z'],
    ['over the change to summer time, 29 March', '2026-03-23T06:00:00Z', '2026-03-30T05:00:00Z'],
    ['on the Sunday the clocks go forward', '2026-03-29T00:30:00Z', '2026-03-30T05:00:00Z'],
    ['over the change to winter time, 25 October', '2026-10-19T05:00:00Z', '2026-10-26T06:00:00Z'],
    ['in the hour that comes twice', '2026-10-25T00:30:00Z', '2026-10-26T06:00:00Z'],
    ['over the new year', '2026-12-31T12:00:00Z', '2027-01-04T06:00:00Z'],
  ]
  for (const [what, after, next] of cases) it(`is found ${what}`, () => assert.equal(monday(after), next))

  it('is always a Monday at seven, later, and within a week and an hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (at) => {
        const after = Temporal.Instant.fromEpochMilliseconds(at)
        const next = nextAt(after, 1, seven)
        const wall = next.toZonedDateTimeISO(homeZone)
        assert.deepEqual([wall.dayOfWeek, wall.hour, wall.minute], [1, 7, 0])
        const hours = after.until(next, { largestUnit: 'hours' }).total('hours')
        assert.ok(hours > 0 && hours <= 7 * 24 + 1)
      }),
    )
  })

  it('is the next day where any day will do', () => {
    assert.equal(nextAt(Temporal.Instant.from('2026-03-28T06:00:00Z'), null, seven).toString(), '2026-03-29T05:00:00Z')
  })
})
