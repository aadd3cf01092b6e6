import { leaveTrace, writeAs } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { getVersionOn, listRelationsTo } from '../agreements/index.ts'
import { insertAnchoringPlan, listAnchoringPlans, lockAnchoring } from './anchoring.queries.ts'
import type { AnchoringPlan } from './anchoring.ts'
import { commitmentPolicy } from './commitment.policy.ts'

/**
 * Writes who carries an activity on afterwards; `plan.number` is the one the person had before them. Throws
 * Refused('activity_not_found') or Refused('anchoring_changed_meanwhile').
 */
export const planAnchoring = (platform: Platform, actor: Actor, slug: string, plan: AnchoringPlan): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { agreementVersionId, document } = await getVersionOn(tx, slug, today(platform.clock))
    const toActivity = await listRelationsTo(tx, agreementVersionId, plan.activityId)
    requirePermission(actor, commitmentPolicy.planAnchoring, toActivity)
    if (!document.activities.some(({ id }) => id === plan.activityId)) throw new Refused('activity_not_found')
    await lockAnchoring(tx, agreementVersionId, plan.activityId)
    const plans = await listAnchoringPlans(tx, [agreementVersionId], today(platform.clock))
    const last = plans.get(agreementVersionId)?.get(plan.activityId)?.number ?? 0
    if (last !== plan.number) throw new Refused('anchoring_changed_meanwhile')
    await insertAnchoringPlan(tx, {
      ...plan,
      number: last + 1,
      agreementVersionId,
      plannedBy: actor.personId ?? 'system',
      plannedAt: platform.clock.now(),
    })
    leaveTrace(tx, {
      verb: 'anchoring.planned',
      thing: 'agreement_version',
      ref: agreementVersionId,
      facts: { activity: plan.activityId },
    })
  })
