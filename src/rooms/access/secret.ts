import { createHash, randomBytes } from 'node:crypto'

/** A secret nobody can guess: 32 random bytes, as they may stand in a cookie or an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Whether a text has the form of such a secret. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** The hash under which a secret is kept: 32 random bytes need no salt. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
