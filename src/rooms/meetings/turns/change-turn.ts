import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../../access/index.ts'
import { enterGroup } from '../enter.ts'
import { endConvenorships, insertConvenorship } from './convenorship.queries.ts'
import { updateGroup } from '../group/group.queries.ts'
import { insertRotationEvent } from '../meeting.queries.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { maySwap } from './rotation.rules.ts'

interface TurnChange {
  readonly groupId: string
  readonly memberId: string
  readonly reason: string
}

/** Whoever has the turn cannot: they have the next one instead. Throws Refused('no_rotation') or Refused('not_their_turn'). */
export const skipTurn = (platform: Platform, actor: Actor, { groupId, memberId, reason }: TurnChange): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { turn } = await enterGroup(tx, { platform, actor }, groupId, meetingsPolicy.takeTurn)
    if (turn.rotation === null) throw new Refused('no_rotation')
    if (turn.memberId !== memberId) throw new Refused('not_their_turn')
    await insertRotationEvent(tx, {
      ...noted(platform, actor),
      groupId,
      kind: 'skip',
      memberId,
      otherId: null,
      meetingId: null,
      reason,
    })
    leaveTrace(tx, { verb: 'turn.skipped', thing: 'meeting_group', ref: groupId })
  })

/** Two change places, where both have yet to take their turn this round. Throws Refused('no_rotation') or Refused('swap_not_possible'). */
export const swapTurns = (
  platform: Platform,
  actor: Actor,
  { groupId, memberId, otherId, reason }: TurnChange & { readonly otherId: string },
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { turn } = await enterGroup(tx, { platform, actor }, groupId, meetingsPolicy.takeTurn)
    if (turn.rotation === null) throw new Refused('no_rotation')
    if (!maySwap(turn.rotation, memberId, otherId)) throw new Refused('swap_not_possible')
    await insertRotationEvent(tx, {
      ...noted(platform, actor),
      groupId,
      kind: 'swap',
      memberId,
      otherId,
      meetingId: null,
      reason,
    })
    leaveTrace(tx, { verb: 'turn.swapped', thing: 'meeting_group', ref: groupId })
  })

const noted = ({ clock }: Platform, actor: Actor) => ({
  on: today(clock),
  notedAt: clock.now(),
  notedBy: actor.personId ?? 'system',
})

/** From a day on, another member calls the meetings until further notice. Throws Refused('member_not_found') or Refused('takes_turns'). */
export const handOverConvening = (
  platform: Platform,
  actor: Actor,
  { groupId, memberId, from, why }: { groupId: string; memberId: string; from: Day; why: string },
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { group, members } = await enterGroup(tx, { platform, actor }, groupId, meetingsPolicy.changeGroup)
    if (group.convening === 'rotation') throw new Refused('takes_turns')
    if (!members.some((member) => member.memberId === memberId)) throw new Refused('member_not_found')
    // What was wanted by a day has come; where nothing was said, it is settled from now on.
    if (group.handoverOn !== null || group.convening === 'unsaid')
      await updateGroup(tx, group, { ...group, handoverOn: null, convening: 'fixed' })
    await endConvenorships(tx, groupId, from.subtract({ days: 1 }))
    const by = { at: platform.clock.now(), by: actor.personId ?? 'system' }
    await insertConvenorship(tx, groupId, { memberId, during: { from, to: null }, why }, by)
    leaveTrace(tx, { verb: 'convenor.handed_over', thing: 'meeting_group', ref: groupId })
  })
