import { readAs } from '../../src/platform/database/index.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Actor } from '../../src/rooms/access/index.ts'
import { planSeries } from '../../src/rooms/calendar/plan-series.ts'
import { listOrganisers } from '../../src/rooms/calendar/relation.queries.ts'

/** Something the party arranges each week in the coming year. */
export const addSeries = async (
  platform: Platform,
  party: Actor,
  said: { title: string; isPublished: boolean },
): Promise<string> => {
  const organisers = await readAs(platform, party, listOrganisers)
  const organiser = organisers.find(({ plan }) => plan === 'Bølgen')
  const { seriesId } = await planSeries(platform, party, {
    ...said,
    summary: '',
    kind: 'sport',
    organisationId: organiser?.organisationId ?? '',
    planId: organiser?.planId ?? null,
    areaId: null,
    venueId: null,
    spaceId: null,
    place: 'Havnen',
    ageFrom: null,
    ageTo: null,
    languages: ['da'],
    priceOere: 0n,
    pricePer: null,
    goesAlong: '',
    signUp: 'none',
    places: null,
    isLarge: false,
    lineageId: null,
    startsOn: Temporal.PlainDate.from('2026-12-01'),
    startsMinute: 600,
    lastsMinutes: 60,
    rule: 'FREQ=WEEKLY;COUNT=4',
    leavesOutMonths: [],
    schoolDaysOnly: false,
  })
  return seriesId
}

/** The sample's season, and the party's wish for it with a word of its own. */
export const seasonOf = async (one: (query: string) => Promise<string>, word: string) => ({
  season: await one(`select season_id as id from @season`),
  seasonWish: await one(
    `update @season_wish set title = '${word}' where title = 'Trommer og rytmer' returning season_wish_id as id`,
  ),
})
