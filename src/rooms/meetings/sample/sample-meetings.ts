import { clockAt } from '../../../platform/clock.ts'
import type { WriteTx } from '../../../platform/database/index.ts'
import { type Day, homeZone, today } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { system } from '../../access/index.ts'
import { holdMeetingTime, layMeetingTime } from '../../calendar/index.ts'
import { leaveEvidence } from '../../commitments/index.ts'
import { listPostContacts } from '../../parties/index.ts'
import { listStandingItems } from '../agenda/agenda.queries.ts'
import { askedOnce } from '../invitations/asked-once.rules.ts'
import { turnOn } from '../turns/convenor.rules.ts'
import { listConvenorships } from '../turns/convenorship.queries.ts'
import type { Group } from '../group/group.ts'
import { listEveryMember } from '../group/member.queries.ts'
import { insertMeetingEvidence } from '../minutes/minutes.queries.ts'
import { isThere } from '../turns/rotation.rules.ts'
import { writeAgenda } from './sample-agenda.ts'
import { writeSampleEditions } from './sample-editions.ts'
import type { Laying, OneMeeting, SampleMeetings } from './sample-plan.ts'
import { insertSampleRows, listMeetingsToCount } from './sample.queries.ts'

/** Lays the meetings of a group of the sample: those before now were held and their minutes stand, those to come are planned or called. */
export const laySampleMeetings = async (
  tx: WriteTx,
  platform: Platform,
  group: Group,
  plan: SampleMeetings,
): Promise<void> => {
  const day = today(platform.clock)
  const members = await listEveryMember(tx, group.groupId, day)
  const contacts = await listPostContacts(
    tx,
    members.flatMap(({ postId }) => (postId === null ? [] : [postId])),
    day,
  )
  const laying: Laying = {
    platform,
    group,
    plan,
    members,
    mails: new Map(contacts.map(({ postId, email }) => [postId, email ?? ''])),
    standing: await listStandingItems(tx, group.groupId),
    convenorships: await listConvenorships(tx, [group.groupId]),
    events: [],
    rows: { meeting: [], rotation_event: [], meeting_invitee: [], agenda_item: [], group_decision: [], follow_up: [] },
    numbered: 0,
  }
  for (const [index, on] of plan.days.entries()) await layOne(tx, laying, on, index + 1)
  await insertSampleRows(tx, laying.rows)
  await writeSampleEditions(tx, group, day)
  await countMeetings(tx, platform, group.groupId)
}

/** A meeting with minutes counts for its promise, where nothing else of the sample does for that month. */
const countMeetings = async (tx: WriteTx, platform: Platform, groupId: string): Promise<void> => {
  for (const { meetingId, commitmentId, day } of await listMeetingsToCount(tx, groupId)) {
    const evidence = { commitmentId, happenedOn: day, quantity: 1, unit: null, room: 'meetings', thingId: meetingId }
    const evidenceId = await leaveEvidence(tx, platform, system, evidence)
    await insertMeetingEvidence(tx, meetingId, commitmentId, evidenceId)
  }
}

const layOne = async (tx: WriteTx, laying: Laying, on: Day, number: number): Promise<void> => {
  const { platform, group, plan, members } = laying
  const midnight = on.toZonedDateTime(homeZone)
  const startsAt = midnight.add({ minutes: plan.startsMinute }).toInstant()
  const endsAt = startsAt.add({ minutes: plan.lastsMinutes })
  const now = platform.clock.now()
  const wasHeld = isBefore(endsAt, now)
  const isCalled = wasHeld || isBefore(startsAt, now.add({ hours: 24 * 30 }))
  const turn = turnOn({ ...laying, convening: group.convening }, on)
  const one: OneMeeting = {
    meetingId: newId<'meeting'>(),
    number,
    on,
    endsAt,
    wasHeld,
    planned: earlier(startsAt.subtract({ hours: 24 * 28 }), now.subtract({ hours: 24 })),
    called: isCalled ? earlier(startsAt.subtract({ hours: 24 * 24 }), now.subtract({ hours: 20 })) : null,
    convenor: members.find(({ memberId }) => memberId === turn.memberId) ?? null,
    present: askedOnce(members.filter((member) => isThere(member.sits, on))),
  }
  const occurrenceId = await layTime(tx, laying, one, startsAt)
  writeMeeting(laying, one, occurrenceId)
  if (group.convening === 'rotation') takeTurn(laying, one)
  invite(laying, one)
  writeAgenda(laying, one)
}

const layTime = async (
  tx: WriteTx,
  { platform, group, plan, members }: Laying,
  { convenor, endsAt, wasHeld, number, present }: OneMeeting,
  startsAt: Temporal.Instant,
): Promise<string> => {
  const placed = convenor?.organisationId ? convenor : members.find(({ organisationId }) => organisationId !== null)
  const occurrenceId = await layMeetingTime(
    tx,
    { platform, actor: system },
    {
      title: group.activity === '' ? group.name : `${group.name} · ${group.activity}`,
      organisationId: placed?.organisationId ?? '',
      planId: placed?.planId ?? null,
      venueId: null,
      place: plan.place,
      startsAt,
      endsAt,
      isSample: true,
    },
  )
  if (!wasHeld) return occurrenceId
  const then = { platform: { ...platform, clock: clockAt(endsAt.toString()) }, actor: system }
  const came = present.filter((_, at) => presenceOf(number, at) === 'present').length
  await holdMeetingTime(tx, then, occurrenceId, came)
  return occurrenceId
}

const writeMeeting = (
  { platform, group, rows }: Laying,
  { meetingId, number, endsAt, wasHeld, planned, called, convenor }: OneMeeting,
  occurrenceId: string,
): void => {
  const now = platform.clock.now()
  const sent = endsAt.add({ hours: 40 })
  const isSent = wasHeld && isBefore(sent, now)
  rows.meeting.push({
    meeting_id: meetingId,
    meeting_group_id: group.groupId,
    number,
    occurrence_id: occurrenceId,
    convenor_member_id: convenor?.memberId ?? null,
    state: wasHeld ? 'held' : called === null ? 'planned' : 'called',
    called_at: called,
    called_by: called === null ? null : 'system',
    agenda_sent_at: called,
    held_at: wasHeld ? endsAt : null,
    minutes_sent_at: isSent ? sent : null,
    minutes_stand_at: isSent ? earlier(endsAt.add({ hours: 24 * 8 }), now) : null,
    minutes_stand_as: isSent ? 'approved' : null,
    made_at: planned,
    made_by: 'system',
  })
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) < 0

const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  isBefore(one, other) ? one : other

const presenceOf = (number: number, at: number): 'present' | 'excused' | 'missing' => {
  const lot = (number * 7 + at * 3) % 11
  return lot === 0 ? 'missing' : lot === 4 ? 'excused' : 'present'
}

const takeTurn = ({ group, events, rows }: Laying, { convenor, meetingId, number, on, planned }: OneMeeting): void => {
  if (convenor === null) return
  events.push({ kind: 'turn', memberId: convenor.memberId, otherId: null, on })
  rows.rotation_event.push({
    meeting_group_id: group.groupId,
    number,
    kind: 'turn',
    group_member_id: convenor.memberId,
    meeting_id: meetingId,
    happened_on: planned.toZonedDateTimeISO(homeZone).toPlainDate().toString(),
    noted_at: planned,
    noted_by: 'system',
  })
}

const answersToCome = ['yes', 'none', 'yes', 'perhaps', 'yes', 'no'] as const

const invite = ({ rows, mails }: Laying, { meetingId, number, wasHeld, called, present }: OneMeeting): void => {
  if (called === null) return
  for (const [at, member] of present.entries()) {
    const presence = presenceOf(number, at)
    const toCome = answersToCome[(number + at) % answersToCome.length] ?? 'none'
    const answer = wasHeld ? (presence === 'excused' ? 'no' : 'yes') : toCome
    rows.meeting_invitee.push({
      meeting_invitee_id: newId<'meeting_invitee'>(),
      meeting_id: meetingId,
      group_member_id: member.memberId,
      name: member.holder ?? member.name,
      mail: mails.get(member.postId ?? '') ?? '',
      person_id: member.personId,
      answer,
      answered_at: answer === 'none' ? null : called.add({ hours: 1 + at }),
      answered_by_way: answer === 'none' ? null : 'page',
      presence: wasHeld ? presence : null,
      invited_at: called,
    })
  }
}
