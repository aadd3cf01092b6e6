import { createHash, randomBytes } from 'node:crypto'

/** The secret in a link of a mail: mailed once, kept nowhere. */
export const newLinkToken = (): string => randomBytes(32).toString('base64url')

/** The hash under which it is found again: 32 random bytes need no salt. */
export const hashOfLink = (token: string): Buffer => createHash('sha256').update(token).digest()
