import { agreementPolicy } from '../../src/rooms/agreements/index.ts'
import type { Deed } from './deed.ts'
import { holders } from './who-may.people.cases.ts'
import { type Asker, askers } from './world.ts'

/** Those who work with an agreement that is not published. */
export const partiesOfHidden: readonly Asker[] = ['party', 'partyByPlan', 'lead', 'administrator']
/** Those of the organisation a draft was begun for, the lead and the administrator. */
export const circleOfDraft: readonly Asker[] = ['party', 'lead', 'administrator']

/** The ways an agreement is begun: from a template, question by question, and from an old one. */
export const beginningDeeds: readonly Deed[] = [
  {
    what: 'begin a draft from a template',
    may: holders,
    permission: agreementPolicy.beginDraft,
    to: () => ({}),
    sql: () => `insert into source_document values (gen_random_uuid(), 'x', 'x', 'x', '', '[]', now(), 'x', false)`,
    route: { method: 'POST', path: () => '/aftaler/ny/skabelon', form: {}, yes: [422] },
  },
  {
    what: 'take an agreement that is not published into its next period',
    may: partiesOfHidden,
    permission: agreementPolicy.readSource,
    to: (things) => ({ version: things.hiddenVersion }),
    sql: (things) => `select bytes from source_document where source_document_id = '${things.hiddenSource}'`,
    route: { method: 'GET', path: (things) => `/aftaler/ny/naeste-periode/${things.hiddenSlug}`, yes: [200] },
  },
  {
    what: 'begin a draft of its next period',
    may: partiesOfHidden,
    permission: agreementPolicy.readSource,
    to: (things) => ({ version: things.hiddenVersion }),
    sql: (things) => `select lines from source_document where source_document_id = '${things.hiddenSource}'`,
    route: {
      method: 'POST',
      path: (things) => `/aftaler/ny/naeste-periode/${things.hiddenSlug}`,
      form: {},
      yes: [422],
    },
  },
  {
    what: 'answer the questions of a draft one by one',
    may: circleOfDraft,
    permission: agreementPolicy.correctDraft,
    to: (things) => ({ draft: things.draft }),
    sql: (things) => `update draft set changed_at = now() where draft_id = '${things.draft}' returning 1`,
    route: {
      method: 'POST',
      path: (things) => `/udkast/${things.draft}/skabelon`,
      form: { trin: 'goals', svar: '', saa: '' },
      yes: [303, 422],
    },
  },
  {
    what: 'see a draft as an agreement',
    may: circleOfDraft,
    permission: agreementPolicy.correctDraft,
    to: (things) => ({ draft: things.draft }),
    sql: (things) => `select document from draft where draft_id = '${things.draft}'`,
    route: { method: 'GET', path: (things) => `/udkast/${things.draft}/se`, yes: [200] },
  },
  {
    what: 'see the focus areas',
    may: [...askers],
    permission: agreementPolicy.readFocusAreas,
    to: () => ({}),
    sql: () => `select 1 from focus_area`,
    route: { method: 'GET', path: () => '/indsatsomraader', yes: [200] },
  },
  {
    what: 'keep the list of focus areas',
    may: ['administrator'],
    permission: agreementPolicy.keepFocusAreas,
    to: () => ({}),
    sql: () => `insert into focus_area values (gen_random_uuid(), 'x', '[2099-01-01,2100-01-01)', 'x') returning 1`,
    route: { method: 'POST', path: () => '/indsatsomraader', form: { navn: '' }, yes: [422] },
  },
]
