import { consentPolicy } from '../../src/rooms/access/consent/consent.policy.ts'
import { deletionPolicy } from '../../src/rooms/access/deletion/deletion.policy.ts'
import { residentPolicy } from '../../src/rooms/access/own-record/resident.policy.ts'
import type { Deed } from './deed.ts'
import { canaries, type Things } from './things.ts'

const about = (things: Things) => ({ subject: things.child })

/**
 * What can be done about a child whose guardian agreed that one post may tell a volunteer of them: the circle is these two and the family,
 * and nobody else, whatever they lead or administer.
 */
export const residentDeeds: readonly Deed[] = [
  {
    what: "read a child's record",
    may: ['partyByPlan', 'volunteer', 'guardian'],
    permission: consentPolicy.readRecord,
    to: about,
    sql: (things) => `select 1 from data_subject where data_subject_id = '${things.child}'`,
    route: { method: 'GET', path: () => '/samtykker', yes: [200], holds: canaries.child, elsewhere: ['guardian'] },
  },
  {
    what: "read a child's record by the guardian's link",
    may: ['partyByPlan', 'volunteer', 'guardian'],
    permission: consentPolicy.readRecord,
    to: about,
    sql: (things) => `select called from data_subject where data_subject_id = '${things.child}'`,
    route: {
      method: 'GET',
      path: () => '/mine-oplysninger',
      yes: [200],
      holds: canaries.child,
      elsewhere: ['partyByPlan', 'volunteer'],
    },
  },
  {
    what: 'take out what is kept about a child',
    may: ['guardian'],
    permission: residentPolicy.takeOutOwnRecord,
    to: about,
    sql: (things) => `select 1 where acting_subject() is not null and '${things.child}' in (select own_subjects())`,
    route: { method: 'GET', path: () => '/mine-oplysninger/hent.json', yes: [200], holds: canaries.child },
  },
  {
    what: 'read which consents there are about a child',
    may: ['partyByPlan', 'volunteer', 'guardian'],
    permission: consentPolicy.readRecord,
    to: about,
    sql: (things) =>
      `select 1 from consent c join data_subject s using (data_subject_id) where c.consent_id = '${things.consent}'`,
    route: {
      method: 'GET',
      path: (things) => `/samtykker/${things.consent}`,
      yes: [200],
      holds: canaries.child,
      elsewhere: ['guardian'],
    },
  },
  {
    what: 'withdraw a consent',
    may: ['partyByPlan', 'volunteer', 'guardian'],
    permission: consentPolicy.withdraw,
    to: about,
    sql: (things) =>
      `update consent_giver set withdrawn_at = now(), withdrawn_on = '2026-11-21', withdrawn_by = 'x'
       where consent_id = '${things.consent}' and withdrawn_at is null returning 1`,
    route: {
      method: 'GET',
      path: (things) => `/samtykker/${things.consent}/papir`,
      yes: [200],
      elsewhere: ['guardian'],
    },
  },
  {
    what: 'read what residents ask for',
    may: ['officer'],
    permission: residentPolicy.listRequests,
    to: () => ({}),
    sql: () => `select 1 from subject_request where not exists (select where acting_subject() is not null)`,
    route: { method: 'GET', path: () => '/databeskyttelse/anmodninger', yes: [200] },
  },
  {
    what: 'read what is deleted next month',
    may: ['officer'],
    permission: deletionPolicy.readReport,
    to: () => ({}),
    sql: (things) =>
      `insert into legal_hold values (gen_random_uuid(), 'consent', '${things.consent}', 'x', 'x', now(), null, null) returning 1`,
    route: { method: 'GET', path: () => '/databeskyttelse/sletning', yes: [200] },
  },
  {
    what: 'hold back what would be deleted',
    may: ['officer'],
    permission: deletionPolicy.setHold,
    to: () => ({}),
    sql: (things) =>
      `insert into legal_hold values (gen_random_uuid(), 'consent', '${things.consent}', 'x', 'x', now(), null, null) returning 1`,
    route: {
      method: 'POST',
      path: () => '/databeskyttelse/sletning/hold',
      form: { ting: 'consent', ref: '', grund: '' },
      yes: [422],
    },
  },
]
