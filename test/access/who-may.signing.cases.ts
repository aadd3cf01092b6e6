import { agreementPolicy } from '../../src/rooms/agreements/index.ts'
import type { Deed } from './deed.ts'
import type { Things } from './things.ts'
import { holders } from './who-may.people.cases.ts'
import { type Asker, askers } from './world.ts'

const published = (things: Things) => ({ version: things.publishedVersion })
const hidden = (things: Things) => ({ version: things.hiddenVersion })

/** Those whose own organisation is party; who administers the partnership speaks for none. */
const signatoriesOfPublished: readonly Asker[] = ['party', 'partyByPlan', 'otherParty', 'volunteer', 'lead', 'otherHat']
const signatoriesOfHidden: readonly Asker[] = ['party', 'partyByPlan', 'lead']
const partiesOfPublished: readonly Asker[] = [...signatoriesOfPublished, 'administrator']
const partiesOfHidden: readonly Asker[] = [...signatoriesOfHidden, 'administrator']

const signature = (version: string) =>
  `insert into version_signature (agreement_version_id, organisation_id, post_id, person_id, holder_id, signer_name, signer_post,
     signer_organisation, document_hash, signed_at, signed_on, held_during)
   select '${version}', p.organisation_id, h.post_id, h.person_id, h.holder_id, 'x', 'x', 'x', repeat('0', 64), now(), acting_day(), h.holder_during
   from holder h join post p using (post_id) where h.person_id = acting_person() and h.post_id::text = current_setting('brobyg.post', true)
   returning 1`

const entry = (version: string) =>
  `insert into journal_entry (journal_entry_id, agreement_id, happened_on, direction, theme, thing, written_at, written_by)
   select gen_random_uuid(), agreement_id, '2026-11-20', 'in', 'x', 'letter', now(), 'x' from agreement_version
   where agreement_version_id = '${version}' returning 1`

/** A form that is let in and then found wanting, so that nothing is confirmed. */
const unseen = { udgave: '1', funktion: 'x', aftryk: 'x' }

/** What can be done about who confirms an agreement, its journal and the numbers it is kept under. */
export const signingDeeds: readonly Deed[] = [
  {
    what: 'confirm a version',
    may: signatoriesOfPublished,
    permission: agreementPolicy.signVersion,
    to: published,
    sql: (things) => signature(things.publishedVersion),
    route: {
      method: 'POST',
      path: (things) => `/aftaler/${things.publishedSlug}/tiltraedelse`,
      form: unseen,
      yes: [422],
    },
  },
  {
    what: 'confirm a version that is not published',
    may: signatoriesOfHidden,
    permission: agreementPolicy.signVersion,
    to: hidden,
    sql: (things) => signature(things.hiddenVersion),
    route: { method: 'POST', path: (things) => `/aftaler/${things.hiddenSlug}/tiltraedelse`, form: unseen, yes: [422] },
  },
  {
    what: 'see who has confirmed a version',
    may: [...askers],
    permission: agreementPolicy.readPublished,
    to: published,
    sql: (things) => `select 1 from agreement_party where agreement_version_id = '${things.publishedVersion}'`,
    route: { method: 'GET', path: (things) => `/aftaler/${things.publishedSlug}/tiltraedelse`, yes: [200] },
  },
  {
    what: 'see who has confirmed a version that is not published',
    may: [...partiesOfHidden, 'officer'],
    permission: agreementPolicy.readUnpublished,
    to: hidden,
    sql: (things) => `select 1 from agreement_party where agreement_version_id = '${things.hiddenVersion}'`,
    route: { method: 'GET', path: (things) => `/aftaler/${things.hiddenSlug}/tiltraedelse/kontrol`, yes: [200] },
  },
  {
    what: 'ask the parties that are missing',
    may: ['lead', 'administrator'],
    permission: agreementPolicy.askForSignatures,
    to: published,
    sql: (things) =>
      `insert into signature_request select gen_random_uuid(), agreement_version_id, organisation_id, now(), 'x', tstzrange(now(), now() + interval '1 day')
       from agreement_party where agreement_version_id = '${things.publishedVersion}' and plan_id is null limit 1 returning 1`,
    route: {
      method: 'POST',
      path: (things) => `/aftaler/${things.publishedSlug}/tiltraedelse/bed`,
      form: { udgave: '1' },
      // The second who may finds that all are asked.
      yes: [303, 422],
    },
  },
  {
    what: 'read the journal',
    may: partiesOfPublished,
    permission: agreementPolicy.readJournal,
    to: published,
    sql: (things) => `select 1 from journal_entry where journal_entry_id = '${things.publishedEntry}'`,
    route: { method: 'GET', path: (things) => `/aftaler/${things.publishedSlug}/journal.csv`, yes: [200] },
  },
  {
    what: 'read the journal of an agreement that is not published',
    may: partiesOfHidden,
    permission: agreementPolicy.readJournal,
    to: hidden,
    sql: (things) =>
      `select 1 from journal_entry j join agreement_version v using (agreement_id) where v.agreement_version_id = '${things.hiddenVersion}'`,
    route: { method: 'GET', path: (things) => `/aftaler/${things.hiddenSlug}/journal`, yes: [200] },
  },
  {
    what: 'read the journals of all their agreements',
    may: holders,
    permission: agreementPolicy.readJournals,
    to: () => ({}),
    sql: () => `select 1 where takes_part()`,
    route: { method: 'GET', path: () => '/journal', yes: [200] },
  },
  {
    what: 'write in the journal',
    may: partiesOfPublished,
    permission: agreementPolicy.writeJournal,
    to: published,
    sql: (things) => entry(things.publishedVersion),
    route: {
      method: 'POST',
      path: (things) => `/aftaler/${things.publishedSlug}/journal`,
      form: { dag: '2026-11-20', retning: 'in', tema: 'Brev om lokaler' },
      yes: [303],
    },
  },
  {
    what: 'mark a line of the journal as shared',
    may: partiesOfPublished,
    permission: agreementPolicy.writeJournal,
    to: published,
    sql: (things) =>
      `update journal_entry set shared_at = now(), shared_by = 'x' where journal_entry_id = '${things.publishedEntry}' returning 1`,
    route: {
      method: 'POST',
      path: (things) => `/aftaler/${things.publishedSlug}/journal/${things.publishedEntry}`,
      form: { delt: 'ja' },
      yes: [303],
    },
  },
  {
    what: 'add a case number',
    may: partiesOfPublished,
    permission: agreementPolicy.writeJournal,
    to: published,
    sql: (things) =>
      `insert into case_reference select agreement_id, 'case_number', gen_random_uuid()::text from agreement_version
       where agreement_version_id = '${things.publishedVersion}' returning 1`,
    route: {
      method: 'POST',
      path: (things) => `/aftaler/${things.publishedSlug}/sagsnumre`,
      form: { slags: 'case_number', nummer: '26/28145' },
      yes: [303],
    },
  },
]
