import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'

/** What the program has asked for at a venue since a moment, on behalf of an activity. */
export interface LaidRequest {
  readonly venueId: string
  readonly venue: string
  readonly organisation: string
  readonly purpose: string
  readonly first: Temporal.Instant
  readonly times: number
  readonly keeperOrganisationId: string | null
  readonly keeperPlan: string | null
}

/** What the program has asked for since a moment and nobody has answered, by venue. */
export const listLaidSince = async (tx: ReadTx, since: Temporal.Instant): Promise<LaidRequest[]> => {
  const { rows } = await sql<LaidRequest>`
    select v.venue_id as "venueId", v.name as venue, g.name as organisation, b.purpose, min(lower(b.booked_during)) as first,
      count(distinct b.booked_during)::int as times, v.organisation_id as "keeperOrganisationId", n.name as "keeperPlan"
    from booking b join space p using (space_id) join venue v using (venue_id)
      join organisation g on g.organisation_id = b.organisation_id left join plan n on n.plan_id = v.plan_id
    where b.state = 'requested' and b.asked_by = 'system' and b.asked_at >= ${since}::timestamptz
    group by v.venue_id, v.name, g.name, b.purpose, v.organisation_id, n.name
    order by v.name, min(lower(b.booked_during)), b.purpose`.execute(tx)
  return rows
}
