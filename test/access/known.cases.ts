import { meetingsPolicy } from '../../src/rooms/meetings/meetings.policy.ts'
import type { Deed } from './deed.ts'
import { canaries } from './things.ts'
import { holders } from './who-may.people.cases.ts'

/** The calendar somebody keeps elsewhere: everybody's own, and of others a number alone. */
export const knownDeeds: readonly Deed[] = [
  {
    what: "see how the party's own calendar elsewhere stands",
    may: ['party'],
    permission: meetingsPolicy.readKnownCalendar,
    to: (things) => ({ self: things.party }),
    sql: (things) => `select 1 from known_calendar where person_id = '${things.knownOf}'`,
    route: { method: 'GET', path: () => '/moeder/min-kalender', yes: [200], holds: canaries.knownHost },
  },
  {
    what: 'follow a calendar of their own',
    may: holders,
    permission: meetingsPolicy.keepKnownCalendar,
    to: () => ({}),
    sql: () =>
      `insert into known_calendar (person_id, host, address, added_at, asked_at, answered_at, read_at)
       select acting_person(), 'x', 'x', now(), now(), now(), now() where acting_person() is not null
       on conflict (person_id) do update set host = 'x'`,
    route: {
      method: 'POST',
      path: () => '/moeder/min-kalender',
      form: { goer: 'brug', adresse: 'ingen adresse' },
      yes: [422],
    },
  },
  {
    what: "remove the party's own calendar",
    may: ['party'],
    permission: meetingsPolicy.readKnownCalendar,
    to: (things) => ({ self: things.party }),
    sql: (things) => `delete from known_calendar where person_id = '${things.knownOf}'`,
    route: { method: 'GET', path: () => '/moeder/min-kalender', yes: [200], holds: canaries.knownHost },
  },
  {
    what: 'know how many of a group have something elsewhere',
    may: ['party', 'partyByPlan', 'lead', 'administrator'],
    permission: meetingsPolicy.readPapers,
    to: (things) => ({ group: things.group }),
    sql: (things) =>
      `select 1 from count_busy_elsewhere('${things.group}', '2026-11-21', '2026-11-14', array['2026-12-01 10:00+01'::timestamptz],
         array['2026-12-01 11:00+01'::timestamptz])`,
    route: {
      method: 'GET',
      path: (things) => `/moeder/gruppe/${things.group}/indkald`,
      yes: [200],
      holds: ' har vist Brobyg deres kalender',
    },
  },
]
