import { type DaySpan, leaveTrace, writeAs } from '../../platform/database/index.ts'
import { findId } from '../../platform/id.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { partyPolicy } from './party.policy.ts'
import { requireSpan } from './register.rules.ts'
import { setAreaDistrict, setPlanPeriod, settleAsAnother } from './register.queries.ts'

/** Says that two names are of two, so that it is not asked again. Throws Refused('sameness_not_found') where it is not open. */
export const settleSameness = (platform: Platform, actor: Actor, samenessId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.keepRegister)
    const said = { at: platform.clock.now(), by: actor.personId ?? 'system' }
    const asked = findId(samenessId)
    if (asked === undefined || !(await settleAsAnother(tx, asked, said))) throw new Refused('sameness_not_found')
    leaveTrace(tx, { verb: 'sameness.settled', thing: 'sameness', ref: asked })
  })

/** Notes when a plan runs; both ends may be left out. Throws Refused('span_ends_before_it_begins') or 'plan_not_found'. */
export const datePlan = (platform: Platform, actor: Actor, planId: string, during: DaySpan | null): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.keepRegister)
    if (during !== null) requireSpan(during.from, during.to)
    const asked = findId(planId)
    if (asked === undefined || !(await setPlanPeriod(tx, asked, during))) throw new Refused('plan_not_found')
    leaveTrace(tx, { verb: 'plan.dated', thing: 'plan', ref: asked })
  })

/** Notes which district an area lies in; null = not known. Throws Refused('area_not_found'). */
export const placeArea = (platform: Platform, actor: Actor, areaId: string, district: string | null): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.keepRegister)
    const asked = findId(areaId)
    if (asked === undefined || !(await setAreaDistrict(tx, asked, district))) throw new Refused('area_not_found')
    leaveTrace(tx, { verb: 'area.placed', thing: 'area', ref: asked })
  })
