import { commitmentPolicy } from '../../src/rooms/commitments/commitment.policy.ts'
import { canaries } from './things.ts'
import type { Deed } from './deed.ts'

const page = '/aftaler/aflevering'

/** Taking the whole partnership out: asked for by the lead and the administrator, and each archive for whoever asked for it alone. */
export const partnershipExportDeeds: readonly Deed[] = [
  {
    what: 'see how the whole partnership is taken out',
    may: ['lead', 'administrator'],
    permission: commitmentPolicy.exportPartnership,
    to: () => ({}),
    sql: () =>
      `insert into partnership_export (partnership_export_id, asked_by, stood_on, language, asked_at, steps)
       values (gen_random_uuid(), acting_person()::text, '2026-11-20', 'da', now(), 1) returning 1`,
    route: { method: 'GET', path: () => page, yes: [200] },
  },
  {
    what: 'ask for the whole partnership',
    may: ['lead', 'administrator'],
    permission: commitmentPolicy.exportPartnership,
    to: () => ({}),
    sql: () =>
      `insert into partnership_export (partnership_export_id, asked_by, stood_on, language, asked_at, steps)
       values (gen_random_uuid(), acting_person()::text, '2026-11-20', 'en', now(), 1) returning 1`,
    route: { method: 'POST', path: () => page, form: { plan: '', dag: '' }, yes: [422] },
  },
  {
    what: 'see how far what the lead asked for has come',
    may: ['lead'],
    permission: commitmentPolicy.fetchPartnershipExport,
    to: (things) => ({ self: things.lead }),
    sql: (things) => `select steps from partnership_export where partnership_export_id = '${things.leadExport}'`,
    route: { method: 'GET', path: (things) => `${page}/${things.leadExport}`, yes: [200] },
  },
  {
    what: 'fetch what the lead asked for',
    may: ['lead'],
    permission: commitmentPolicy.fetchPartnershipExport,
    to: (things) => ({ self: things.lead }),
    sql: (things) => `select archive from partnership_export where partnership_export_id = '${things.leadExport}'`,
    route: {
      method: 'GET',
      path: (things) => `${page}/${things.leadExport}/hent.zip`,
      yes: [200],
      holds: canaries.archive,
    },
  },
  {
    what: 'change what the lead asked for',
    may: ['lead'],
    permission: commitmentPolicy.fetchPartnershipExport,
    to: (things) => ({ self: things.lead }),
    sql: (things) =>
      `update partnership_export set steps_done = 1 where partnership_export_id = '${things.leadExport}' returning 1`,
    route: { method: 'GET', path: (things) => `${page}/${things.leadExport}`, yes: [200] },
  },
]
