import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'
import { homeZone } from '../../platform/day.ts'
import type { PartnershipPart, PartRow } from '../commitments/index.ts'

type Scope = Parameters<PartnershipPart['rows']>[1]

/** The moment the scope's day is over in Denmark: what was written after it is left out. */
const overAt = ({ day }: Scope): Temporal.Instant => day.add({ days: 1 }).toZonedDateTime(homeZone).toInstant()

/** Groups of the agreements taken out; those of no agreement where all is taken out. */
const inScope = ({ versions, planId }: Scope) => {
  const agreements = [...new Set(versions.map(({ agreementId }) => agreementId))]
  return sql`(g.agreement_id = any (${agreements}::uuid[]) or g.agreement_id is null and ${planId === null && versions.length > 0})`
}

/** Groups made by the day, with who sat there on it. */
export const listGroupRows = async (tx: ReadTx, scope: Scope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    select g.meeting_group_id as "group", g.name, g.kind, a.slug as agreement, g.activity, g.convening, g.is_person_free as "isPersonFree",
      array(select coalesce(p.title, m.name) || coalesce(', ' || l.name, ', ' || o.name, '') from group_member m left join post p using (post_id)
          left join organisation o on o.organisation_id = m.organisation_id left join plan l on l.plan_id = m.plan_id
        where m.meeting_group_id = g.meeting_group_id and m.sits_during @> ${scope.day.toString()}::date order by m.position) as seats
    from meeting_group g left join agreement a using (agreement_id)
    where ${inScope(scope)} and exists (select from group_member m where m.meeting_group_id = g.meeting_group_id
      and lower(m.sits_during) <= ${scope.day.toString()}::date)
    order by g.name, g.activity, g.meeting_group_id`.execute(tx)
  return rows
}

/** Meetings that had been by the day. */
export const listMeetingRows = async (tx: ReadTx, scope: Scope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    select m.meeting_group_id as "group", g.name, m.number, (o.starts_at at time zone ${homeZone})::date::text as "on", m.state,
      (select count(*)::int from meeting_invitee i where i.meeting_id = m.meeting_id and i.presence = 'present') as present,
      (m.minutes_stand_at < ${overAt(scope)}) is true as "hasMinutes"
    from meeting m join meeting_group g using (meeting_group_id) join occurrence o using (occurrence_id)
    where ${inScope(scope)} and o.starts_at < ${overAt(scope)}
    order by g.name, m.meeting_group_id, m.number`.execute(tx)
  return rows
}

export const listDecisionRows = async (tx: ReadTx, scope: Scope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    select d.meeting_group_id as "group", g.name, d.number, m.number as meeting, d.decided_on::text as "on", d.decided as text
    from group_decision d join meeting_group g using (meeting_group_id) join meeting m using (meeting_id)
    where ${inScope(scope)} and d.decided_on <= ${scope.day.toString()}::date and d.written_at < ${overAt(scope)}
    order by g.name, d.meeting_group_id, d.number`.execute(tx)
  return rows
}

export const listFollowUpRows = async (tx: ReadTx, scope: Scope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    select f.meeting_group_id as "group", g.name, f.number, f.task as text, coalesce(p.title, s.name) as owner, f.due_on::text as "dueOn",
      case when f.done_on <= ${scope.day.toString()}::date then f.done_on::text end as "doneOn"
    from follow_up f join meeting_group g using (meeting_group_id) left join post p using (post_id)
      left join group_member s on s.group_member_id = f.group_member_id
    where ${inScope(scope)} and f.written_at < ${overAt(scope)}
    order by g.name, f.meeting_group_id, f.number`.execute(tx)
  return rows
}
