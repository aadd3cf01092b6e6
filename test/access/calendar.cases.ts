import { calendarPolicy } from '../../src/rooms/calendar/calendar.policy.ts'
import type { Deed } from './deed.ts'
import { canaries } from './things.ts'
import { holders } from './who-may.people.cases.ts'
import { type Asker, askers } from './world.ts'

const nothing = () => ({})
const shown = (things: { shownSeries: string }) => ({ series: things.shownSeries })

const followed = (things: { takenSeries: string }) => ({ series: things.takenSeries })

/** Who acts for the organisation or plan that arranges it, leads the forum or administers the partnership. */
const arrangers: readonly Asker[] = ['party', 'partyByPlan', 'lead', 'administrator']

/** The shared calendar: what is published is everyone's, plans are for those who take part, changes for those who arrange. */
export const calendarDeeds: readonly Deed[] = [
  {
    what: 'read an activity that is shown to everyone',
    may: [...askers],
    permission: calendarPolicy.readPublished,
    to: nothing,
    sql: (things) => `select 1 from series where series_id = '${things.shownSeries}'`,
    route: { method: 'GET', path: (things) => `/kalender/${things.shownSeries}`, yes: [200] },
  },
  {
    what: 'read one of its times',
    may: [...askers],
    permission: calendarPolicy.readPublished,
    to: nothing,
    sql: (things) => `select 1 from occurrence where occurrence_id = '${things.shownTime}'`,
    route: { method: 'GET', path: (things) => `/kalender/gang/${things.shownTime}`, yes: [200] },
  },
  {
    what: 'read an activity that is only planned',
    may: holders,
    permission: calendarPolicy.readPlans,
    to: nothing,
    sql: (things) => `select 1 from series where series_id = '${things.plannedSeries}'`,
    route: { method: 'GET', path: (things) => `/kalender/${things.plannedSeries}`, yes: [200], holds: canaries.plan },
  },
  {
    what: 'see it in the week',
    may: holders,
    permission: calendarPolicy.readPlans,
    to: nothing,
    sql: (things) => `select 1 from occurrence where occurrence_id = '${things.plannedTime}'`,
    route: { method: 'GET', path: () => '/kalender?uge=2026-W49', yes: [200], holds: canaries.plan },
  },
  {
    what: 'put something in the calendar for their own',
    may: holders,
    permission: calendarPolicy.addSeries,
    to: nothing,
    sql: () =>
      `insert into series (series_id, title, kind, organisation_id, starts_on, starts_minute, lasts_minutes, made_at, made_by, changed_at)
       select gen_random_uuid(), 'x', 'other', acting, '2026-12-01', 600, 60, now(), 'x', now() from acting_organisations() acting limit 1`,
    route: { method: 'GET', path: () => '/kalender/ny', yes: [200] },
  },
  {
    what: 'change an activity',
    may: arrangers,
    permission: calendarPolicy.changeSeries,
    to: shown,
    sql: (things) => `update series set summary = 'x' where series_id = '${things.shownSeries}'`,
    route: { method: 'GET', path: (things) => `/kalender/${things.shownSeries}/ret`, yes: [200] },
  },
  {
    what: 'let an activity rest',
    may: arrangers,
    permission: calendarPolicy.changeSeries,
    to: shown,
    sql: (things) =>
      `insert into series_pause values ('${things.shownSeries}', '[2027-01-01,2027-01-02)', '') returning 1`,
    route: {
      method: 'POST',
      path: (things) => `/kalender/${things.shownSeries}/pause`,
      form: { udgave: '77', fra: '2027-01-01', til: '2027-01-01' },
      yes: [422],
    },
  },
  {
    what: 'end an activity',
    may: arrangers,
    permission: calendarPolicy.changeSeries,
    to: shown,
    sql: (things) => `delete from series where series_id = '${things.shownSeries}'`,
    route: {
      method: 'POST',
      path: (things) => `/kalender/${things.shownSeries}/slut`,
      form: { udgave: '77', fra: '2027-01-01' },
      yes: [422],
    },
  },
  {
    what: 'add a time to an activity',
    may: arrangers,
    permission: calendarPolicy.changeSeries,
    to: shown,
    sql: (things) =>
      `insert into occurrence (occurrence_id, series_id, original_starts_at, starts_at, ends_at, state, kind, organisation_id, plan_id, is_published,
         changed_at)
       select gen_random_uuid(), series_id, '2027-03-01', '2027-03-01', '2027-03-02', 'planned', kind, organisation_id, plan_id, true, now()
       from series where series_id = '${things.shownSeries}'`,
    route: {
      method: 'POST',
      path: (things) => `/kalender/${things.shownSeries}/gang`,
      form: { dag: '2020-01-01', fra: '10', til: '11' },
      yes: [422],
    },
  },
  {
    what: 'call a time off',
    may: arrangers,
    permission: calendarPolicy.changeSeries,
    to: shown,
    sql: (things) => `update occurrence set state = 'cancelled' where occurrence_id = '${things.shownTime}'`,
    route: {
      method: 'POST',
      path: (things) => `/kalender/gang/${things.shownTime}`,
      form: { udgave: '77', goer: 'aflys' },
      yes: [422],
    },
  },
  {
    what: 'see the places',
    may: [...askers],
    permission: calendarPolicy.readPublished,
    to: nothing,
    sql: () => `select 1 from venue where name = 'Bådhuset'`,
    route: { method: 'GET', path: () => '/steder', yes: [200], holds: 'Bådhuset' },
  },
  {
    what: 'see who has booked what',
    may: holders,
    permission: calendarPolicy.readPlans,
    to: nothing,
    sql: () => `select 1 from booking limit 1`,
    route: { method: 'GET', path: () => '/steder/mine', yes: [200] },
  },
  {
    what: 'see what collides',
    may: holders,
    permission: calendarPolicy.readPlans,
    to: nothing,
    sql: () => `select 1 where takes_part()`,
    route: { method: 'GET', path: () => '/kalender/sammenfald', yes: [200] },
  },
  {
    what: 'say which areas are near each other',
    may: ['lead', 'administrator'],
    permission: calendarPolicy.placeAreas,
    to: nothing,
    sql: () => `insert into area_near select min(area_id::text)::uuid, max(area_id::text)::uuid from area returning 1`,
    route: { method: 'POST', path: () => '/kalender/sammenfald', form: { goer: 'naer' }, yes: [303] },
  },
  {
    what: 'see which calendars are followed',
    may: holders,
    permission: calendarPolicy.readPlans,
    to: nothing,
    sql: (things) => `select 1 from outside_calendar where outside_calendar_id = '${things.followed}'`,
    route: { method: 'GET', path: (things) => `/kalender/foelg/${things.followed}`, yes: [200] },
  },
  {
    what: 'begin to follow a calendar for their own',
    may: holders,
    permission: calendarPolicy.addSeries,
    to: nothing,
    sql: () =>
      `insert into outside_calendar (outside_calendar_id, name, organisation_id, kind, is_published, state, added_at, added_by)
       select gen_random_uuid(), 'x', acting, 'other', true, 'proposed', now(), 'x' from acting_organisations() acting limit 1`,
    route: { method: 'GET', path: () => '/kalender/foelg', yes: [200] },
  },
  {
    what: 'learn the address of a calendar that is followed',
    may: arrangers,
    permission: calendarPolicy.changeSeries,
    to: followed,
    sql: (things) => `select 1 from outside_source where outside_calendar_id = '${things.followed}'`,
    route: {
      method: 'POST',
      path: (things) => `/kalender/foelg/${things.followed}/goer`,
      form: { goer: 'andet' },
      yes: [422],
    },
  },
  {
    what: 'change what goes for a calendar that is followed',
    may: arrangers,
    permission: calendarPolicy.changeSeries,
    to: followed,
    sql: (things) => `update outside_calendar set name = 'x' where outside_calendar_id = '${things.followed}'`,
    route: {
      method: 'POST',
      path: (things) => `/kalender/foelg/${things.followed}/ret`,
      form: { udgave: '77', slags: 'andet' },
      yes: [422],
    },
  },
  {
    what: 'say yes to a calendar that was looked at',
    may: arrangers,
    permission: calendarPolicy.changeSeries,
    to: followed,
    sql: (things) => `update outside_calendar set state = 'followed' where outside_calendar_id = '${things.followed}'`,
    route: {
      method: 'POST',
      path: (things) => `/kalender/foelg/${things.followed}/bekraeft`,
      form: { goer: 'foelg' },
      yes: [422],
    },
  },
  {
    what: 'leave out something that came from a calendar',
    may: arrangers,
    permission: calendarPolicy.changeSeries,
    to: followed,
    sql: (things) => `update series set is_left_out = true where series_id = '${things.takenSeries}'`,
    route: {
      method: 'POST',
      path: (things) => `/kalender/${things.takenSeries}/skjul`,
      form: { udgave: '77', goer: 'skjul' },
      yes: [422],
    },
  },
  {
    what: 'say which promise something that came from a calendar answers',
    may: arrangers,
    permission: calendarPolicy.changeSeries,
    to: followed,
    sql: (things) => `update series set lineage_id = null where series_id = '${things.takenSeries}'`,
    route: {
      method: 'POST',
      path: (things) => `/kalender/${things.takenSeries}/loefte`,
      form: { udgave: '77', loefte: '' },
      yes: [422],
    },
  },
]
