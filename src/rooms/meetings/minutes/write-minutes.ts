import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, findPersons } from '../../access/index.ts'
import { getItemForUpdate } from '../agenda/agenda.queries.ts'
import type { AgendaItem } from '../agenda/agenda.ts'
import { inviteMembers } from '../call-meeting.ts'
import { requireHolds } from './clean-said.ts'
import {
  getFollowUpForUpdate,
  insertDecision,
  insertFollowUp,
  rewriteDecision,
  updateFollowUp,
} from './decision.queries.ts'
import { type EnteredMinutes, enterMinutes } from './enter-minutes.ts'
import type { Group } from '../group/group.ts'
import { listInvitees, updateInvitee } from '../invitations/invitee.queries.ts'
import { dayOfMeeting } from '../group/load-group.ts'
import type { Presence } from '../meeting.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { mergeSaid } from './merge-said.rules.ts'
import { updateSaid } from './minutes.queries.ts'
import { requireNobodyIn } from '../person-free.rules.ts'
import { today } from '../../../platform/day.ts'

const writing = { move: 'write', permission: meetingsPolicy.writeMinutes } as const

/** In a group whose papers tell of nobody, no text of its minutes does. Throws Refused('names_persons'). */
const requireText = ({ isPersonFree }: Group, text: string, isVouchedFor: boolean): void => {
  if (isPersonFree) requireNobodyIn(text, findPersons(text, { knownNames: [] }), isVouchedFor)
}

/** Whether somebody came, by the seat they have or, where they have none, by their invitation. */
export interface SaidPresence {
  readonly of: string
  readonly presence: Presence
  readonly substitute: string
}

/** Notes who came. Those who sit there and were never asked are counted among the asked from then on. Only what is told is changed. */
export const notePresence = (
  platform: Platform,
  actor: Actor,
  meetingId: string,
  said: readonly SaidPresence[],
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const acting = { platform, actor }
    const { meeting, loaded } = await enterMinutes(tx, acting, meetingId, writing)
    await inviteMembers(tx, acting, loaded, meeting)
    const invitees = await listInvitees(tx, [meetingId])
    for (const { of, presence, substitute } of said) {
      const invitee = invitees.find(({ inviteeId, memberId }) => inviteeId === of || memberId === of)
      if (invitee !== undefined) await updateInvitee(tx, invitee.inviteeId, { presence, substitute })
    }
    leaveTrace(tx, { verb: 'minutes.presence_noted', thing: 'meeting', ref: meetingId })
  })

/** What is said under a point: the text, what stood in the box when it was opened, and the version that was. */
export interface SaidUnder {
  readonly meetingId: string
  readonly itemId: string
  readonly text: string
  readonly before: string
  readonly version: number
  readonly isCarried: boolean
  readonly isVouchedFor: boolean
}

/**
 * Writes what was said under a point. Where another wrote meanwhile, both texts are put together, and the answer tells whether they were, and
 * whether both changed the same words. Throws Refused('said_too_long'), 'names_persons', 'item_not_found' or as `enterMinutes`.
 */
export const writeSaid = (platform: Platform, actor: Actor, said: SaidUnder): Promise<'saved' | 'merged' | 'both'> =>
  writeAs(platform, actor, async (tx) => {
    requireHolds(said.text)
    const { loaded } = await enterMinutes(tx, { platform, actor }, said.meetingId, writing)
    const item = await getItemOf(tx, said)
    requireText(loaded.group, said.text, said.isVouchedFor)
    const { text, outcome } =
      item.saidVersion === said.version
        ? { text: said.text, outcome: 'saved' as const }
        : mergeSaid(said.before, said.text, item.said)
    const by = { at: platform.clock.now(), by: actor.personId ?? 'system' }
    await updateSaid(tx, item, { text, isCarried: said.isCarried, ...by })
    leaveTrace(tx, { verb: 'minutes.written', thing: 'meeting', ref: said.meetingId, facts: { outcome } })
    return text === said.text ? 'saved' : outcome
  })

const getItemOf = async (
  tx: Parameters<typeof getItemForUpdate>[0],
  { itemId, meetingId }: { readonly itemId: string; readonly meetingId: string },
): Promise<AgendaItem> => {
  const item = await getItemForUpdate(tx, itemId)
  if (item.meetingId !== meetingId) throw new Refused('item_not_found')
  return item
}

export interface WordedDecision {
  readonly meetingId: string
  readonly itemId: string
  readonly decided: string
  /** The page of the proposal it is carried out by; empty = it touches no promise. */
  readonly path: string
  readonly isVouchedFor: boolean
}

/** Writes down what was decided under a point, with the group's next number. Throws Refused('decision_needs_words') or as `writeSaid`. */
export const writeDecision = (platform: Platform, actor: Actor, worded: WordedDecision): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { loaded, meeting } = await enterMinutes(tx, { platform, actor }, worded.meetingId, writing)
    if (worded.decided === '') throw new Refused('decision_needs_words')
    requirePath(worded.path)
    requireText(loaded.group, worded.decided, worded.isVouchedFor)
    const { itemId } = await getItemOf(tx, worded)
    await insertDecision(tx, {
      groupId: meeting.groupId,
      meetingId: meeting.meetingId,
      itemId,
      decided: worded.decided,
      decidedOn: dayOfMeeting(meeting).toString(),
      path: worded.path,
      at: platform.clock.now(),
      by: actor.personId ?? 'system',
    })
    leaveTrace(tx, { verb: 'minutes.decision_written', thing: 'meeting', ref: meeting.meetingId })
  })

/** Words a decision anew while its minutes are written; without words it is taken out, and its number is nobody's. */
export const changeDecision = (
  platform: Platform,
  actor: Actor,
  decisionId: string,
  worded: Omit<WordedDecision, 'itemId'>,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { loaded, meeting } = await enterMinutes(tx, { platform, actor }, worded.meetingId, writing)
    requirePath(worded.path)
    requireText(loaded.group, worded.decided, worded.isVouchedFor)
    await rewriteDecision(tx, { decisionId, meetingId: meeting.meetingId }, worded)
    leaveTrace(tx, { verb: 'minutes.decision_written', thing: 'meeting', ref: meeting.meetingId })
  })

/** A decision leads to a proposal of an agreement and nowhere else. Throws Refused('not_a_proposal'). */
const requirePath = (path: string): void => {
  if (path !== '' && !/^\/forslag\/[0-9a-f-]{36}$/.test(path)) throw new Refused('not_a_proposal')
}

export interface AgreedFollowUp {
  readonly meetingId: string
  readonly itemId: string
  readonly task: string
  readonly memberId: string
  readonly dueOn: Temporal.PlainDate | null
  readonly isVouchedFor: boolean
}

/** Writes down who does what by when. Throws Refused('follow_up_needs_words'), 'follow_up_needs_owner' or as `writeSaid`. */
export const writeFollowUp = (platform: Platform, actor: Actor, agreed: AgreedFollowUp): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const entered = await enterMinutes(tx, { platform, actor }, agreed.meetingId, writing)
    if (agreed.task === '') throw new Refused('follow_up_needs_words')
    requireText(entered.loaded.group, agreed.task, agreed.isVouchedFor)
    const owner = ownerIn(entered, agreed.memberId)
    const { itemId } = await getItemOf(tx, agreed)
    await insertFollowUp(tx, {
      groupId: entered.meeting.groupId,
      meetingId: entered.meeting.meetingId,
      itemId,
      task: agreed.task,
      memberId: owner.memberId,
      postId: owner.postId,
      dueOn: agreed.dueOn,
      at: platform.clock.now(),
      by: actor.personId ?? 'system',
    })
    leaveTrace(tx, { verb: 'follow_up.written', thing: 'meeting', ref: entered.meeting.meetingId })
  })

const ownerIn = ({ loaded }: EnteredMinutes, memberId: string) => {
  const owner = loaded.everyone.find((member) => member.memberId === memberId)
  if (owner === undefined) throw new Refused('follow_up_needs_owner')
  return owner
}

/** Says that a follow-up is done, or is not after all. Row-level security lets its owner and the group alone. Throws Refused('follow_up_not_found') or 'changed_meanwhile'. */
export const settleFollowUp = (
  platform: Platform,
  actor: Actor,
  followUpId: string,
  said: { readonly version: number; readonly isDone: boolean; readonly note: string },
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const followUp = await getFollowUpForUpdate(tx, followUpId)
    const done = said.isDone
      ? { on: today(platform.clock), by: actor.personId ?? 'system', note: said.note }
      : { on: null, by: null, note: said.note }
    await updateFollowUp(tx, { ...followUp, version: said.version }, done)
    leaveTrace(tx, { verb: said.isDone ? 'follow_up.done' : 'follow_up.reopened', thing: 'follow_up', ref: followUpId })
  })
