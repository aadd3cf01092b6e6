import { keepHouse, leaveTrace, readAs, type WriteTx } from '../../platform/database/index.ts'
import type { Clock } from '../../platform/clock.ts'
import { newId } from '../../platform/id.ts'
import type { Platform } from '../../platform/platform.ts'
import { signInDesk } from './actor.ts'
import { hashOf, newSecret } from './secret.ts'
import type { BegunSession, Session, SignInMethod } from './session.ts'
import * as sessions from './session.queries.ts'
import { deviceWords, isOpen, isTimeToNote, longestSession } from './session.rules.ts'

interface Arrival {
  readonly personId: string
  readonly method: SignInMethod
  readonly userAgent: string
  /** The session the browser had, which ends with this; null = none. */
  readonly replaces?: string | null
}

/**
 * Begins a session for someone who has just shown who they are, in the transaction that saw it, as `signInDesk`. Every sign-in begins a
 * new one under a new secret, so that nobody can fix another's in advance, and ends the one the browser had.
 */
export const beginSession = async (tx: WriteTx, clock: Clock, arrival: Arrival): Promise<BegunSession> => {
  const now = clock.now()
  const sessionId = newId<'session'>()
  const token = newSecret()
  const { personId, method, userAgent, replaces } = arrival
  if (replaces) await endReplaced(tx, replaces, now)
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

const endReplaced = async (tx: WriteTx, sessionId: string, now: Temporal.Instant): Promise<void> => {
  const personId = await sessions.endSessionIfOpen(tx, sessionId, now)
  if (personId === undefined) return
  leaveTrace(tx, { verb: 'session.replaced', thing: 'session', ref: sessionId, about: personId })
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
