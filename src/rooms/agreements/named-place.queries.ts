import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'

/** Where an agreement names a post: in an activity, or as a whole (`activityId` ''). */
export interface NamedPlace {
  readonly agreementVersionId: string
  readonly slug: string
  readonly agreement: string
  readonly activityId: string
  readonly activity: string | null
  /** Whether the post leads the agreement's forum. */
  readonly isLead: boolean
}

/** Where agreements in force on the day name any of the posts, each place once, that the actor may see; by agreement. */
export const listPlacesNaming = async (tx: ReadTx, postIds: readonly string[], day: Day): Promise<NamedPlace[]> => {
  const { rows } = await sql<NamedPlace>`
    select v.agreement_version_id as "agreementVersionId", a.slug, coalesce(a.focus_area, a.title) as agreement,
      n.activity_id as "activityId", bool_or(n.is_lead) as "isLead",
      (select e ->> 'title' from jsonb_array_elements(v.document -> 'activities') e where e ->> 'id' = n.activity_id) as activity
    from agreement_post n join agreement_version v using (agreement_version_id) join agreement a using (agreement_id)
    where n.post_id = any (${[...postIds]}::uuid[]) and v.in_force_during @> ${day.toString()}::date
    group by v.agreement_version_id, a.agreement_id, n.activity_id order by 3, 2, 4`.execute(tx)
  return rows
}

/** The other posts that the same activities name, and those that lead the forums of the same agreements, on the day. */
export const listPostsBeside = async (tx: ReadTx, postIds: readonly string[], day: Day): Promise<string[]> => {
  const { rows } = await sql<{ readonly postId: string }>`
    select distinct other.post_id as "postId"
    from agreement_post own join agreement_version v using (agreement_version_id)
      join agreement_post other on other.agreement_version_id = own.agreement_version_id
        and (other.is_lead or own.activity_id <> '' and other.activity_id = own.activity_id)
    where own.post_id = any (${[...postIds]}::uuid[]) and v.in_force_during @> ${day.toString()}::date
      and other.post_id <> all (${[...postIds]}::uuid[])`.execute(tx)
  return rows.map(({ postId }) => postId)
}
