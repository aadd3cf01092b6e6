import { agreementPolicy } from '../../src/rooms/agreements/index.ts'
import { commitmentPolicy } from '../../src/rooms/commitments/commitment.policy.ts'
import { sessionPolicy } from '../../src/rooms/access/session.policy.ts'
import { contactDeeds } from './contact.cases.ts'
import type { Deed } from './deed.ts'
import { beginningDeeds, circleOfDraft, partiesOfHidden } from './who-may.beginning.cases.ts'
import { holders, peopleDeeds } from './who-may.people.cases.ts'
import { canaries, type Things } from './things.ts'
import { type Asker, askers } from './world.ts'

const everyone = [...askers]
const partiesOfPublished: readonly Asker[] = [
  'party',
  'partyByPlan',
  'otherParty',
  'volunteer',
  'lead',
  'administrator',
  'otherHat',
]
/** Who writes the record of processing reads what is not published, and changes nothing. */
const readersOfHidden: readonly Asker[] = [...partiesOfHidden, 'officer']

const published = (things: Things) => ({ version: things.publishedVersion })
const hidden = (things: Things) => ({ version: things.hiddenVersion })
const nothing = () => ({})

const correction = (commitment: string) =>
  `insert into commitment_correction select commitment_id, 90, kind, text, owed_by, owed_to, notation, text_from, text_to, false, 'x', now()
   from commitment where commitment_id = '${commitment}' returning 1`

const evidence = (commitment: string) =>
  `insert into evidence (evidence_id, commitment_id, happened_on, quantity, room, recorded_by, recorded_at)
   select gen_random_uuid(), commitment_id, '2026-11-20', 1, 'commitments', 'x', now() from commitment
   where commitment_id = '${commitment}' returning 1`

export const deeds: readonly Deed[] = [
  ...peopleDeeds,
  ...beginningDeeds,
  ...contactDeeds,
  {
    what: 'read a published agreement',
    may: everyone,
    permission: agreementPolicy.readPublished,
    to: published,
    sql: (things) => `select 1 from agreement_version where agreement_version_id = '${things.publishedVersion}'`,
    route: { method: 'GET', path: (things) => `/aftaler/${things.publishedSlug}`, yes: [200] },
  },
  {
    what: 'read an agreement that is not published',
    may: readersOfHidden,
    permission: agreementPolicy.readUnpublished,
    to: hidden,
    sql: (things) => `select 1 from agreement_version where agreement_version_id = '${things.hiddenVersion}'`,
    route: { method: 'GET', path: (things) => `/aftaler/${things.hiddenSlug}`, yes: [200] },
  },
  {
    what: 'see it in the list',
    may: readersOfHidden,
    permission: agreementPolicy.readUnpublished,
    to: hidden,
    sql: (things) => `select 1 from agreement_version where agreement_version_id = '${things.hiddenVersion}'`,
    route: { method: 'GET', path: () => '/aftaler', yes: [200], holds: canaries.hidden },
  },
  {
    what: 'take it along as a file',
    may: readersOfHidden,
    permission: agreementPolicy.readUnpublished,
    to: hidden,
    sql: (things) => `select document from agreement_version where agreement_version_id = '${things.hiddenVersion}'`,
    route: { method: 'GET', path: (things) => `/aftaler/${things.hiddenSlug}/hent.json`, yes: [200] },
  },
  {
    what: 'read who is party to it',
    may: readersOfHidden,
    permission: agreementPolicy.readUnpublished,
    to: hidden,
    sql: (things) => `select 1 from agreement_party where agreement_version_id = '${things.hiddenVersion}'`,
    route: { method: 'GET', path: (things) => `/aftaler/${things.hiddenSlug}/opsigelse`, yes: [200] },
  },
  {
    what: 'read a promise in it',
    may: readersOfHidden,
    permission: agreementPolicy.readUnpublished,
    to: hidden,
    sql: (things) => `select 1 from commitment where commitment_id = '${things.hiddenPromise}'`,
    route: { method: 'GET', path: (things) => `/loefter/${things.hiddenPromise}`, yes: [200] },
  },
  {
    what: 'read the source of a published agreement',
    may: partiesOfPublished,
    permission: agreementPolicy.readSource,
    to: published,
    sql: (things) => `select 1 from source_document where source_document_id = '${things.publishedSource}'`,
    route: { method: 'GET', path: (things) => `/aftaler/${things.publishedSlug}/kilde`, yes: [200] },
  },
  {
    what: 'fetch the file an agreement that is not published was read from',
    may: partiesOfHidden,
    permission: agreementPolicy.readSource,
    to: hidden,
    sql: (things) => `select bytes from source_document where source_document_id = '${things.hiddenSource}'`,
    route: { method: 'GET', path: (things) => `/kilder/${things.hiddenSource}`, yes: [200] },
  },
  {
    what: 'begin a draft',
    may: holders,
    permission: agreementPolicy.beginDraft,
    to: nothing,
    sql: () => `insert into source_document values (gen_random_uuid(), 'x', 'x', 'x', '', '[]', now(), 'x', false)`,
    route: { method: 'GET', path: () => '/aftaler/ny', yes: [200] },
  },
  {
    what: 'read a draft',
    may: circleOfDraft,
    permission: agreementPolicy.correctDraft,
    to: (things) => ({ draft: things.draft }),
    sql: (things) => `select 1 from draft where draft_id = '${things.draft}'`,
    route: { method: 'GET', path: (things) => `/udkast/${things.draft}`, yes: [200] },
  },
  {
    what: 'see a draft in the list',
    may: circleOfDraft,
    permission: agreementPolicy.correctDraft,
    to: (things) => ({ draft: things.draft }),
    sql: (things) => `select document from draft where draft_id = '${things.draft}'`,
    route: { method: 'GET', path: () => '/udkast', yes: [200], holds: canaries.draft },
  },
  {
    what: 'correct a draft',
    may: circleOfDraft,
    permission: agreementPolicy.correctDraft,
    to: (things) => ({ draft: things.draft }),
    sql: (things) => `update draft set changed_at = now() where draft_id = '${things.draft}' returning 1`,
    route: { method: 'POST', path: (things) => `/udkast/${things.draft}/fortryd`, form: {}, yes: [303, 422] },
  },
  {
    what: 'bring an agreement into force',
    may: ['lead', 'administrator'],
    permission: agreementPolicy.confirmDraft,
    to: nothing,
    sql: (things) =>
      `insert into agreement_version select gen_random_uuid(), agreement_id, 99, '[2099-01-01,2099-02-01)', '{}', '${things.publishedSource}', true, now(), 'x'
       from agreement limit 1 returning 1`,
    route: { method: 'GET', path: (things) => `/udkast/${things.draft}/bekraeft`, yes: [200] },
  },
  {
    what: 'say who is party to an agreement',
    may: ['lead', 'administrator'],
    permission: agreementPolicy.confirmDraft,
    to: nothing,
    sql: (things) =>
      `insert into agreement_party select '${things.publishedVersion}', organisation_id, null from organisation
       on conflict do nothing returning 1`,
    route: { method: 'POST', path: (things) => `/udkast/${things.draft}/bekraeft`, form: { udgave: '99' }, yes: [422] },
  },
  {
    what: 'read what was said about evidence',
    may: partiesOfPublished,
    permission: commitmentPolicy.readNotes,
    to: published,
    sql: (things) => `select note from evidence_note where evidence_id = '${things.publishedEvidence}'`,
    route: { method: 'GET', path: (things) => `/loefter/${things.publishedPromise}`, yes: [200], holds: canaries.note },
  },
  {
    what: 'record evidence',
    may: partiesOfPublished,
    permission: commitmentPolicy.recordEvidence,
    to: published,
    sql: (things) => evidence(things.publishedPromise),
    route: {
      method: 'POST',
      path: (things) => `/loefter/${things.publishedPromise}/bevis`,
      form: { dag: '2026-11-19', antal: '1', note: 'Det skete' },
      yes: [303],
    },
  },
  {
    what: 'record evidence for a promise of an agreement that is not published',
    may: partiesOfHidden,
    permission: commitmentPolicy.recordEvidence,
    to: hidden,
    sql: (things) => evidence(things.hiddenPromise),
    route: {
      method: 'POST',
      path: (things) => `/loefter/${things.hiddenPromise}/bevis`,
      form: { dag: '2026-11-19', antal: '1', note: 'Det skete' },
      yes: [303],
    },
  },
  {
    what: 'correct how a promise was read',
    may: partiesOfPublished,
    permission: commitmentPolicy.correctCommitment,
    to: published,
    sql: (things) => correction(things.publishedPromise),
    route: {
      method: 'POST',
      path: (things) => `/loefter/${things.publishedPromise}/traek`,
      form: { rettelser: '77' },
      yes: [422],
    },
  },
  {
    what: 'correct a promise of an agreement that is not published',
    may: partiesOfHidden,
    permission: commitmentPolicy.correctCommitment,
    to: hidden,
    sql: (things) => correction(things.hiddenPromise),
    route: {
      method: 'POST',
      path: (things) => `/loefter/${things.hiddenPromise}/traek`,
      form: { rettelser: '77' },
      yes: [422],
    },
  },
  {
    what: 'write a promise by hand',
    may: partiesOfPublished,
    permission: commitmentPolicy.correctCommitment,
    to: published,
    sql: (things) =>
      `insert into commitment (commitment_id, agreement_version_id, reading_id, position, kind, text, owed_by, owed_to, notation, source_line, lineage_id)
       values (gen_random_uuid(), '${things.publishedVersion}', 'x/' || gen_random_uuid(), 900, 'task', 'x', '{}', '{}', '', 0, gen_random_uuid()) returning 1`,
    route: { method: 'GET', path: (things) => `/aftaler/${things.publishedSlug}/nyt-loefte`, yes: [200] },
  },
  {
    what: 'settle a reservation',
    may: partiesOfPublished,
    permission: commitmentPolicy.settleReservation,
    to: published,
    sql: (things) =>
      `insert into reservation_settlement values ('${things.publishedReservation}', 90, 'goes_on', null, '2026-11-20', 'x', now()) returning 1`,
    route: {
      method: 'POST',
      path: (things) => `/forbehold/${things.publishedReservation}`,
      form: { blev: 'fortsat', afklaringer: '77' },
      yes: [422],
    },
  },
  {
    what: 'plan who carries an activity on',
    may: partiesOfPublished,
    permission: commitmentPolicy.planAnchoring,
    to: published,
    sql: (things) =>
      `insert into anchoring_plan values ('${things.publishedVersion}', 'a1', 90, 'x', null, '', 'not_begun', null, 'x', now()) returning 1`,
    route: {
      method: 'POST',
      path: (things) => `/aftaler/${things.publishedSlug}/forankring/a1`,
      form: { nummer: '77', tilstand: 'not_begun' },
      yes: [422],
    },
  },
  {
    what: "see the party's own sessions",
    may: ['party'],
    permission: sessionPolicy.listSessions,
    to: (things) => ({ self: things.party }),
    sql: (things) => `select 1 from session where person_id = '${things.party}'`,
    route: { method: 'GET', path: () => '/indstillinger', yes: [200], holds: 'ida.holt@havneby.example' },
  },
]
