import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { NamedPost } from './named-post.ts'

/** A version whose groups have not been read. */
export const listUnreadVersions = async (tx: ReadTx): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select v.agreement_version_id as id from agreement_version v
    where not exists (select from group_reading r where r.agreement_version_id = v.agreement_version_id)
    order by lower(v.in_force_during), v.agreement_id, v.number`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Says that the groups of a version have been read; false where somebody else was first. */
export const markRead = async (tx: WriteTx, versionId: string, at: Temporal.Instant): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`
    insert into group_reading (agreement_version_id, read_at) values (${versionId}::uuid, ${at})
    on conflict do nothing returning agreement_version_id as id`.execute(tx)
  return rows.length > 0
}

export const listNamedPosts = async (tx: ReadTx, versionId: string): Promise<NamedPost[]> => {
  const { rows } = await sql<NamedPost>`
    select n.post_id as "postId", p.organisation_id as "organisationId", p.plan_id as "planId", n.activity_id as "activityId",
      n.is_lead as "isLead", p.title, o.name as organisation, l.name as plan, u.name as unit
    from agreement_post n join post p using (post_id) join organisation o using (organisation_id) left join plan l on l.plan_id = p.plan_id
      left join lateral (select name from unit_name where unit_id = p.unit_id order by upper(named_during) desc nulls first limit 1) u on true
    where n.agreement_version_id = ${versionId}::uuid
    order by n.activity_id, o.name, p.title, p.post_id`.execute(tx)
  return rows
}

/** The group that has one of these promises; null where none has. */
export const findGroupOfPromises = async (tx: ReadTx, lineageIds: readonly string[]): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select meeting_group_id as id from group_promise where lineage_id = any (${[...lineageIds]}::uuid[])
    order by (role = 'cadence') desc limit 1`.execute(tx)
  return rows[0]?.id ?? null
}

export const findForum = async (tx: ReadTx, key: string): Promise<string | null> => {
  const { rows } = await sql<{
    id: string
  }>`select meeting_group_id as id from meeting_group where forum_key = ${key}`.execute(tx)
  return rows[0]?.id ?? null
}

/** Ends the seats that were read in earlier versions and are named no more, the day before a day. */
export const endSeatsNotNamed = async (
  tx: WriteTx,
  groupId: string,
  named: readonly string[],
  from: Day,
): Promise<void> => {
  await sql`update group_member set sits_during = daterange(lower(sits_during), ${from.toString()}::date)
    where meeting_group_id = ${groupId}::uuid and origin = 'read' and sits_during @> ${from.toString()}::date
      and lower(sits_during) < ${from.toString()}::date and group_member_id <> all (${[...named]}::uuid[])`.execute(tx)
}
