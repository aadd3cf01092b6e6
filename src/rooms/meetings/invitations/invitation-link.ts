import { createHmac } from 'node:crypto'
import type { ReadTx } from '../../../platform/database/index.ts'
import { findSigningKey } from '../../../platform/signing-key.queries.ts'

/** The secret of an invitation's link: signed, so that it is the same in every mail though only its hash is kept. */
export const invitationTokenIn = async (tx: ReadTx, inviteeId: string): Promise<string> => {
  const key = await findSigningKey(tx)
  if (key === undefined) throw new Error('An invitation is sent before there is a key to sign its link with')
  return createHmac('sha256', key).update(`meeting invitation ${inviteeId}`).digest('base64url')
}
