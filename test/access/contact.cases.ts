import { partyPolicy } from '../../src/rooms/parties/party.policy.ts'
import type { Deed } from './deed.ts'
import { holders } from './who-may.people.cases.ts'
import { type Asker, askers } from './world.ts'

const nothing = () => ({})

/** Who is party to the published agreement, leads its forum or administers the partnership. */
const askersOfTheNamed: readonly Asker[] = [
  'party',
  'partyByPlan',
  'otherParty',
  'volunteer',
  'lead',
  'administrator',
  'otherHat',
]

const seesNumbers = (what: string, path: Deed['route']['path'], holds: string): Deed => ({
  what,
  may: holders,
  permission: partyPolicy.readContactDetails,
  to: nothing,
  sql: () => `select 1 from person where name = 'Anne-Sofie Kragh' and email is not null`,
  route: { method: 'GET', path, yes: [200], holds },
})

/** Who to call: names in a published agreement are public, numbers and mail addresses are for those who take part. */
export const contactDeeds: readonly Deed[] = [
  {
    what: 'see whom a published agreement names',
    may: [...askers],
    permission: partyPolicy.readContacts,
    to: nothing,
    sql: () => `select 1 from published_holders('2026-11-21') where name = 'Anne-Sofie Kragh'`,
    route: { method: 'GET', path: () => '/kontakter', yes: [200], holds: 'Anne-Sofie Kragh' },
  },
  {
    what: 'see who holds a post that no agreement names',
    may: holders,
    permission: partyPolicy.readContactDetails,
    to: nothing,
    sql: (things) => `select 1 from holder where holder_id = '${things.invited}'`,
    route: { method: 'GET', path: () => '/kontakter?q=Vera+Ventende', yes: [200], holds: '<b>Vera Ventende</b>' },
  },
  seesNumbers('see the mail address of whom to call', () => '/kontakter?q=anne-sofie', 'mailto:anne-sofie.kragh@'),
  seesNumbers('take the contacts along as cards', () => '/kontakter.vcf', 'anne-sofie.kragh@'),
  seesNumbers('take the contacts along as a spreadsheet', () => '/kontakter.xlsx', 'PK'),
  seesNumbers('take one contact along', (things) => `/kontakter/${things.contactPost}.vcf`, 'FN:Trine Dalsgaard'),
  {
    what: 'ask somebody an agreement names to confirm their entry',
    may: askersOfTheNamed,
    permission: partyPolicy.askToConfirm,
    to: (things) => ({ version: things.publishedVersion }),
    sql: (things) =>
      `insert into confirmation_link values ('\\x0001', '${things.contactPerson}', 'x', now(), now() + interval '1 day') returning 1`,
    route: {
      method: 'POST',
      path: () => '/kontakter/bed',
      form: (things) => ({ funktion: things.contactPost }),
      yes: [422],
    },
  },
  {
    what: "confirm the party's own entry",
    may: ['party'],
    permission: partyPolicy.confirmEntry,
    to: (things) => ({ self: things.party }),
    sql: (things) => `insert into holder_confirmation values ('${things.partyHolder}', now(), 'x') returning 1`,
    route: {
      method: 'POST',
      path: () => '/kontakter/mig',
      form: (things) => ({ indehaver: things.partyHolder, svar: 'passer' }),
      yes: [303],
    },
  },
  {
    what: 'settle what somebody answered about their entry',
    may: ['lead', 'administrator'],
    permission: partyPolicy.settleAnswers,
    to: nothing,
    sql: (things) => `update contact_answer set settled_at = now() where contact_answer_id = '${things.contactAnswer}'`,
    route: { method: 'GET', path: () => '/kontakter/bekraeftelser', yes: [200], holds: 'Vera Ventende' },
  },
]
