import { createHash, createHmac } from 'node:crypto'
import type { ReadTx } from '../../../platform/database/index.ts'
import { findSigningKey } from '../../../platform/signing-key.queries.ts'

/** The hash under which a secret is kept. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** The secret of a sign-up's link: signed, so that it can be told again in a later mail though only its hash is kept. */
export const signUpToken = (key: Buffer, signUpId: string): string =>
  createHmac('sha256', key).update(`sign-up ${signUpId}`).digest('base64url')

/** The same, within a transaction that follows upon a sign-up: the key is there. */
export const signUpTokenIn = async (tx: ReadTx, signUpId: string): Promise<string> => {
  const key = await findSigningKey(tx)
  if (key === undefined) throw new Error('There is a sign-up, and no key its link was signed with')
  return signUpToken(key, signUpId)
}

/** Where a sign-up is seen and cancelled. */
export const signUpPath = (token: string): string => `/tilmelding/${token}`
