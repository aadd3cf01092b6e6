import type { Permission } from '../permission.ts'

/** Who may do what with the accounts at providers that are tied to a person. Row-level security says the same of the rows. */
export const identityPolicy = {
  listIdentities: ['self'],
  cutIdentity: ['self'],
} satisfies Record<string, Permission>
