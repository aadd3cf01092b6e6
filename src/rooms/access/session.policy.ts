import type { Permission } from './permission.ts'

/** Who may do what with sessions. Row-level security says the same of the rows. */
export const sessionPolicy = {
  listSessions: ['self'],
  endSession: ['self'],
  choosePost: ['self'],
} satisfies Record<string, Permission>
