import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'
import { findId } from '../../platform/id.ts'
import type { Meeting } from './meeting.ts'

type Times = Pick<Meeting, 'startsAt' | 'endsAt' | 'venue' | 'address' | 'place'>

/** A meeting as those see it who take no part: by their link, or where it is published. */
export const findMeetingByLink = async (
  tx: ReadTx,
  meetingId: string,
): Promise<{ group: string; state: string; times: Times } | undefined> => {
  const { rows } = await sql<Times & { group: string; state: string }>`
    select g.name as "group", m.state, t.starts_at as "startsAt", t.ends_at as "endsAt", t.venue, t.address, t.place
    from meeting m join meeting_group g using (meeting_group_id), meeting_times(array[m.meeting_id]) t
    where m.meeting_id = ${meetingId}::uuid`.execute(tx)
  const [row] = rows
  if (row === undefined) return undefined
  const { group, state, ...times } = row
  return { group, state, times }
}

/** When a meeting's minutes were sent, and how long they may be objected to, for whoever holds a link of it. */
export const findMinutesByLink = async (
  tx: ReadTx,
  meetingId: string,
): Promise<{ sentAt: Temporal.Instant | null; isSettled: boolean; objectionDays: number } | undefined> => {
  const { rows } = await sql<{ sentAt: Temporal.Instant | null; isSettled: boolean; objectionDays: number }>`
    select m.minutes_sent_at as "sentAt", g.objection_days as "objectionDays",
      m.minutes_stand_at is not null or m.correcting_because <> '' or m.state = 'cancelled' as "isSettled"
    from meeting m join meeting_group g using (meeting_group_id) where m.meeting_id = ${meetingId}::uuid`.execute(tx)
  return rows[0]
}

/** The meeting of a time in the calendar; undefined where it is none's or may not be seen. */
export const findMeetingAt = async (tx: ReadTx, occurrenceId: string): Promise<string | undefined> => {
  const id = findId(occurrenceId)
  if (id === undefined) return undefined
  const row = await tx
    .selectFrom('meeting')
    .select('meeting_id as meetingId')
    .where('occurrence_id', '=', id)
    .executeTakeFirst()
  return row?.meetingId
}
