import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { getSigningKey } from '../../../platform/signing-key.queries.ts'
import { type Actor, findPersons } from '../../access/index.ts'
import { hashOfLink } from '../../calendar/index.ts'
import { enterGroup } from '../enter.ts'
import type { Group } from '../group/group.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { requireNobodyIn } from '../person-free.rules.ts'
import type { PollInvitee, PollTime } from './poll.ts'
import { insertPoll, insertPollInvitee } from './poll.queries.ts'
import { pollTokenIn } from './poll-link.ts'
import { tellPolled } from './tell-polled.ts'

export interface PollToAsk {
  readonly groupId: string
  readonly title: string
  readonly note: string
  readonly closesAt: Temporal.Instant
  readonly times: readonly Omit<PollTime, 'timeId'>[]
  readonly asked: readonly Pick<PollInvitee, 'memberId' | 'name' | 'mail' | 'language'>[]
}

const most = { times: 12, asked: 60 }

/**
 * Asks which of some times suits; everybody asked gets a mail with a link of their own. Throws Refused('poll_needs_times'),
 * 'poll_needs_people', 'poll_too_large', 'poll_closes_late', 'mail_address_wrong', and as `planMeeting` for the times.
 */
export const askPoll = async (platform: Platform, actor: Actor, poll: PollToAsk): Promise<string> => {
  await getSigningKey(platform)
  return writeAs(platform, actor, async (tx) => {
    const { group } = await enterGroup(tx, { platform, actor }, poll.groupId, meetingsPolicy.askPoll)
    const now = platform.clock.now()
    requirePoll(group, poll, now)
    const pollId = await insertPoll(tx, { ...poll, askedAt: now, askedBy: actor.personId ?? 'system' })
    for (const invitee of poll.asked) {
      const inviteeId = newId<'poll_invitee'>()
      const tokenHash = hashOfLink(await pollTokenIn(tx, inviteeId))
      await insertPollInvitee(tx, { ...invitee, inviteeId, pollId }, tokenHash)
    }
    await tellPolled(tx, pollId, 'asked')
    leaveTrace(tx, { verb: 'poll.asked', thing: 'meeting_group', ref: poll.groupId })
    return pollId
  })
}

const requirePoll = ({ isPersonFree }: Group, poll: PollToAsk, now: Temporal.Instant): void => {
  const { times, asked, closesAt } = poll
  if (times.length === 0) throw new Refused('poll_needs_times')
  if (asked.length === 0) throw new Refused('poll_needs_people')
  if (times.length > most.times || asked.length > most.asked) throw new Refused('poll_too_large')
  for (const { startsAt, endsAt } of times) {
    if (Temporal.Instant.compare(endsAt, startsAt) <= 0) throw new Refused('ends_first')
    if (Temporal.Instant.compare(startsAt, now) <= 0) throw new Refused('in_the_past')
    if (startsAt.until(endsAt).total('hours') > 12) throw new Refused('meeting_too_long')
  }
  if (Temporal.Instant.compare(closesAt, now) <= 0) throw new Refused('in_the_past')
  if (times.every(({ startsAt }) => Temporal.Instant.compare(startsAt, closesAt) <= 0))
    throw new Refused('poll_closes_late')
  if (asked.some(({ mail }) => !isMailAddress(mail))) throw new Refused('mail_address_wrong')
  const text = `${poll.title}\n${poll.note}`
  if (isPersonFree) requireNobodyIn(text, findPersons(text, { knownNames: [] }), false)
}
