import type { Permission } from '../../access/index.ts'

/** Who may do what with sign-ups. Whoever holds the link of one may see and cancel that one. */
export const signUpPolicy = {
  signUp: ['anyone'],
  readSignUps: ['organiser', 'lead', 'administrator', 'program'],
} satisfies Record<string, Permission>
