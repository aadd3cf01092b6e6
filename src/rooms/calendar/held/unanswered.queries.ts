import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import { withNames } from '../listed-occurrence.queries.ts'
import { occurrenceOf } from '../occurrence.queries.ts'

/** Nobody is asked about what is longer ago. */
const askedFor = { hours: 24 * 28 }

const unanswered = (tx: ReadTx, now: Temporal.Instant) =>
  tx
    .selectFrom('occurrence')
    .where('state', '=', 'planned')
    .where('kind', '<>', 'meeting')
    .where('ends_at', '<=', now)
    .where('starts_at', '>', now.subtract(askedFor))
    .where(sql<boolean>`exists (select from post p where p.post_id in (select acting_posts())
      and (p.organisation_id = occurrence.organisation_id or p.plan_id = occurrence.plan_id))`)

/** The times of the last four weeks that the actor's own arranged and nobody has answered for, the latest first. */
export const listUnanswered = async (tx: ReadTx, now: Temporal.Instant): Promise<ListedOccurrence[]> => {
  const rows = await unanswered(tx, now).selectAll().orderBy('starts_at', 'desc').limit(200).execute()
  return withNames(tx, rows.map(occurrenceOf))
}

export const countUnanswered = async (tx: ReadTx, now: Temporal.Instant): Promise<number> => {
  const row = await unanswered(tx, now)
    .select(({ fn }) => fn.countAll<string>().as('many'))
    .executeTakeFirstOrThrow()
  return Number(row.many)
}
