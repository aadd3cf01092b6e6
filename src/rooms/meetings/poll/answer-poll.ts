import { leaveTrace, readAs, type ReadTx, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { hashOfLink } from '../../calendar/index.ts'
import { findGroup } from '../group/group.queries.ts'
import { isPollOpen, type Poll, type PollAnswer, type PollInvitee, type PollTime } from './poll.ts'
import { findPoll, findPollInviteeByLink, listPollTimes, savePollAnswers } from './poll.queries.ts'
import { pollLinkActor } from './poll-link.ts'

/** What whoever holds a poll's link sees: the times, and their own answers alone. */
export interface OpenedPoll {
  readonly poll: Poll
  readonly group: string
  readonly times: readonly PollTime[]
  readonly invitee: PollInvitee
  readonly isOpen: boolean
}

/** Opens a poll by its link. Throws Refused('poll_not_found'). */
export const openPoll = (platform: Platform, token: string): Promise<OpenedPoll> =>
  readAs(platform, pollLinkActor(token), (tx) => openIn(tx, platform, token))

const openIn = async (tx: ReadTx, { clock }: Platform, token: string): Promise<OpenedPoll> => {
  const invitee = await findPollInviteeByLink(tx, hashOfLink(token))
  const poll = invitee && (await findPoll(tx, invitee.pollId))
  const group = poll && (await findGroup(tx, poll.groupId))
  if (invitee === undefined || poll === undefined || group === undefined) throw new Refused('poll_not_found')
  const times = await listPollTimes(tx, poll.pollId)
  return { poll, group: group.name, times, invitee, isOpen: isPollOpen(poll, clock.now()) }
}

/** Answers a poll by its link; the latest answer counts. Throws Refused('poll_not_found'), 'poll_closed' or 'poll_unanswered'. */
export const answerPoll = (
  platform: Platform,
  token: string,
  given: { readonly answers: ReadonlyMap<string, PollAnswer>; readonly note: string },
): Promise<void> =>
  writeAs(platform, pollLinkActor(token), async (tx) => {
    const { poll, times, invitee, isOpen } = await openIn(tx, platform, token)
    if (!isOpen) throw new Refused('poll_closed')
    const asked = new Set(times.map(({ timeId }) => timeId))
    const answers = new Map([...given.answers].filter(([timeId]) => asked.has(timeId)))
    if (answers.size < asked.size) throw new Refused('poll_unanswered')
    await savePollAnswers(tx, invitee.inviteeId, { answers, note: given.note, at: platform.clock.now() })
    leaveTrace(tx, { verb: 'poll.answered', thing: 'meeting_group', ref: poll.groupId })
  })
