import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import type { ExportScope, PartRow } from './part.ts'
import { hadCome, versionsOf } from './scope.queries.ts'

/** What the agreements made conditional, the promises that hung on it, and what had become of it by the day. */
export const listReservationRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    select a.slug as agreement, v.number as version, r.activity_id as activity, r.text, r.until_on::text as until,
      array(select c.reading_id from reservation_promise p join commitment c using (commitment_id)
        where p.reservation_id = r.reservation_id order by c.position, c.reading_id) as promises,
      s.outcome, s.settled_on::text as "settledOn", s.ended_on::text as "endedOn"
    from reservation r join agreement_version v using (agreement_version_id) join agreement a using (agreement_id)
    left join lateral (select * from reservation_settlement n where n.reservation_id = r.reservation_id
      and n.settled_on <= ${scope.day.toString()}::date order by n.number desc limit 1) s on true
    where v.agreement_version_id = ${versionsOf(scope)} order by a.slug, v.number, r.position`.execute(tx)
  return rows
}

/** Who carries each activity on, as last planned by the day. */
export const listAnchoringRows = async (tx: ReadTx, scope: ExportScope): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    select distinct on (a.slug, v.number, n.activity_id) a.slug as agreement, v.number as version, n.activity_id as activity,
      n.taken_over_by as "takenOverBy", n.by_on::text as "by", n.proof, n.state, n.taken_over_on::text as "takenOverOn"
    from anchoring_plan n join agreement_version v using (agreement_version_id) join agreement a using (agreement_id)
    where v.agreement_version_id = ${versionsOf(scope)} and ${hadCome(sql`n.planned_at`, scope.day)}
    order by a.slug, v.number, n.activity_id, n.number desc`.execute(tx)
  return rows
}
