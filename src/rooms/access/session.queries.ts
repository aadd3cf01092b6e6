import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
import { Refused } from '../../platform/refused.ts'
import type { Session, SignInMethod } from './session.ts'

const columns = [
  'session_id as sessionId',
  'person_id as personId',
  'post_id as postId',
  'method',
  'device',
  'begun_at as begunAt',
  'seen_at as seenAt',
  'ends_at as endsAt',
] as const

type SessionRow = Omit<Session, 'method'> & { readonly method: string }

const methods: readonly SignInMethod[] = ['cast', 'passkey', 'mail_link', 'oidc', 'saml', 'invitation']

const toSession = (row: SessionRow): Session => {
  const method = methods.find((known) => known === row.method)
  if (method === undefined) throw new Error('A session was begun in a way nobody knows')
  return { ...row, method }
}

interface NewSession extends Session {
  readonly tokenHash: Buffer
}

export const insertSession = (tx: WriteTx, session: NewSession) =>
  tx
    .insertInto('session')
    .values({
      session_id: session.sessionId,
      token_hash: session.tokenHash,
      person_id: session.personId,
      post_id: session.postId,
      method: session.method,
      device: session.device,
      begun_at: session.begunAt,
      seen_at: session.seenAt,
      ends_at: session.endsAt,
    })
    .execute()

/** The session whose cookie hashes to this, unless it was ended. */
export const findSession = async (tx: ReadTx, tokenHash: Buffer): Promise<Session | undefined> => {
  const row = await tx
    .selectFrom('session')
    .select(columns)
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && toSession(row)
}

/** A person's sessions that may still be open, the one used last first. */
export const listSessions = async (tx: ReadTx, personId: string): Promise<Session[]> => {
  const rows = await tx
    .selectFrom('session')
    .select(columns)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map(toSession)
}

export const noteSessionSeen = (tx: WriteTx, sessionId: string, seenAt: Temporal.Instant) =>
  tx.updateTable('session').set({ seen_at: seenAt }).where('session_id', '=', sessionId).execute()

/** Lets the session act for another post, under a new secret. */
export const changeSession = (tx: WriteTx, sessionId: string, postId: string, tokenHash: Buffer) =>
  tx
    .updateTable('session')
    .set({ post_id: postId, token_hash: tokenHash })
    .where('session_id', '=', sessionId)
    .execute()

/** Ends one open session the actor may end. Throws Refused('session_not_found'). */
export const endSession = async (tx: WriteTx, sessionId: string, endedAt: Temporal.Instant): Promise<void> => {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ ended_at: endedAt })
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Refused('session_not_found')
}

/** Ends a session where it is still open. Answers whose it was. */
export const endSessionIfOpen = async (tx: WriteTx, sessionId: string, endedAt: Temporal.Instant) => {
  const ended = await tx
    .updateTable('session')
    .set({ ended_at: endedAt })
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return ended?.person_id
}

/** Clears away sessions that ended, or could no longer be used, before the moment. */
export const deleteSessionsBefore = (tx: WriteTx, moment: Temporal.Instant) =>
  tx
    .deleteFrom('session')
    .where((eb) => eb.or([eb('ended_at', '<', moment), eb('ends_at', '<', moment)]))
    .execute()

/** Ends every open session of a person but one; null = all. Answers how many. */
export const endSessionsOf = async (
  tx: WriteTx,
  personId: string,
  { but, at }: { but: string | null; at: Temporal.Instant },
): Promise<number> => {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('session_id', 'is distinct from', but)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
