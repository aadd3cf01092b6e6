import type { Permission } from './permission.ts'

/** Who may do what with passkeys. Row-level security says the same of the rows. */
export const passkeyPolicy = {
  listPasskeys: ['self'],
  registerPasskey: ['self'],
  removePasskey: ['self'],
} satisfies Record<string, Permission>
