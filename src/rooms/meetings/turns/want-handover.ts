import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Actor } from '../../access/index.ts'
import { enterGroup } from '../enter.ts'
import { updateGroup } from '../group/group.queries.ts'
import { meetingsPolicy } from '../meetings.policy.ts'

/** Sets the day by which somebody else is to call a group's meetings; null = no day. Throws Refused('changed_meanwhile'). */
export const wantHandover = (platform: Platform, actor: Actor, groupId: string, on: Day | null): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { group } = await enterGroup(tx, { platform, actor }, groupId, meetingsPolicy.changeGroup)
    await updateGroup(tx, group, { ...group, handoverOn: on })
    leaveTrace(tx, { verb: 'convenor.handover_wanted', thing: 'meeting_group', ref: groupId })
  })
