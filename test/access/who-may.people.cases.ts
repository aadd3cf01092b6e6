import { commitmentPolicy } from '../../src/rooms/commitments/commitment.policy.ts'
import { partyPolicy } from '../../src/rooms/parties/party.policy.ts'
import type { Deed } from './deed.ts'
import { canaries } from './things.ts'
import type { Asker } from './world.ts'

/** Everyone who holds a post today. */
export const holders: readonly Asker[] = [
  'party',
  'partyByPlan',
  'otherParty',
  'volunteer',
  'lead',
  'administrator',
  'officer',
  'otherHat',
]
/** What can be done about people and the posts they hold. */
export const peopleDeeds: readonly Deed[] = [
  {
    what: 'see who takes part',
    may: holders,
    permission: partyPolicy.readPeople,
    to: () => ({}),
    sql: () => `select 1 from person where name = 'Vera Ventende'`,
    route: { method: 'GET', path: () => '/personer', yes: [200], holds: 'Vera Ventende' },
  },
  {
    what: 'invite a person to a post',
    may: ['lead', 'administrator'],
    permission: partyPolicy.invite,
    to: () => ({}),
    sql: (things) =>
      `insert into invitation select gen_random_uuid(), '\\x00', person_id, post_id, null, true, null, 'x', 'x', now(), now() + interval '1 day'
       from holder where holder_id = '${things.invited}'`,
    route: { method: 'POST', path: () => '/personer/inviter', form: { navn: '' }, yes: [422] },
  },
  {
    what: 'read an invitation and where it was sent',
    may: ['lead', 'administrator'],
    permission: partyPolicy.invite,
    to: () => ({}),
    sql: (things) => `select email from invitation where holder_id = '${things.invited}'`,
    route: { method: 'GET', path: (things) => `/personer/${things.invited}`, yes: [200], holds: canaries.mail },
  },
  {
    what: 'send an invitation again',
    may: ['lead', 'administrator'],
    permission: partyPolicy.invite,
    to: () => ({}),
    sql: (things) => `update invitation set ends_at = ends_at where holder_id = '${things.invited}'`,
    route: { method: 'POST', path: (things) => `/personer/${things.invited}/igen`, form: {}, yes: [200] },
  },
  {
    what: 'end a post',
    may: ['lead', 'administrator'],
    permission: partyPolicy.endPost,
    to: () => ({}),
    sql: (things) =>
      `update holder set holder_during = daterange(lower(holder_during), '2027-01-01') where holder_id = '${things.invited}'`,
    route: {
      method: 'POST',
      path: (things) => `/personer/${things.invited}/slut`,
      form: { dag: '2001-01-01' },
      yes: [422],
    },
  },
  {
    what: 'give a post a duty',
    may: ['administrator'],
    permission: partyPolicy.giveDuty,
    to: () => ({}),
    sql: (things) =>
      `insert into post_duty select post_id, 'data_protection' from holder where holder_id = '${things.invited}'`,
    route: { method: 'POST', path: (things) => `/personer/${things.invited}/hverv`, form: {}, yes: [303] },
  },
  {
    what: 'see a post and who has held it',
    may: holders,
    permission: partyPolicy.readPeople,
    to: () => ({}),
    sql: (things) => `select 1 from holder where post_id = '${things.post}'`,
    route: { method: 'GET', path: (things) => `/funktioner/${things.post}`, yes: [200] },
  },
  {
    what: 'swap the holder of a post',
    may: ['lead', 'administrator'],
    permission: partyPolicy.swapHolder,
    to: () => ({}),
    sql: (
      things,
    ) => `insert into holder select gen_random_uuid(), post_id, person_id, '[2001-01-01,2001-02-01)' from holder
       where post_id = '${things.post}' and person_id = '${things.party}'`,
    route: { method: 'POST', path: (things) => `/funktioner/${things.post}/skift`, form: { navn: '' }, yes: [422] },
  },
  {
    what: 'see what is handed over with a post',
    may: ['party', 'lead', 'administrator'],
    permission: partyPolicy.handOver,
    to: (things) => ({ holding: things.holding }),
    sql: (things) => `select 1 from handover_note where holder_id = '${things.holding}'`,
    route: {
      method: 'GET',
      path: (things) => `/funktioner/${things.post}/overdragelse`,
      yes: [200],
      holds: canaries.handover,
    },
  },
  {
    what: 'say what is handed over with a post',
    may: ['party', 'lead', 'administrator'],
    permission: partyPolicy.handOver,
    to: (things) => ({ holding: things.holding }),
    sql: (things) =>
      `insert into handover_note select gen_random_uuid(), '${things.holding}', 'promise', 'x', 'x', false,
       current_setting('brobyg.actor'), now()`,
    route: {
      method: 'POST',
      path: (things) => `/funktioner/${things.post}/overdragelse`,
      form: (things) => ({ fra: things.holding, ting: 'promise', ref: 'x', linje: '' }),
      yes: [303],
    },
  },
  {
    what: "see the party's own first look at an agreement",
    may: ['party'],
    permission: commitmentPolicy.seeFirstHour,
    to: (things) => ({ self: things.party }),
    sql: (things) => `select 1 from contract_look where person_id = '${things.party}'`,
    route: { method: 'GET', path: () => '/foerste-time', yes: [200], holds: 'Velkommen, Ida Holt' },
  },
  {
    what: 'see which units there are, and what they are called too',
    may: holders,
    permission: partyPolicy.readRegister,
    to: () => ({}),
    sql: () => `select 1 from alias where person_id is not null and name = 'Vera V. Ventende'`,
    route: { method: 'GET', path: () => '/enheder', yes: [200] },
  },
  {
    what: 'merge two organisations',
    may: ['lead', 'administrator'],
    permission: partyPolicy.keepRegister,
    to: () => ({}),
    sql: () =>
      `select merge_organisations(gen_random_uuid(), a.organisation_id, b.organisation_id, now(), 'x') from organisation a, organisation b
       where a.name = 'Almenbolig Strand' and b.name = 'Boligselskabet Sundlyst'`,
    route: {
      method: 'POST',
      path: () => '/enheder/sammenlaeg',
      form: { slags: 'organisation', behold: 'x', opgiv: 'x' },
      yes: [404],
    },
  },
  {
    what: 'see what was merged',
    may: ['lead', 'administrator'],
    permission: partyPolicy.keepRegister,
    to: () => ({}),
    sql: (things) => `select 1 from merge where merge_id = '${things.merge}'`,
    route: { method: 'GET', path: () => '/enheder', yes: [200], holds: '/enheder/sammenlaegning/' },
  },
  {
    what: 'undo a merge',
    may: ['lead', 'administrator'],
    permission: partyPolicy.keepRegister,
    to: () => ({}),
    sql: (things) => `select undo_merge('${things.merge}', now(), 'x')`,
    route: { method: 'POST', path: () => '/enheder/sammenlaegning/x/fortryd', form: {}, yes: [404] },
  },
  {
    what: 'give a unit a new name from a day',
    may: ['lead', 'administrator'],
    permission: partyPolicy.keepRegister,
    to: () => ({}),
    sql: () =>
      `update unit_name set named_during = daterange(lower(named_during), '2090-01-01') where name = 'Fritidsklubben Molen'`,
    route: { method: 'POST', path: () => '/enheder/enhed/x/navn', form: { navn: 'x', dag: '2026-12-01' }, yes: [404] },
  },
  {
    what: 'take back the new name of a unit',
    may: ['lead', 'administrator'],
    permission: partyPolicy.keepRegister,
    to: () => ({}),
    sql: () => `delete from unit_name where name = 'Fritidsklubben Molen'`,
    route: { method: 'POST', path: () => '/enheder/enhed/x/navn/tilbage', form: {}, yes: [404] },
  },
  {
    what: 'move a post to another unit from a day',
    may: ['lead', 'administrator'],
    permission: partyPolicy.keepRegister,
    to: () => ({}),
    sql: () => `insert into post_unit select p.post_id, u.unit_id, '[2090-01-01,)' from post p, unit u limit 1`,
    route: {
      method: 'POST',
      path: () => '/enheder/organisation/x/flyt',
      form: { navn: 'x', dag: '2026-12-01' },
      yes: [404],
    },
  },
  {
    what: 'say that two names are of two',
    may: ['lead', 'administrator'],
    permission: partyPolicy.keepRegister,
    to: () => ({}),
    sql: () =>
      `insert into sameness (sameness_id, organisation_id, name, outcome, asked_at, asked_by)
       select gen_random_uuid(), organisation_id, 'x', 'open', now(), 'x' from organisation limit 1`,
    route: { method: 'POST', path: () => '/enheder/spoergsmaal/x/anden', form: {}, yes: [404] },
  },
]
