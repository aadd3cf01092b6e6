import { createHash, randomBytes } from 'node:crypto'

/** The secret in an invitation's link: shown and mailed once, kept nowhere. */
export const newLinkToken = (): string => randomBytes(32).toString('base64url')

/** The hash under which it is found again: 32 random bytes need no salt. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The address an invitation's link opens. */
export const invitationUrl = (baseUrl: string, token: string): string => `${baseUrl}/invitation/${token}`
