import { leaveTrace, writeAs } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import type { Actor } from './actor.ts'
import { requirePermission } from './permission.ts'
import { sessionPolicy } from './session.policy.ts'
import * as sessions from './session.queries.ts'

/** Ends one of the actor's own sessions. Throws Refused('session_not_found'), also for another's. */
export const endOwnSession = (platform: Platform, actor: Actor, sessionId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const own = await sessions.listSessions(tx, personOf(actor))
    if (!own.some((session) => session.sessionId === sessionId)) throw new Refused('session_not_found')
    requirePermission(actor, sessionPolicy.endSession, new Set(['self']))
    await sessions.endSession(tx, sessionId, platform.clock.now())
    leaveTrace(tx, { verb: 'session.ended', thing: 'session', ref: sessionId, about: actor.personId })
  })

/** Ends all of the actor's sessions but the one they ask from. Answers how many. */
export const endOtherSessions = (platform: Platform, actor: Actor, sessionId: string): Promise<number> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, sessionPolicy.endSession, new Set(['self']))
    const ended = await sessions.endSessionsOf(tx, personOf(actor), { but: sessionId, at: platform.clock.now() })
    leaveTrace(tx, { verb: 'session.others_ended', thing: 'session', about: actor.personId, facts: { ended } })
    return ended
  })

const personOf = (actor: Actor): string => {
  if (actor.personId === null) throw new Refused('sign_in_first')
  return actor.personId
}
