import { auditPolicy } from '../../src/rooms/access/audit/audit.policy.ts'
import { agreementPolicy } from '../../src/rooms/agreements/index.ts'
import type { Deed } from './deed.ts'

const nothing = () => ({})
const trail = '/databeskyttelse/logbog'

/** What the data-protection officer does, and with the record of processing the lead and the administrator too. */
export const officerDeeds: readonly Deed[] = [
  {
    what: 'see what is kept',
    may: ['officer'],
    permission: auditPolicy.seeOverview,
    to: nothing,
    sql: () => `select 1 from count_kept()`,
    route: { method: 'GET', path: () => '/databeskyttelse', yes: [200] },
  },
  {
    what: 'read the audit trail',
    may: ['officer'],
    permission: auditPolicy.readTrail,
    to: nothing,
    sql: () => `select 1 from audit_entry where actor = 'system'`,
    route: { method: 'GET', path: () => trail, yes: [200] },
  },
  {
    what: 'take the audit trail out',
    may: ['officer'],
    permission: auditPolicy.exportTrail,
    to: nothing,
    sql: () => `select 1 from audit_entry where actor = 'system'`,
    route: { method: 'GET', path: () => `${trail}.csv`, yes: [200] },
  },
  {
    what: 'take the audit trail out to verify it elsewhere',
    may: ['officer'],
    permission: auditPolicy.exportTrail,
    to: nothing,
    sql: () => `select 1 from audit_lane`,
    route: { method: 'GET', path: () => `${trail}.jsonl`, yes: [200] },
  },
  {
    what: 'verify the audit trail',
    may: ['officer'],
    permission: auditPolicy.verifyTrail,
    to: nothing,
    sql: () => `select 1 from audit_lane`,
    route: { method: 'POST', path: () => `${trail}/kontrol`, form: { kontroltal: '' }, yes: [200] },
  },
]

/** The record of processing is read from agreements that those who take part see anyway: the page alone is kept to few. */
export const recordDeeds: readonly Deed[] = ['/databeskyttelse/fortegnelse', '/databeskyttelse/ansvar'].map((path) => ({
  what: `read ${path}`,
  may: ['officer', 'lead', 'administrator'],
  permission: agreementPolicy.readProcessing,
  to: nothing,
  sql: () => `select 1 where has_duty('data_protection') or has_duty('administrator') or leads_forum()`,
  route: { method: 'GET', path: () => path, yes: [200] },
}))
