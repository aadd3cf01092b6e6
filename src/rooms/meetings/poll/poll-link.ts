import { createHmac } from 'node:crypto'
import type { ReadTx } from '../../../platform/database/index.ts'
import { findSigningKey } from '../../../platform/signing-key.queries.ts'
import { hashOfLink } from '../../calendar/index.ts'

/** The secret of a poll's link: signed, so that it is the same in every mail though only its hash is kept. */
export const pollTokenIn = async (tx: ReadTx, inviteeId: string): Promise<string> => {
  const key = await findSigningKey(tx)
  if (key === undefined) throw new Error('A poll is asked before there is a key to sign its links with')
  return createHmac('sha256', key).update(`meeting poll ${inviteeId}`).digest('base64url')
}

/** Whoever holds a poll's link acts as its hash, and on that alone. */
export const pollLinkActor = (token: string) => ({ personId: `poll:${hashOfLink(token).toString('hex')}` })
