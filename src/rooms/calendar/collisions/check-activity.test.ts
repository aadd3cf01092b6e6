import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepHouse, readAs } from '../../../platform/database/index.ts'
import { testDatabase } from '../../../platform/database/test-database.ts'
import { parseDayNumber } from '../../../platform/day-number.ts'
import { testPlatform } from '../../../platform/test-platform.ts'
import { system } from '../../access/index.ts'
import { ensureOrganisation } from '../../parties/index.ts'
import { layNewSeries } from '../plan-series.ts'
import type { SeriesFacts, Timing } from '../series.ts'
import { checkActivity } from './check-activity.ts'
import { watchCollisions } from './radar.ts'

const threeMondays = (organisationId: string, startsMinute: number): SeriesFacts & Timing => ({
  ...({ title: 'Bordtennis', summary: '', kind: 'sport', organisationId, planId: null, areaId: null } as const),
  ...({ venueId: null, spaceId: null, place: '', ageFrom: 9, ageTo: 12, languages: [], priceOere: null } as const),
  ...({ pricePer: null, goesAlong: '', signUp: 'none', places: null, isLarge: false, isPublished: true } as const),
  lineageId: null,
  startsOn: Temporal.PlainDate.from('2026-10-12'),
  startsMinute,
  lastsMinutes: 60,
  rule: 'FREQ=WEEKLY;COUNT=3',
  leavesOutMonths: [],
  schoolDaysOnly: false,
})

/** The minutes of a clock on the wall at half past four, on days before and after the clocks are changed. */
const halfPastFour = ['2026-10-12', '2026-10-19', '2026-10-26'].map((day) => parseDayNumber(day) * 1440 + 16 * 60 + 30)

describe('activities in the calendar that gather the same children', () => {
  const own = testDatabase()
  const platform = () => testPlatform(own.database, '2026-10-01T10:00:00Z')

  it('are found by the time on the wall, before and after the clocks are changed', async () => {
    const organisationId = await keepHouse(own, system, async (tx) => {
      const id = await ensureOrganisation(tx, 'Havneby Idræt', 'association', false)
      await layNewSeries(tx, platform(), system, threeMondays(id, 16 * 60 + 30))
      return id
    })
    const asked = { seriesId: null, today: Temporal.PlainDate.from('2026-10-01') }
    const found = await readAs(own, system, (tx) => checkActivity(tx, threeMondays(organisationId, 16 * 60), asked))
    assert.deepEqual(
      found.collisions.map(({ ages, other }) => [other.title, ages]),
      [['Bordtennis', 4]],
    )
    const begins = found.collisions.flatMap(({ times }) => times)
    assert.deepEqual(
      begins,
      halfPastFour.map((minute) => minute - 30),
    )
    assert.deepEqual(found.proposals[0], { days: 0, minutes: -60 })
  })

  it('are watched for eight weeks ahead', async () => {
    const now = Temporal.Instant.from('2026-10-13T10:00:00Z')
    await keepHouse(own, system, async (tx) => {
      const id = await ensureOrganisation(tx, 'Havneby Idræt', 'association', false)
      await layNewSeries(tx, platform(), system, threeMondays(id, 16 * 60 + 30))
      await layNewSeries(tx, platform(), system, threeMondays(id, 17 * 60))
    })
    const { pairs } = await readAs(own, system, (tx) => watchCollisions(tx, now))
    assert.deepEqual(
      pairs.map(({ times }) => times),
      [halfPastFour.slice(1)],
    )
  })
})
