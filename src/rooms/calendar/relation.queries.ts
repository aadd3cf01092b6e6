import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'
import type { Relations } from '../access/index.ts'

/** What the actor of the transaction is to something an organisation or a plan arranges. */
export const listRelationsToOrganiser = async (
  tx: ReadTx,
  { organisationId, planId }: { organisationId: string; planId: string | null },
): Promise<Relations> => {
  const { rows } = await sql<{ readonly has: boolean }>`
    select arranges(${organisationId}::uuid, ${planId}::uuid) as has`.execute(tx)
  return new Set(rows[0]?.has === true ? ['organiser'] : [])
}

/** Who the actor of the transaction may arrange something for: the organisations and plans of the posts they act for; all, for some. */
export const listOrganisers = async (
  tx: ReadTx,
): Promise<{ organisationId: string; planId: string | null; name: string; plan: string | null }[]> => {
  const { rows } = await sql<{ organisationId: string; planId: string | null; name: string; plan: string | null }>`
    select distinct o.organisation_id as "organisationId", p.plan_id as "planId", o.name, n.name as plan
    from post p join organisation o using (organisation_id) left join plan n on n.plan_id = p.plan_id
    where arranges(p.organisation_id, p.plan_id)
    order by o.name, n.name nulls first`.execute(tx)
  return rows
}

/** What the actor of the transaction is to a venue. */
export const listRelationsToVenue = async (tx: ReadTx, venueId: string): Promise<Relations> => {
  const { rows } = await sql<{ readonly has: boolean }>`select keeps_venue(${venueId}::uuid) as has`.execute(tx)
  return new Set(rows[0]?.has === true ? ['venue_keeper'] : [])
}

/** The venues in use that the actor of the transaction keeps. */
export const listKeptVenues = async (tx: ReadTx): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ venueId: string }>`
    select venue_id as "venueId" from venue where closed_at is null and arranges(organisation_id, plan_id)`.execute(tx)
  return new Set(rows.map(({ venueId }) => venueId))
}

/** Which of some activities the actor of the transaction arranges. */
export const listArrangedSeries = async (tx: ReadTx, seriesIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ seriesId: string }>`
    select series_id as "seriesId" from series where series_id = any (${[...seriesIds]}::uuid[])
      and arranges(organisation_id, plan_id)`.execute(tx)
  return new Set(rows.map(({ seriesId }) => seriesId))
}

/** The organisation and the plan a post belongs to; null where there is no such post. */
export const findPlaceOfPost = async (
  tx: ReadTx,
  postId: string,
): Promise<{ organisationId: string; planId: string | null } | null> => {
  const row = await tx
    .selectFrom('post')
    .select(['organisation_id as organisationId', 'plan_id as planId'])
    .where('post_id', '=', postId)
    .executeTakeFirst()
  return row ?? null
}
