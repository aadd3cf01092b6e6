import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'

/** The agreements in force on the day with the name each gives its forum, and the key of the group's own. */
export const listForumNames = async (
  tx: ReadTx,
  groupId: string,
  day: Day,
): Promise<{ agreementId: string; slug: string; forum: string; key: string }[]> => {
  const { rows } = await sql<{ agreementId: string; slug: string; forum: string; key: string }>`
    select a.agreement_id as "agreementId", a.slug, coalesce(v.document -> 'coordination' ->> 'forum', '') as forum,
      coalesce(g.forum_key, '') as key
    from agreement_version v join agreement a using (agreement_id)
      join meeting_group g on g.meeting_group_id = ${groupId}::uuid
    where v.in_force_during @> ${day.toString()}::date order by a.slug`.execute(tx)
  return rows
}

/** What is still to be done after a group's earlier meetings, the nearest day first. */
export const listOpenFollowUps = async (
  tx: ReadTx,
  groupId: string,
): Promise<{ number: number; task: string; dueOn: Day | null }[]> => {
  const { rows } = await sql<{ number: number; task: string; dueOn: string | null }>`
    select number, task, due_on::text as "dueOn" from follow_up
    where meeting_group_id = ${groupId}::uuid and done_on is null order by due_on nulls last, number`.execute(tx)
  return rows.map((row) => ({ ...row, dueOn: row.dueOn === null ? null : Temporal.PlainDate.from(row.dueOn) }))
}
