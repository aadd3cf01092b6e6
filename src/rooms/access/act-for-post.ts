import { leaveTrace, writeAs } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import type { Actor } from './actor.ts'
import { requirePermission } from './permission.ts'
import { newSecret, hashOf } from './secret.ts'
import { sessionPolicy } from './session.policy.ts'
import * as sessions from './session.queries.ts'

interface ChosenPost {
  readonly sessionId: string
  readonly postId: string
  /** The posts the person holds today. */
  readonly held: readonly { readonly postId: string }[]
}

/**
 * Lets a session act for another of the person's posts, under a new secret. Answers with the secret. Throws Refused('post_not_held')
 * for a post they do not hold today.
 */
export const actForPost = (platform: Platform, actor: Actor, chosen: ChosenPost): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, sessionPolicy.choosePost, new Set(actor.personId === null ? [] : ['self']))
    const { sessionId, postId, held } = chosen
    if (!held.some((post) => post.postId === postId)) throw new Refused('post_not_held')
    const secret = newSecret()
    await sessions.changeSession(tx, sessionId, postId, hashOf(secret))
    leaveTrace(tx, { verb: 'session.acts_for_post', thing: 'session', ref: sessionId, about: actor.personId })
    return secret
  })
