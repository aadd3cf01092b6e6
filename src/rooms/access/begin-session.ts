import { createHash, randomBytes } from 'node:crypto'
import { keepHouse, leaveTrace, readAs, type WriteTx, writeAs } from '../../platform/database/index.ts'
import type { Clock } from '../../platform/clock.ts'
import { newId } from '../../platform/id.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, signInDesk } from './actor.ts'
import type { BegunSession, Session, SignInMethod } from './session.ts'
import * as sessions from './session.queries.ts'
import { deviceWords, isOpen, isTimeToNote, longestSession } from './session.rules.ts'

interface Arrival {
  readonly personId: string
  readonly method: SignInMethod
  readonly userAgent: string
}

/** The hash under which a secret is kept: 32 random bytes need no salt. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const newToken = (): string => randomBytes(32).toString('base64url')

/**
 * Begins a session for someone who has just shown who they are, in the transaction that saw it, as `signInDesk`. Every sign-in begins a
 * new one under a new secret, so that nobody can fix another's in advance.
 */
export const beginSession = async (tx: WriteTx, clock: Clock, arrival: Arrival): Promise<BegunSession> => {
  const now = clock.now()
  const sessionId = newId<'session'>()
  const token = newToken()
  const { personId, method, userAgent } = arrival
  await sessions.insertSession(tx, {
    sessionId,
    tokenHash: hashOf(token),
    personId,
    postId: null,
    method,
    device: deviceWords(userAgent),
    begunAt: now,
    seenAt: now,
    endsAt: now.add(longestSession),
  })
  leaveTrace(tx, { verb: 'session.begun', thing: 'session', ref: sessionId, about: personId, facts: { method } })
  return { sessionId, token }
}

/** The session of this cookie while it is open; notes now and then that it is used. */
export const findOpenSession = async (platform: Platform, token: string): Promise<Session | undefined> => {
  const session = await readAs(platform, signInDesk, (tx) => sessions.findSession(tx, hashOf(token)))
  const now = platform.clock.now()
  if (session === undefined || !isOpen(session, now)) return undefined
  if (isTimeToNote(session, now))
    await keepHouse(platform, signInDesk, (tx) => sessions.noteSessionSeen(tx, session.sessionId, now))
  return session
}

/** Lets a session act for another of the person's posts, under a new secret. Answers with the secret. */
export const actForPost = (
  platform: Platform,
  actor: Actor,
  chosen: { sessionId: string; postId: string },
): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    const token = newToken()
    await sessions.changeSession(tx, chosen.sessionId, chosen.postId, hashOf(token))
    leaveTrace(tx, { verb: 'session.acts_for_post', thing: 'session', ref: chosen.sessionId, about: actor.personId })
    return token
  })
