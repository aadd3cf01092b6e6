import { type RawBuilder, sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { findId, newId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'
import { type Meeting, type MeetingState, meetingStates } from './meeting.ts'
import type { RotationEvent } from './turns/rotation.rules.ts'

interface MeetingRow extends Omit<Meeting, 'state'> {
  readonly state: string
}

const meetingOf = (row: MeetingRow): Meeting => ({
  ...row,
  state: meetingStates.find((state) => state === row.state) ?? 'planned',
})

const selectMeetings = sql`
  select m.meeting_id as "meetingId", m.meeting_group_id as "groupId", m.number, m.occurrence_id as "occurrenceId",
    o.starts_at as "startsAt", o.ends_at as "endsAt", s.venue_id as "venueId", v.name as venue, v.address, s.place,
    m.convenor_member_id as "convenorId", m.state, m.is_extraordinary as "isExtraordinary", m.remote_url as "remoteUrl",
    m.called_at as "calledAt", m.agenda_sent_at as "agendaSentAt", m.held_at as "heldAt", m.reason,
    m.minutes_sent_at as "minutesSentAt", m.minutes_stand_at as "minutesStandAt", m.minutes_stand_as as "minutesStandAs",
    m.is_published as "isPublished", m.correcting_because as "correctingBecause", m.sequence, m.version
  from meeting m join occurrence o using (occurrence_id) join series s using (series_id) left join venue v on v.venue_id = s.venue_id`

const listWhere = async (tx: ReadTx, condition: RawBuilder<unknown>): Promise<Meeting[]> => {
  const { rows } = await sql<MeetingRow>`${selectMeetings} where ${condition} order by o.starts_at, m.number`.execute(
    tx,
  )
  return rows.map(meetingOf)
}

/** The meetings of some groups that the actor may see, in the order they begin. */
export const listMeetingsOf = (tx: ReadTx, groupIds: readonly string[]): Promise<Meeting[]> =>
  listWhere(tx, sql`m.meeting_group_id = any (${[...groupIds]}::uuid[])`)

/** The meetings that begin within a span and are not called off, in the order they begin. */
export const listMeetingsBetween = (tx: ReadTx, from: Temporal.Instant, to: Temporal.Instant): Promise<Meeting[]> =>
  listWhere(tx, sql`o.starts_at >= ${from} and o.starts_at < ${to} and m.state <> 'cancelled'`)

/** The meeting, or undefined where there is none or the actor may not see it. */
export const findMeeting = async (tx: ReadTx, meetingId: string): Promise<Meeting | undefined> => {
  const id = findId(meetingId)
  if (id === undefined) return undefined
  const [found] = await listWhere(tx, sql`m.meeting_id = ${id}::uuid`)
  return found
}

/** The meeting, held until the transaction ends. Throws Refused('meeting_not_found'), or Refused('changed_meanwhile') where it is no longer as `version`. */
export const getMeetingForUpdate = async (
  tx: WriteTx,
  meetingId: string,
  version: number | null = null,
): Promise<Meeting> => {
  const id = findId(meetingId)
  if (id === undefined) throw new Refused('meeting_not_found')
  await sql`select 1 from meeting where meeting_id = ${id}::uuid for update`.execute(tx)
  const meeting = await findMeeting(tx, id)
  if (meeting === undefined) throw new Refused('meeting_not_found')
  if (version !== null && meeting.version !== version) throw new Refused('changed_meanwhile')
  return meeting
}

export interface NewMeeting {
  readonly groupId: string
  readonly occurrenceId: string
  readonly convenorId: string | null
  readonly isExtraordinary: boolean
  readonly remoteUrl: string
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
}

/** Writes a meeting with the group's next number; the caller holds the group. */
export const insertMeeting = async (tx: WriteTx, meeting: NewMeeting): Promise<string> => {
  const meeting_id = newId<'meeting'>()
  await sql`insert into meeting (meeting_id, meeting_group_id, number, occurrence_id, convenor_member_id, state, is_extraordinary, remote_url,
      made_at, made_by)
    select ${meeting_id}::uuid, ${meeting.groupId}::uuid,
      (select coalesce(max(number), 0) + 1 from meeting where meeting_group_id = ${meeting.groupId}::uuid), ${meeting.occurrenceId}::uuid,
      ${meeting.convenorId}::uuid, 'planned', ${meeting.isExtraordinary}, ${meeting.remoteUrl}, ${meeting.madeAt}, ${meeting.madeBy}`.execute(
    tx,
  )
  return meeting_id
}

/** What of a meeting can change. */
export interface MeetingChange {
  readonly state?: MeetingState
  readonly convenorId?: string | null
  readonly remoteUrl?: string
  readonly called?: { readonly at: Temporal.Instant; readonly by: string }
  readonly agendaSentAt?: Temporal.Instant
  readonly heldAt?: Temporal.Instant
  readonly cancelledAt?: Temporal.Instant
  readonly reason?: string
  readonly minutesSentAt?: Temporal.Instant | null
  readonly minutesStand?: { readonly at: Temporal.Instant; readonly as: 'approved' | 'unobjected' } | null
  readonly isPublished?: boolean
  readonly correctingBecause?: string
  /** When or where has changed, or it was called off: calendars count it. */
  readonly countsForCalendars?: true
}

/** Writes a change of a meeting; its version goes up. */
export const updateMeeting = async (tx: WriteTx, meetingId: string, change: MeetingChange): Promise<void> => {
  await tx
    .updateTable('meeting')
    .set((eb) => ({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.convenorId === undefined ? {} : { convenor_member_id: change.convenorId }),
      ...(change.remoteUrl === undefined ? {} : { remote_url: change.remoteUrl }),
      ...(change.called === undefined ? {} : { called_at: change.called.at, called_by: change.called.by }),
      ...(change.agendaSentAt === undefined ? {} : { agenda_sent_at: change.agendaSentAt }),
      ...(change.heldAt === undefined ? {} : { held_at: change.heldAt }),
      ...(change.cancelledAt === undefined ? {} : { cancelled_at: change.cancelledAt }),
      ...(change.reason === undefined ? {} : { reason: change.reason }),
      ...(change.minutesSentAt === undefined ? {} : { minutes_sent_at: change.minutesSentAt }),
      ...(change.minutesStand === undefined
        ? {}
        : { minutes_stand_at: change.minutesStand?.at ?? null, minutes_stand_as: change.minutesStand?.as ?? null }),
      ...(change.isPublished === undefined ? {} : { is_published: change.isPublished }),
      ...(change.correctingBecause === undefined ? {} : { correcting_because: change.correctingBecause }),
      ...(change.countsForCalendars === true ? { sequence: eb('sequence', '+', 1) } : {}),
      version: eb('version', '+', 1),
    }))
    .where('meeting_id', '=', meetingId)
    .execute()
}

/** What became of the turns of some groups, in the order it was noted. */
export const listRotation = async (
  tx: ReadTx,
  groupIds: readonly string[],
): Promise<(RotationEvent & { groupId: string; reason: string; meetingId: string | null })[]> => {
  const { rows } = await sql<{
    groupId: string
    kind: RotationEvent['kind']
    memberId: string
    otherId: string | null
    on: string
    reason: string
    meetingId: string | null
  }>`select meeting_group_id as "groupId", kind, group_member_id as "memberId", other_member_id as "otherId", happened_on::text as "on", reason,
      meeting_id as "meetingId"
    from rotation_event where meeting_group_id = any (${[...groupIds]}::uuid[]) order by meeting_group_id, number`.execute(
    tx,
  )
  return rows.map((row) => ({ ...row, on: Temporal.PlainDate.from(row.on) }))
}

export interface NewRotationEvent extends RotationEvent {
  readonly groupId: string
  readonly meetingId: string | null
  readonly reason: string
  readonly notedAt: Temporal.Instant
  readonly notedBy: string
}

/** Notes what became of a turn; the caller holds the group. */
export const insertRotationEvent = async (tx: WriteTx, event: NewRotationEvent): Promise<void> => {
  await sql`insert into rotation_event (meeting_group_id, number, kind, group_member_id, other_member_id, meeting_id, reason, happened_on,
      noted_at, noted_by)
    select ${event.groupId}::uuid, (select coalesce(max(number), 0) + 1 from rotation_event where meeting_group_id = ${event.groupId}::uuid),
      ${event.kind}, ${event.memberId}::uuid, ${event.otherId}::uuid, ${event.meetingId}::uuid, ${event.reason}, ${event.on.toString()}::date,
      ${event.notedAt}, ${event.notedBy}`.execute(tx)
}

/** The days some posts' holders are in other meetings, with the meeting's span: what a proposal keeps clear of. */
export const listBusySpans = async (
  tx: ReadTx,
  postIds: readonly string[],
  from: Day,
  to: Day,
): Promise<{ postId: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant }[]> => {
  const { rows } = await sql<{ postId: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant }>`
    select distinct g.post_id as "postId", o.starts_at as "startsAt", o.ends_at as "endsAt"
    from group_member g join meeting m using (meeting_group_id) join occurrence o using (occurrence_id)
    where g.post_id = any (${[...postIds]}::uuid[]) and m.state in ('planned', 'called')
      and o.starts_at >= ${from.toString()}::date and o.starts_at < ${to.add({ days: 1 }).toString()}::date
      and g.sits_during @> o.starts_at::date`.execute(tx)
  return rows
}
