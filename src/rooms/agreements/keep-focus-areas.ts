import { leaveTrace, writeAs } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { agreementPolicy } from './agreement.policy.ts'
import type { FocusArea } from './focus-area.ts'
import { deleteFocusArea, writeFocusArea } from './focus-area.queries.ts'

/** Adds a focus area, or changes the one with its id. Agreements keep the name they were written with. */
export const keepFocusArea = (platform: Platform, actor: Actor, area: FocusArea): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, agreementPolicy.keepFocusAreas)
    await writeFocusArea(tx, area)
    leaveTrace(tx, { verb: 'focus_area.kept', thing: 'focus_area', ref: area.focusAreaId })
  })

/** Removes a focus area that was written by mistake. */
export const removeFocusArea = (platform: Platform, actor: Actor, focusAreaId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, agreementPolicy.keepFocusAreas)
    await deleteFocusArea(tx, focusAreaId)
    leaveTrace(tx, { verb: 'focus_area.removed', thing: 'focus_area', ref: focusAreaId })
  })
