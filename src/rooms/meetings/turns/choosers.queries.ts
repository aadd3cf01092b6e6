import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'

interface Lead {
  readonly agreementId: string
  readonly postId: string
  readonly personId: string
}

/** Those who lead the forum of an agreement in force on the day. */
export const listLeads = async (tx: ReadTx, day: Day): Promise<Lead[]> => {
  const on = day.toString()
  const { rows } = await sql<Lead>`
    select distinct v.agreement_id as "agreementId", n.post_id as "postId", h.person_id as "personId"
    from agreement_post n join agreement_version v using (agreement_version_id) join holder h on h.post_id = n.post_id
    where n.is_lead and v.in_force_during @> ${on}::date and h.holder_during @> ${on}::date
    order by n.post_id`.execute(tx)
  return rows
}

/** The groups nothing is said of who calls, that somebody sits in on the day. */
export const listUnsaidGroupIds = async (tx: ReadTx, day: Day): Promise<string[]> => {
  const { rows } = await sql<{ groupId: string }>`
    select g.meeting_group_id as "groupId" from meeting_group g
    where g.convening = 'unsaid' and g.ended_at is null and exists (select from group_member m
      where m.meeting_group_id = g.meeting_group_id and m.sits_during @> ${day.toString()}::date)
    order by g.name, g.activity`.execute(tx)
  return rows.map(({ groupId }) => groupId)
}
