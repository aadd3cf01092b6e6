import { type Insertable, sql } from 'kysely'
import type { Rows, WriteTx } from '../../../platform/database/index.ts'

/** The rows of many meetings at once, table by table in the order they are written. */
export interface SampleRows {
  readonly meeting: Insertable<Rows['meeting']>[]
  readonly rotation_event: Insertable<Rows['rotation_event']>[]
  readonly meeting_invitee: Insertable<Rows['meeting_invitee']>[]
  readonly agenda_item: Insertable<Rows['agenda_item']>[]
  readonly group_decision: Insertable<Rows['group_decision']>[]
  readonly follow_up: Insertable<Rows['follow_up']>[]
}

/** Writes the sample's meetings with everything of them. */
export const insertSampleRows = async (tx: WriteTx, rows: SampleRows): Promise<void> => {
  if (rows.meeting.length > 0) await tx.insertInto('meeting').values(rows.meeting).execute()
  if (rows.rotation_event.length > 0) await tx.insertInto('rotation_event').values(rows.rotation_event).execute()
  if (rows.meeting_invitee.length > 0) await tx.insertInto('meeting_invitee').values(rows.meeting_invitee).execute()
  if (rows.agenda_item.length > 0) await tx.insertInto('agenda_item').values(rows.agenda_item).execute()
  if (rows.group_decision.length > 0) await tx.insertInto('group_decision').values(rows.group_decision).execute()
  if (rows.follow_up.length > 0) await tx.insertInto('follow_up').values(rows.follow_up).execute()
}

/** The held meetings of a group whose promise has nothing else to show for the month, by promise; the day in Denmark. */
export const listMeetingsToCount = async (
  tx: WriteTx,
  groupId: string,
): Promise<{ meetingId: string; commitmentId: string; day: string }[]> => {
  const { rows } = await sql<{ meetingId: string; commitmentId: string; day: string }>`
    select m.meeting_id as "meetingId", c.commitment_id as "commitmentId", held.day::text as day
    from meeting m join occurrence o using (occurrence_id) join group_promise p using (meeting_group_id)
      cross join lateral (select (o.starts_at at time zone 'Europe/Copenhagen')::date as day) held
      join commitment c on c.lineage_id = p.lineage_id join agreement_version v using (agreement_version_id)
    where m.meeting_group_id = ${groupId}::uuid and p.role = 'cadence' and m.minutes_stand_at is not null
      and c.notation like '%MONTHLY%' and v.in_force_during @> held.day
      and not exists (select from evidence e where e.commitment_id = c.commitment_id
        and date_trunc('month', e.happened_on) = date_trunc('month', held.day))
    order by held.day`.execute(tx)
  return rows
}

/**
 * Removes the groups of the sample with their meetings. Groups people made themselves stay: where somebody of the sample sat in one, the seat
 * is kept by its name. It comes before the calendar, agreements and parties, which these point at.
 */
export const deleteSampleMeetings = async (tx: WriteTx): Promise<void> => {
  // The times of meetings that people called in the sample's groups go with the sample's own.
  await sql`update series set is_sample = true from occurrence o join meeting m using (occurrence_id) join meeting_group g using (meeting_group_id)
    where o.series_id = series.series_id and g.is_sample`.execute(tx)
  await sql`delete from meeting_group where is_sample`.execute(tx)
  await sql`update group_member set post_id = null, organisation_id = null, plan_id = null
    where post_id in (select post_id from post where is_sample)`.execute(tx)
  await sql`update follow_up set post_id = null where post_id in (select post_id from post where is_sample)`.execute(tx)
  await sql`update meeting_invitee set person_id = null where person_id in (select person_id from person where is_sample)`.execute(
    tx,
  )
}
