import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, findPersons } from '../../access/index.ts'
import { cancelMeetingTime } from '../../calendar/index.ts'
import { returnTurn } from '../call-meeting.ts'
import { enterMinutes } from './enter-minutes.ts'
import { updateMeeting } from '../meeting.queries.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import type { MinutesDocument } from './minutes.ts'
import { requireNobodyIn } from '../person-free.rules.ts'
import { queueSettling } from './settle-minutes.ts'

/** Approves minutes: they stand, whatever is left of the time to object. */
export const approveMinutes = (platform: Platform, actor: Actor, meetingId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const move = { move: 'approve', permission: meetingsPolicy.approveMinutes } as const
    await enterMinutes(tx, { platform, actor }, meetingId, move)
    await updateMeeting(tx, meetingId, { minutesStand: { at: platform.clock.now(), as: 'approved' } })
    await queueSettling(tx, { meetingId, edition: null })
    leaveTrace(tx, { verb: 'minutes.approved', thing: 'meeting', ref: meetingId })
  })

/**
 * Lets all read minutes that stand, or no longer. What is said in them may tell of nobody, in any group: who took part is shown by seat.
 * Throws Refused('names_persons').
 */
export const publishMinutes = (
  platform: Platform,
  actor: Actor,
  meetingId: string,
  wish: { readonly isPublished: boolean; readonly isVouchedFor: boolean },
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const move = { move: 'publish', permission: meetingsPolicy.approveMinutes } as const
    const { editions, loaded } = await enterMinutes(tx, { platform, actor }, meetingId, move)
    const document = editions.at(-1)?.document
    if (wish.isPublished && document !== undefined) {
      const text = textOfMinutes(document)
      const knownNames = loaded.everyone.flatMap(({ holder }) => (holder === null ? [] : [holder]))
      requireNobodyIn(text, findPersons(text, { knownNames }), wish.isVouchedFor)
    }
    await updateMeeting(tx, meetingId, { isPublished: wish.isPublished })
    leaveTrace(tx, {
      verb: wish.isPublished ? 'minutes.published' : 'minutes.unpublished',
      thing: 'meeting',
      ref: meetingId,
    })
  })

/** All that is said in minutes, as one text. */
export const textOfMinutes = ({ items }: MinutesDocument): string =>
  items
    .flatMap(({ title, said, decisions, followUps }) => [
      title,
      said,
      ...decisions.map(({ decided }) => decided),
      ...followUps.map(({ task }) => task),
    ])
    .join('\n')

/** Says that a meeting was not held after all: it counts for nothing, and the turn is its convenor's again. Throws Refused('not_held_needs_reason'). */
export const unholdMeeting = (platform: Platform, actor: Actor, meetingId: string, why: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const acting = { platform, actor }
    const move = { move: 'not_held', permission: meetingsPolicy.approveMinutes } as const
    const { meeting, loaded } = await enterMinutes(tx, acting, meetingId, move)
    if (why === '') throw new Refused('not_held_needs_reason')
    await cancelMeetingTime(tx, acting, meeting.occurrenceId, why)
    await updateMeeting(tx, meetingId, {
      state: 'cancelled',
      cancelledAt: platform.clock.now(),
      reason: why,
      minutesStand: null,
      isPublished: false,
    })
    await returnTurn(tx, acting, loaded, meeting)
    await queueSettling(tx, { meetingId, edition: null })
    leaveTrace(tx, { verb: 'minutes.meeting_not_held', thing: 'meeting', ref: meetingId })
  })
