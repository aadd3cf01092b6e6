import type { Permission } from '../permission.ts'

/** Who may do what with the audit trail. Row-level security says the same of its rows; everyone reads the entries of what they did themselves. */
export const auditPolicy = {
  readTrail: ['data_protection'],
  exportTrail: ['data_protection'],
  verifyTrail: ['data_protection'],
  seeOverview: ['data_protection'],
} satisfies Record<string, Permission>
