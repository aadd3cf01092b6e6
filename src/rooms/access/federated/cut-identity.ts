import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Actor } from '../actor.ts'
import { requirePermission } from '../permission.ts'
import * as identities from './identity.queries.ts'
import { identityPolicy } from './identity.policy.ts'

/** Cuts the tie between the actor and a provider's account; the next sign-in there begins anew, by mail. Throws Refused('identity_not_found'), also for another's. */
export const cutIdentity = (platform: Platform, actor: Actor, federatedIdentityId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, identityPolicy.cutIdentity, new Set(actor.personId === null ? [] : ['self']))
    await identities.deleteIdentity(tx, federatedIdentityId)
    const about = actor.personId
    leaveTrace(tx, { verb: 'identity.cut', thing: 'federated_identity', ref: federatedIdentityId, about })
  })
