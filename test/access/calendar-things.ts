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

/** A venue of whoever arranges the activity, and a booking of it that waits for an answer. */
export const venueOf = async (one: (query: string) => Promise<string>, series: string) => {
  const keptVenue = await one(
    `insert into @venue (venue_id, name, organisation_id, plan_id)
     select gen_random_uuid(), 'Loftet', organisation_id, plan_id from @series where series_id = '${series}' returning venue_id as id`,
  )
  const space = await one(
    `insert into @space (space_id, venue_id, name) values (gen_random_uuid(), '${keptVenue}', '') returning space_id as id`,
  )
  const askedBooking = await one(
    `insert into @booking (booking_id, space_id, organisation_id, booked_during, purpose, state, asked_at, asked_by)
     select gen_random_uuid(), '${space}', organisation_id, '[2027-03-01T10:00Z,2027-03-01T11:00Z)', 'x', 'requested', now(), 'x'
     from @organisation where name = 'Boligforeningen Fyret' returning booking_id as id`,
  )
  return { keptVenue, askedBooking }
}

/** Somebody signed up for a time of an activity, which takes sign-ups from then on. */
export const signUpFor = async (one: (query: string) => Promise<string>, time: string, word: string) => {
  await one(
    `update @series set sign_up = 'open' where series_id = (select series_id from @occurrence where occurrence_id = '${time}')
     returning series_id as id`,
  )
  return one(
    `insert into @sign_up (sign_up_id, occurrence_id, guardian, phone, contact_key, children, language, state, token_hash, form_hash, signed_at)
     values (gen_random_uuid(), '${time}', '${word}', '22334455', '22334455', 1, 'da', 'coming', sha256('one'), sha256('other'), now())
     returning sign_up_id as id`,
  )
}
