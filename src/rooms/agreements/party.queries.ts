import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/index.ts'

/** Who a version names: the organisations party to it, with the plan they take part with, and the posts by activity ('' = in all). */
export interface NamedParties {
  readonly parties: readonly { readonly organisationId: string; readonly planId: string | null }[]
  readonly posts: readonly { readonly postId: string; readonly activityId: string; readonly isLead: boolean }[]
}

/** Writes who is party to a version and which posts it names; one named twice stands once. */
export const insertParties = async (tx: WriteTx, agreementVersionId: string, named: NamedParties): Promise<void> => {
  const parties = named.parties.map((party) => ({
    agreement_version_id: agreementVersionId,
    organisation_id: party.organisationId,
    plan_id: party.planId,
  }))
  if (parties.length > 0)
    await tx
      .insertInto('agreement_party')
      .values(parties)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const posts = named.posts.map((post) => ({
    agreement_version_id: agreementVersionId,
    post_id: post.postId,
    activity_id: post.activityId,
    is_lead: post.isLead,
  }))
  if (posts.length > 0)
    await tx
      .insertInto('agreement_post')
      .values(posts)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** A post as an activity of a version names it. */
export type NamedPostIn = Pick<NamedParties['posts'][number], 'postId' | 'activityId'>

/** Makes those who are party to a version party to the next, and names the same posts in it, but for those that leave. */
export const copyParties = async (
  tx: WriteTx,
  { from, to }: { from: string; to: string },
  leaving: readonly NamedPostIn[],
): Promise<void> => {
  await sql`insert into agreement_party (agreement_version_id, organisation_id, plan_id)
    select ${to}::uuid, organisation_id, plan_id from agreement_party where agreement_version_id = ${from}`.execute(tx)
  await sql`insert into agreement_post (agreement_version_id, post_id, activity_id, is_lead)
    select ${to}::uuid, post_id, activity_id, is_lead from agreement_post where agreement_version_id = ${from}
      and not exists (select from unnest(${leaving.map(({ postId }) => postId)}::uuid[],
          ${leaving.map(({ activityId }) => activityId)}::text[]) as leaving (post_id, activity_id)
        where leaving.post_id = agreement_post.post_id and leaving.activity_id = agreement_post.activity_id)`.execute(
    tx,
  )
}
