import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'

/** Another agreement followed in the same forum, and how many people have posts in both on the day. */
export interface ForumFellow {
  readonly slug: string
  readonly title: string
  readonly sharedPeople: number
}

/**
 * The other agreements in force on the day whose forum has the same name, by title. Who holds posts is counted only by those who take part:
 * for others the count is 0.
 */
export const listForumFellows = async (
  tx: ReadTx,
  version: { readonly agreementId: string; readonly agreementVersionId: string; readonly forum: string | null },
  day: Day,
): Promise<ForumFellow[]> => {
  if (version.forum === null || version.forum.trim() === '') return []
  const peopleIn = (id: ReturnType<typeof sql>) => sql`
    select h.person_id from agreement_post n join holder h using (post_id)
    where n.agreement_version_id = ${id} and h.holder_during @> ${day.toString()}::date`
  const { rows } = await sql<ForumFellow>`
    select a.slug, coalesce(a.focus_area, a.title) as title, (
      select count(*)::int from (
        ${peopleIn(sql`v.agreement_version_id`)} intersect ${peopleIn(sql`${version.agreementVersionId}::uuid`)}) shared
    ) as "sharedPeople"
    from agreement a join agreement_version v using (agreement_id)
    where v.in_force_during @> ${day.toString()}::date and a.agreement_id <> ${version.agreementId}::uuid
      and lower(trim(v.document #>> '{coordination,forum}')) = lower(trim(${version.forum}))
    order by title, a.slug`.execute(tx)
  return rows
}
