import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'

/** A member who sits in another meeting, and of which group. */
export interface BusyMember {
  readonly memberId: string
  readonly group: string
}

interface AskedSpan {
  readonly groupId: string
  readonly day: Day
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  /** The meeting that is moved, which is in nobody's way; null = it is a new one. */
  readonly exceptMeetingId: string | null
}

/** Who of a group is in another meeting in the span, by the post or by the person who holds it. */
export const listBusyMembers = async (tx: ReadTx, asked: AskedSpan): Promise<BusyMember[]> => {
  const day = asked.day.toString()
  const { rows } = await sql<BusyMember>`
    with seat as (
      select s.group_member_id, s.meeting_group_id, s.post_id, s.position, h.person_id
      from group_member s left join holder h on h.post_id = s.post_id and h.holder_during @> ${day}::date
      where s.sits_during @> ${day}::date and s.post_id is not null
    ), busy as (
      select distinct mine.group_member_id, mine.position, g.name
      from meeting m join occurrence o using (occurrence_id) join meeting_group g using (meeting_group_id)
        join seat other on other.meeting_group_id = m.meeting_group_id
        join seat mine on mine.meeting_group_id = ${asked.groupId}::uuid
          and (mine.post_id = other.post_id or mine.person_id = other.person_id)
      where m.state in ('planned', 'called') and o.starts_at < ${asked.endsAt} and o.ends_at > ${asked.startsAt}
        and m.meeting_id is distinct from ${asked.exceptMeetingId}::uuid
    )
    select group_member_id as "memberId", name as "group" from busy order by position, name`.execute(tx)
  return rows
}
