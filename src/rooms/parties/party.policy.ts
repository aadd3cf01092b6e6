import type { Permission } from '../access/index.ts'

/** Who may do what with people and the posts they hold. Row-level security says the same of the rows. */
export const partyPolicy = {
  readPeople: ['holder', 'program'],
  invite: ['lead', 'administrator', 'program'],
  /** Somebody who said yes, and has lost every way in. */
  inviteAgain: ['program'],
  endPost: ['lead', 'administrator', 'program'],
  giveDuty: ['administrator', 'program'],
} satisfies Record<string, Permission>
