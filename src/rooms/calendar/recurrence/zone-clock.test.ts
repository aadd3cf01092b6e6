import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createZoneClock } from './zone-clock.ts'

const zones = [
  'Europe/Copenhagen',
  'Australia/Lord_Howe',
  'America/New_York',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'UTC',
]

const wallOf = (instant: number, zone: string): number => {
  const wall = Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(zone)
  return wall.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds / 1000
}

const instantOf = (wall: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(wall * 1000)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toZonedDateTime(zone).epochMilliseconds / 1000

/** Seconds around changes of the clocks, and anywhere. */
const seconds = (zone: string): fc.Arbitrary<number> => {
  const changes: number[] = []
  let at = Temporal.ZonedDateTime.from(`2009-01-01T00:00[${zone}]`).getTimeZoneTransition('next')
  for (; at !== null && at.year < 2030; at = at.getTimeZoneTransition('next')) changes.push(at.epochMilliseconds / 1000)
  const near = fc.tuple(fc.constantFrom(0, ...changes), fc.integer({ min: -100_000, max: 100_000 }))
  return fc.oneof(
    near.map(([change, more]) => change + more),
    fc.integer({ min: -3_000_000_000, max: 40_000_000_000 }),
  )
}

describe('the clock of a zone', () => {
  for (const zone of zones) {
    it(`shows what Temporal shows, in any order: ${zone}`, () => {
      fc.assert(
        fc.property(fc.array(seconds(zone), { minLength: 1, maxLength: 12 }), (some) => {
          const clock = createZoneClock(zone)
          for (const second of some) {
            assert.equal(clock.toInstant(second), instantOf(second, zone), `wall ${second}`)
            assert.equal(clock.toWall(second), wallOf(second, zone), `instant ${second}`)
          }
        }),
      )
    })
  }
})
