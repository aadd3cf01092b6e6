import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../../access/index.ts'
import { holdMeetingTime } from '../../calendar/index.ts'
import { insertItem, listItems } from '../agenda/agenda.queries.ts'
import { listDecisions, listFollowUps } from './decision.queries.ts'
import { documentOfMinutes } from './document-of-minutes.ts'
import type { Acting } from '../enter.ts'
import { type EnteredMinutes, enterMinutes } from './enter-minutes.ts'
import { listInvitees } from '../invitations/invitee.queries.ts'
import { findMeeting, updateMeeting } from '../meeting.queries.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { insertEdition, listCarriedFrom } from './minutes.queries.ts'
import { queueSettling } from './settle-minutes.ts'
import { tellInvited } from '../invitations/tell-invited.ts'

/**
 * Sends the minutes to everybody asked: an edition that is never changed. The meeting is held from then on, what is to be taken up again
 * waits for the next one, and the agreements' journals are told. Throws Refused('nobody_was_there') and as `enterMinutes`.
 */
export const sendMinutes = (platform: Platform, actor: Actor, meetingId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const acting = { platform, actor }
    const entered = await enterMinutes(tx, acting, meetingId, { move: 'send', permission: meetingsPolicy.writeMinutes })
    const { meeting, loaded } = entered
    const written = {
      meeting,
      loaded,
      invitees: await listInvitees(tx, [meetingId]),
      items: await listItems(tx, meetingId),
      decisions: await listDecisions(tx, [meetingId]),
      followUps: await listFollowUps(tx, [meetingId]),
    }
    const document = documentOfMinutes(written)
    const came = document.present.filter(({ presence }) => presence === 'present').length
    if (came === 0) throw new Refused('nobody_was_there')
    const now = platform.clock.now()
    const by = { writtenAt: now, writtenBy: actor.personId ?? 'system' }
    const edition = await insertEdition(tx, { meetingId, document, reason: meeting.correctingBecause, ...by })
    await carryOn(tx, acting, entered, written.items)
    await holdMeetingTime(tx, acting, meeting.occurrenceId, came)
    await updateMeeting(tx, meetingId, {
      state: 'held',
      heldAt: meeting.heldAt ?? now,
      minutesSentAt: now,
      minutesStand: null,
      correctingBecause: '',
    })
    const held = await findMeeting(tx, meetingId)
    if (held !== undefined) await tellInvited(tx, held, 'minutes')
    await queueSettling(tx, { meetingId, edition })
    leaveTrace(tx, { verb: 'minutes.sent', thing: 'meeting', ref: meetingId, facts: { edition } })
  })

/** Lets what is to be taken up again wait for the group's next meeting; once, however often the minutes are sent. */
const carryOn = async (
  tx: WriteTx,
  { platform, actor }: Acting,
  { meeting }: EnteredMinutes,
  items: Awaited<ReturnType<typeof listItems>>,
): Promise<void> => {
  const carried = await listCarriedFrom(tx, meeting.meetingId)
  for (const { itemId, title, body, words, minutes, path, refId, isCarried } of items) {
    if (!isCarried || carried.has(itemId)) continue
    await insertItem(tx, {
      groupId: meeting.groupId,
      meetingId: null,
      kind: 'carried',
      title,
      body,
      words,
      minutes,
      path,
      refId,
      carriedFromId: itemId,
      proposedBy: actor.name ?? 'Brobyg',
      proposedAt: platform.clock.now(),
    })
  }
}

/** Begins a new edition of minutes that were sent, for a reason; the last one stands beside it. Throws Refused('correction_needs_reason'). */
export const correctMinutes = (platform: Platform, actor: Actor, meetingId: string, why: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const move = { move: 'correct', permission: meetingsPolicy.writeMinutes } as const
    await enterMinutes(tx, { platform, actor }, meetingId, move)
    if (why === '') throw new Refused('correction_needs_reason')
    await updateMeeting(tx, meetingId, { correctingBecause: why })
    leaveTrace(tx, { verb: 'minutes.reopened', thing: 'meeting', ref: meetingId })
  })
