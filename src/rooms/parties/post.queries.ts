import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { Refused } from '../../platform/refused.ts'
import { organisationNameOn, unitNameOn } from './name-on.queries.ts'
import type { PostChoice } from './party.ts'

/** A post as it was called and placed on the day. Throws Refused('post_not_found'). */
export const getPost = async (tx: ReadTx, postId: string, day: Day): Promise<PostChoice> => {
  const found = await tx
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.organisation_id', 'post.organisation_id')
    .leftJoin('plan', 'plan.plan_id', 'post.plan_id')
    .select([
      'post.post_id as postId',
      'post.title as title',
      organisationNameOn(day).as('organisation'),
      'plan.name as plan',
      unitNameOn(day).as('unit'),
    ])
    .where(sql<boolean>`post.post_id::text = ${postId}`)
    .executeTakeFirst()
  if (found === undefined) throw new Refused('post_not_found')
  return found
}

/** A post with whoever holds it on a day and how to reach them; null where nobody holds it or it is not known. */
export interface PostContact extends PostChoice {
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
}

/** Who to reach in some posts on the day, by organisation and title. */
export const listPostContacts = (tx: ReadTx, postIds: readonly string[], day: Day): Promise<PostContact[]> =>
  tx
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.organisation_id', 'post.organisation_id')
    .leftJoin('plan', 'plan.plan_id', 'post.plan_id')
    .leftJoin('holder', (join) =>
      join
        .onRef('holder.post_id', '=', 'post.post_id')
        .on(sql<boolean>`holder.holder_during @> ${day.toString()}::date`),
    )
    .leftJoin('person', 'person.person_id', 'holder.person_id')
    .select([
      'post.post_id as postId',
      'post.title as title',
      organisationNameOn(day).as('organisation'),
      'plan.name as plan',
      unitNameOn(day).as('unit'),
      'person.name as name',
      'person.email as email',
      'person.phone as phone',
    ])
    .where(sql<boolean>`post.post_id = any (${[...postIds]}::uuid[])`)
    .orderBy('organisation')
    .orderBy('post.title')
    .execute()

/** Names of those who hold a post on the day: what the form suggests. At most so many. */
export const listNamesOn = async (tx: ReadTx, day: Day, most: number): Promise<string[]> => {
  const { rows } = await sql<{ readonly name: string }>`
    select distinct person.name from person join holder h using (person_id)
    where h.holder_during @> ${day.toString()}::date order by person.name limit ${most}`.execute(tx)
  return rows.map(({ name }) => name)
}

/** The mail addresses of those who are called so. */
export const listMailsByName = async (tx: ReadTx, name: string): Promise<string[]> => {
  const { rows } = await sql<{ readonly email: string }>`
    select email from person where lower(name) = lower(${name}) and email is not null order by email`.execute(tx)
  return rows.map(({ email }) => email)
}

/** Links that wait for an answer, sent by the person; none where the actor may not see invitations. */
export const listInvitationsBy = async (
  tx: ReadTx,
  personId: string,
): Promise<
  { readonly invitationId: string; readonly holderId: string; readonly name: string; readonly title: string }[]
> => {
  const { rows } = await sql<{ invitationId: string; holderId: string; name: string; title: string }>`
    select i.invitation_id as "invitationId", i.holder_id as "holderId", person.name, p.title
    from invitation i join person using (person_id) join post p using (post_id)
    where i.invited_by = ${personId} and i.holder_id is not null and i.accepted_at is null and i.withdrawn_at is null
    order by i.invited_at`.execute(tx)
  return rows
}
