import { agreementPolicy, revisionPolicy } from '../../src/rooms/agreements/index.ts'
import type { Deed } from './deed.ts'
import type { Things } from './things.ts'
import type { Asker } from './world.ts'

const parties: readonly Asker[] = ['party', 'partyByPlan', 'lead', 'administrator']
const proposers: readonly Asker[] = ['party', 'lead', 'administrator']

const hidden = (things: Things) => ({ version: things.hiddenVersion })
const proposal = (things: Things) => ({ proposal: things.hiddenProposal })
const path = (things: Things, way = '') => `/forslag/${things.hiddenProposal}${way}`

/** What is done to change an agreement that is not published. */
export const revisionDeeds: readonly Deed[] = [
  {
    what: 'read the life of a clause',
    may: [...parties, 'officer'],
    permission: agreementPolicy.readUnpublished,
    to: hidden,
    sql: (things) => `select text from clause where clause_id = '${things.hiddenClause}'`,
    route: {
      method: 'GET',
      path: (things) => `/aftaler/${things.hiddenSlug}/bestemmelser/${things.hiddenClause}`,
      yes: [200],
    },
  },
  {
    what: 'see what is proposed',
    may: parties,
    permission: revisionPolicy.readProposal,
    to: hidden,
    sql: (things) => `select 1 from proposal where base_version_id = '${things.hiddenVersion}'`,
    route: { method: 'GET', path: (things) => `/aftaler/${things.hiddenSlug}/forslag`, yes: [200] },
  },
  {
    what: 'read a proposal',
    may: parties,
    permission: revisionPolicy.readProposal,
    to: proposal,
    sql: (things) => `select document from proposal_edition where proposal_id = '${things.hiddenProposal}'`,
    route: { method: 'GET', path: (things) => path(things), yes: [200] },
  },
  {
    what: 'propose a change',
    may: parties,
    permission: revisionPolicy.propose,
    to: hidden,
    sql: (things) =>
      `insert into proposal (proposal_id, agreement_id, base_version_id, number, title, reason, document, proposed_by, proposed_post, proposed_at)
       select gen_random_uuid(), agreement_id, agreement_version_id, 90, 'x', 'x', '{}', 'x', 'x', now()
       from agreement_version where agreement_version_id = '${things.hiddenVersion}'`,
    route: {
      method: 'POST',
      path: (things) => `/aftaler/${things.hiddenSlug}/forslag/nyt?afsnit=a1/ny`,
      form: { titel: '' },
      yes: [422],
    },
  },
  {
    what: 'comment on a proposal',
    may: parties,
    permission: revisionPolicy.comment,
    to: proposal,
    sql: (things) =>
      `insert into proposal_comment values (gen_random_uuid(), '${things.hiddenProposal}', 'x', 'for', 'x', 'x', now())`,
    route: { method: 'POST', path: (things) => path(things, '/kommentar'), form: { kommentar: '' }, yes: [422] },
  },
  {
    what: 'change a proposal',
    may: proposers,
    permission: revisionPolicy.changeProposal,
    to: proposal,
    sql: (things) => `update proposal set title = title where proposal_id = '${things.hiddenProposal}'`,
    route: {
      method: 'POST',
      path: (things) => path(things, '/ret?afsnit=a1/ny'),
      form: { udgave: '77', overskrift: 'x', ord: 'x' },
      yes: [422],
    },
  },
  {
    what: 'keep another wording of a proposal',
    may: proposers,
    permission: revisionPolicy.changeProposal,
    to: proposal,
    sql: (things) =>
      `insert into proposal_edition values ('${things.hiddenProposal}', 90, '${things.hiddenVersion}', '{}', 'x', now())`,
    route: { method: 'POST', path: (things) => path(things, '/foer-over'), form: { udgave: '77' }, yes: [422] },
  },
  {
    what: 'put a proposal to the forum',
    may: proposers,
    permission: revisionPolicy.put,
    to: proposal,
    sql: (things) => `update proposal set put_at = now() where proposal_id = '${things.hiddenProposal}'`,
    route: { method: 'POST', path: (things) => path(things, '/forelaeg'), form: { udgave: '77' }, yes: [422] },
  },
  {
    what: 'take a proposal back',
    may: proposers,
    permission: revisionPolicy.withdraw,
    to: proposal,
    sql: (things) => `update proposal set withdrawn_at = now() where proposal_id = '${things.hiddenProposal}'`,
    route: { method: 'POST', path: (things) => path(things, '/traek'), form: {}, yes: [303, 422] },
  },
  {
    what: 'decide a proposal',
    may: ['lead', 'administrator'],
    permission: revisionPolicy.decide,
    to: proposal,
    sql: (things) =>
      `insert into proposal_decision values ('${things.hiddenProposal}', 'rejected', '2026-11-20', 'x', null, 'x', null, 'x', now())`,
    route: { method: 'POST', path: (things) => path(things, '/afgoer'), form: { udfald: 'adopted' }, yes: [422] },
  },
  {
    what: 'succeed a version',
    may: ['lead', 'administrator'],
    permission: revisionPolicy.decide,
    to: hidden,
    sql: (things) =>
      `insert into clause values ('${things.hiddenVersion}', gen_random_uuid(), 'x', 0, 0, 'x') returning succeed_version('${things.hiddenVersion}', '2028-01-01')`,
    route: { method: 'POST', path: (things) => path(things, '/afgoer'), form: { udfald: 'rejected' }, yes: [422] },
  },
]
