import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'
import { homeZone } from '../../platform/day.ts'

/** The next time of each promise that something in the calendar answers, by the life it has through all versions. */
export const listNextTimes = async (
  tx: ReadTx,
  now: Temporal.Instant,
): Promise<Map<string, { on: Temporal.PlainDate; occurrenceId: string }>> => {
  const { rows } = await sql<{ lineageId: string; occurrenceId: string; startsAt: Temporal.Instant }>`
    select distinct on (s.lineage_id) s.lineage_id as "lineageId", o.occurrence_id as "occurrenceId", o.starts_at as "startsAt"
    from series s join occurrence o using (series_id)
    where s.lineage_id is not null and o.state = 'planned' and o.ends_at > ${now}
    order by s.lineage_id, o.starts_at`.execute(tx)
  return new Map(
    rows.map(({ lineageId, occurrenceId, startsAt }) => [
      lineageId,
      { on: startsAt.toZonedDateTimeISO(homeZone).toPlainDate(), occurrenceId },
    ]),
  )
}
