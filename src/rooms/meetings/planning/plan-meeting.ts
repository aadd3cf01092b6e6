import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../../access/index.ts'
import { findPlaceOfPost, layMeetingTime } from '../../calendar/index.ts'
import { layAgenda } from '../agenda/lay-agenda.ts'
import { type Acting, enterGroup } from '../enter.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import { insertMeeting, insertRotationEvent } from '../meeting.queries.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { closePoll, getPollForUpdate } from '../poll/poll.queries.ts'
import { requireNoClash } from './require-no-clash.ts'

export interface MeetingToPlan {
  readonly groupId: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly venueId: string | null
  readonly place: string
  readonly remoteUrl: string
  readonly isExtraordinary: boolean
  /** What it falls together with has been shown, and it is to be there. */
  readonly isKnown?: boolean
  /** So many were told to have something else then when the day was chosen. */
  readonly toldElsewhere?: number
  /** The poll it came of; null = none. */
  readonly pollId?: string | null
}

/**
 * Plans a meeting of a group: it stands in the calendar with its venue booked, its agenda begins with what always stands there and what was
 * carried over, and the turn is taken. Nobody is told yet. Throws Refused('in_the_past'), 'ends_first', 'meeting_collides',
 * 'poll_not_found' or 'venue_taken'.
 */
export const planMeeting = (platform: Platform, actor: Actor, plan: MeetingToPlan): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    const loaded = await enterGroup(tx, { platform, actor }, plan.groupId, meetingsPolicy.callMeeting)
    await requireNoClash(tx, platform, loaded, plan)
    const meetingId = await layMeeting(tx, { platform, actor }, loaded, plan)
    if (plan.pollId) await endPollWith(tx, { platform, actor }, plan, meetingId)
    return meetingId
  })

const endPollWith = async (
  tx: WriteTx,
  { platform }: Acting,
  { groupId, pollId }: MeetingToPlan,
  meetingId: string,
): Promise<void> => {
  const poll = await getPollForUpdate(tx, pollId ?? '')
  if (poll.groupId !== groupId) throw new Refused('poll_not_found')
  await closePoll(tx, poll.pollId, platform.clock.now(), meetingId)
}

/** Writes a meeting, in a transaction of the one who may; the group is held. */
export const layMeeting = async (
  tx: WriteTx,
  acting: Acting,
  loaded: LoadedGroup,
  plan: MeetingToPlan & { readonly isSample?: boolean },
): Promise<string> => {
  const { platform, actor } = acting
  const now = platform.clock.now()
  requireTimes(plan, now)
  const convenorId = loaded.turn.memberId
  const place = await placeOfMeeting(tx, acting, loaded)
  const occurrenceId = await layMeetingTime(tx, acting, {
    title: titleOf(loaded),
    ...place,
    venueId: plan.venueId,
    place: plan.place,
    startsAt: plan.startsAt,
    endsAt: plan.endsAt,
    isSample: plan.isSample ?? false,
  })
  const madeBy = actor.personId ?? 'system'
  const meetingId = await insertMeeting(tx, { ...plan, occurrenceId, convenorId, madeAt: now, madeBy })
  if (loaded.turn.rotation !== null && convenorId !== null)
    await insertRotationEvent(tx, {
      groupId: loaded.group.groupId,
      kind: 'turn',
      memberId: convenorId,
      otherId: null,
      on: today(platform.clock),
      meetingId,
      reason: '',
      notedAt: now,
      notedBy: madeBy,
    })
  await layAgenda(tx, acting, loaded, meetingId)
  leaveTrace(tx, { verb: 'meeting.planned', thing: 'meeting', ref: meetingId })
  return meetingId
}

const titleOf = ({ group }: LoadedGroup): string =>
  group.activity === '' ? group.name : `${group.name} · ${group.activity}`

const requireTimes = ({ startsAt, endsAt }: MeetingToPlan, now: Temporal.Instant): void => {
  if (Temporal.Instant.compare(endsAt, startsAt) <= 0) throw new Refused('ends_first')
  if (Temporal.Instant.compare(startsAt, now) <= 0) throw new Refused('in_the_past')
  if (startsAt.until(endsAt).total('hours') > 12) throw new Refused('meeting_too_long')
}

/** The organisation and plan a meeting stands under in the calendar: those of whoever plans it, else of its convenor, else of the first who sits there. */
const placeOfMeeting = async (
  tx: WriteTx,
  { actor }: Acting,
  { members, turn }: LoadedGroup,
): Promise<{ organisationId: string; planId: string | null }> => {
  const acted = actor.postId === null ? null : await findPlaceOfPost(tx, actor.postId)
  if (acted !== null) return acted
  const convenor = members.find(({ memberId }) => memberId === turn.memberId)
  for (const { organisationId, planId } of [...(convenor === undefined ? [] : [convenor]), ...members])
    if (organisationId !== null) return { organisationId, planId }
  throw new Refused('nobody_to_arrange')
}
