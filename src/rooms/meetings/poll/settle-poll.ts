import { leaveTrace, readAs, writeAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, isPermitted, type Relations } from '../../access/index.ts'
import { enterGroup } from '../enter.ts'
import type { Group } from '../group/group.ts'
import { findGroup } from '../group/group.queries.ts'
import { loadGroup, relationsToGroup } from '../group/load-group.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { isPollOpen, type Poll, type PollInvitee, type PollTime } from './poll.ts'
import { closePoll, findPoll, getPollForUpdate, listPollInvitees, listPollTimes } from './poll.queries.ts'
import { tellPolled } from './tell-polled.ts'

/** A poll as the group sees it, with what everybody answered. */
export interface LoadedPoll {
  readonly poll: Poll
  readonly group: Group
  readonly times: readonly PollTime[]
  readonly invitees: readonly PollInvitee[]
  readonly isOpen: boolean
  readonly relations: Relations
}

/** A poll as the actor may see it; undefined where there is none. */
export const loadPoll = (platform: Platform, actor: Actor, pollId: string): Promise<LoadedPoll | undefined> =>
  readAs(platform, actor, async (tx) => {
    const poll = await findPoll(tx, pollId)
    const group = poll && (await findGroup(tx, poll.groupId))
    if (poll === undefined || group === undefined) return undefined
    const relations = await relationsToGroup(tx, actor, await loadGroup(tx, group, today(platform.clock)))
    if (!isPermitted(actor, meetingsPolicy.askPoll, relations)) return undefined
    return {
      poll,
      group,
      times: await listPollTimes(tx, pollId),
      invitees: await listPollInvitees(tx, pollId),
      isOpen: isPollOpen(poll, platform.clock.now()),
      relations,
    }
  })

const settle = (
  platform: Platform,
  actor: Actor,
  pollId: string,
  work: (tx: Parameters<typeof closePoll>[0], poll: Poll) => Promise<unknown>,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const found = await findPoll(tx, pollId)
    if (found === undefined) throw new Refused('poll_not_found')
    await enterGroup(tx, { platform, actor }, found.groupId, meetingsPolicy.askPoll)
    const poll = await getPollForUpdate(tx, pollId)
    if (!isPollOpen(poll, platform.clock.now())) throw new Refused('poll_closed')
    await work(tx, poll)
  })

/** Writes once more to those who have not answered, once a day at most. Throws Refused('poll_not_found') or 'poll_closed'. */
export const remindPolled = (platform: Platform, actor: Actor, pollId: string): Promise<void> =>
  settle(platform, actor, pollId, async (tx, { groupId }) => {
    await tellPolled(tx, pollId, 'reminded')
    leaveTrace(tx, { verb: 'poll.reminded', thing: 'meeting_group', ref: groupId })
  })

/** Nobody answers any more. Throws as `remindPolled`. */
export const endPoll = (platform: Platform, actor: Actor, pollId: string): Promise<void> =>
  settle(platform, actor, pollId, async (tx, { groupId }) => {
    await closePoll(tx, pollId, platform.clock.now(), null)
    leaveTrace(tx, { verb: 'poll.closed', thing: 'meeting_group', ref: groupId })
  })
