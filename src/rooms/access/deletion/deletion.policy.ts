import type { Permission } from '../permission.ts'

/** Who may do what with deletion. Row-level security says the same of the rows. */
export const deletionPolicy = {
  readReport: ['data_protection'],
  setHold: ['data_protection'],
  liftHold: ['data_protection'],
} satisfies Record<string, Permission>
