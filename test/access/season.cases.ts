import { calendarPolicy } from '../../src/rooms/calendar/calendar.policy.ts'
import type { Deed } from './deed.ts'
import { canaries } from './things.ts'
import { holders } from './who-may.people.cases.ts'
import type { Asker } from './world.ts'

/** Both sides of the promise: those who owe it, those it is shared with, the lead and the administrator. */
const bothSides: readonly Asker[] = [
  'party',
  'partyByPlan',
  'otherParty',
  'volunteer',
  'lead',
  'administrator',
  'otherHat',
]

/** Who acts for those who owe the promise, leads the forum or administers the partnership. */
const owers: readonly Asker[] = ['otherParty', 'lead', 'administrator', 'otherHat']

const ofSeason = (things: { season: string }) => ({ season: things.season })
const nothing = () => ({})

/** Seasons, their wishes, and who hears of larger events. */
export const seasonDeeds: readonly Deed[] = [
  {
    what: 'read a season',
    may: bothSides,
    permission: calendarPolicy.readSeason,
    to: ofSeason,
    sql: (things) => `select 1 from season where season_id = '${things.season}'`,
    route: { method: 'GET', path: (things) => `/kalender/saeson/${things.season}`, yes: [200] },
  },
  {
    what: 'read what is wished for it',
    may: bothSides,
    permission: calendarPolicy.readSeason,
    to: ofSeason,
    sql: (things) => `select 1 from season_wish where season_wish_id = '${things.seasonWish}'`,
    route: {
      method: 'GET',
      path: (things) => `/kalender/saeson/${things.season}`,
      yes: [200],
      holds: canaries.wish,
    },
  },
  {
    what: 'wish for something in a season',
    may: bothSides,
    permission: calendarPolicy.wishForSeason,
    to: ofSeason,
    sql: (things) =>
      `insert into season_wish (season_wish_id, season_id, area_id, organisation_id, title, weeks_during, wished_at, wished_by)
       select gen_random_uuid(), '${things.season}', a.area_id, acting, 'x', '[2027-05-03,2027-05-10)', now(), 'x'
       from acting_organisations() acting, area a limit 1`,
    route: {
      method: 'POST',
      path: (things) => `/kalender/saeson/${things.season}/oensker`,
      form: { hvad: '' },
      yes: [422],
    },
  },
  {
    what: 'say yes to a wish',
    may: owers,
    permission: calendarPolicy.agreeSeason,
    to: ofSeason,
    sql: (things) =>
      `update season_wish set state = 'agreed' where season_wish_id = '${things.seasonWish}' and state = 'wished'`,
    route: {
      method: 'POST',
      path: (things) => `/kalender/saeson/${things.season}/oensker/${things.seasonWish}`,
      form: { goer: 'nej', udgave: '77' },
      yes: [422],
    },
  },
  {
    what: 'write what the agreement does not say',
    may: owers,
    permission: calendarPolicy.agreeSeason,
    to: ofSeason,
    sql: (things) => `update season set written_cap = 3 where season_id = '${things.season}'`,
    route: {
      method: 'POST',
      path: (things) => `/kalender/saeson/${things.season}/vilkaar`,
      form: { udgave: '77', hoejst: '3' },
      yes: [422],
    },
  },
  {
    what: 'choose whether their post hears of larger events',
    may: holders,
    permission: calendarPolicy.answerEvent,
    to: nothing,
    sql: () =>
      `insert into event_watch (event_watch_id, post_id, chosen_at, chosen_by)
       select gen_random_uuid(), acting, now(), 'x' from acting_posts() acting limit 1`,
    route: { method: 'GET', path: () => '/kalender/begivenheder', yes: [200] },
  },
]
