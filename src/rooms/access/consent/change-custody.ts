import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../actor.ts'
import { requirePermission } from '../permission.ts'
import { consentPolicy } from './consent.policy.ts'
import { changeGuardianship, listGuardianships } from './subject.queries.ts'

/**
 * Ends a guardianship with the given day as its last; the guardian sees the child's record no more from the day after, and a consent that
 * rested on them waits for whoever holds custody then. Throws Refused('guardianship_not_found').
 */
export const endGuardianship = (
  platform: Platform,
  actor: Actor,
  ending: { childId: string; guardianshipId: string; lastDay: Day },
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const known = await listGuardianships(tx, [ending.childId])
    const guardianship = known.find(({ guardianshipId }) => guardianshipId === ending.guardianshipId)
    if (guardianship === undefined) throw new Refused('guardianship_not_found')
    requirePermission(actor, consentPolicy.changeCustody, new Set(['circle']))
    await changeGuardianship(tx, ending.guardianshipId, { from: guardianship.during.from, to: ending.lastDay })
    leaveTrace(tx, {
      verb: 'guardianship.ended',
      thing: 'guardianship',
      ref: ending.guardianshipId,
      about: ending.childId,
    })
  })
