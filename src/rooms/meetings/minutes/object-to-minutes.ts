import { leaveTrace, type ReadTx, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { type Day, homeZone, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../../access/index.ts'
import { hashOfLink } from '../../calendar/index.ts'
import { linkActor } from '../invitations/answer-meeting.ts'
import { enterMinutes } from './enter-minutes.ts'
import { findInviteeByLink } from '../invitations/invitee.queries.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { findMinutesByLink } from '../meeting-times.queries.ts'
import type { MinutesEdition } from './minutes.ts'
import { insertObjection, listEditions } from './minutes.queries.ts'
import { lastObjectionDay } from './minutes.rules.ts'

/** Objects to the last edition of minutes, as somebody who sits in the group. Throws Refused('objection_needs_words') or 'objections_closed'. */
export const objectToMinutes = (platform: Platform, actor: Actor, meetingId: string, said: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const move = { move: 'object', permission: meetingsPolicy.writeMinutes } as const
    const { editions, loaded } = await enterMinutes(tx, { platform, actor }, meetingId, move)
    const seat = loaded.members.find(({ postId }) => postId !== null && postId === actor.postId)
    const by = { memberId: seat?.memberId ?? null, objectedBy: actor.name ?? 'Brobyg' }
    await object(tx, platform, { editionId: editions.at(-1)?.editionId, said, ...by })
    leaveTrace(tx, { verb: 'minutes.objected', thing: 'meeting', ref: meetingId })
  })

/** Objects by the link of an invitation, without an account. Throws as `objectToMinutes`, and Refused('invitation_not_found'). */
export const objectByLink = (platform: Platform, token: string, said: string): Promise<void> =>
  writeAs(platform, linkActor(token), async (tx) => {
    const invitee = await findInviteeByLink(tx, hashOfLink(token))
    if (invitee === undefined) throw new Refused('invitation_not_found')
    const { editions, lastDay } = await loadMinutesByLink(tx, invitee.meetingId, today(platform.clock))
    if (lastDay === null) throw new Refused('objections_closed')
    const by = { memberId: invitee.memberId, objectedBy: invitee.name }
    await object(tx, platform, { editionId: editions.at(-1)?.editionId, said, ...by })
    leaveTrace(tx, { verb: 'minutes.objected', thing: 'meeting', ref: invitee.meetingId })
  })

const object = async (
  tx: WriteTx,
  { clock }: Platform,
  objection: {
    readonly editionId: string | undefined
    readonly said: string
    readonly memberId: string | null
    readonly objectedBy: string
  },
): Promise<void> => {
  const { editionId, ...told } = objection
  if (editionId === undefined) throw new Refused('minutes_not_sent')
  if (told.said === '') throw new Refused('objection_needs_words')
  await insertObjection(tx, { ...told, editionId, objectedAt: clock.now() })
}

/** The minutes as whoever holds the link of an invitation sees them. */
export interface MinutesByLink {
  readonly editions: readonly MinutesEdition[]
  /** The last day they may be objected to; null = no longer, or not yet. */
  readonly lastDay: Day | null
}

/** The minutes of a meeting for whoever holds the link of an invitation to it. */
export const loadMinutesByLink = async (tx: ReadTx, meetingId: string, day: Day): Promise<MinutesByLink> => {
  const editions = await listEditions(tx, [meetingId])
  const found = await findMinutesByLink(tx, meetingId)
  if (found === undefined || found.sentAt === null || found.isSettled) return { editions, lastDay: null }
  const last = lastObjectionDay(found.sentAt.toZonedDateTimeISO(homeZone).toPlainDate(), found.objectionDays)
  return { editions, lastDay: Temporal.PlainDate.compare(day, last) > 0 ? null : last }
}
