import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import type { Occurrence } from '../occurrence.ts'
import type { SeriesFacts } from '../series.ts'

/** Those times that hold, or ask for, another place than their series now has: it has moved. */
export const listMisplaced = async (
  tx: ReadTx,
  { venueId, spaceId }: Pick<SeriesFacts, 'venueId' | 'spaceId'>,
  times: readonly Occurrence[],
): Promise<Occurrence[]> => {
  if (times.length === 0) return []
  const { rows } = await sql<{ occurrenceId: string }>`
    select o.occurrence_id as "occurrenceId" from occurrence o
    where o.occurrence_id = any (${times.map(({ occurrenceId }) => occurrenceId)}::uuid[]) and o.state = 'planned'
      and o.elsewhere_venue_id is null
      and (exists (select from booking b join space p using (space_id)
          where b.occurrence_id = o.occurrence_id and b.state in ('requested', 'approved')
            and (p.venue_id is distinct from ${venueId}::uuid or ${spaceId}::uuid is not null and p.space_id <> ${spaceId}::uuid))
        or not exists (select from booking b
          where b.occurrence_id = o.occurrence_id and b.state in ('requested', 'approved'))
          and exists (select from venue v where v.venue_id = ${venueId}::uuid and not v.is_informal))`.execute(tx)
  const misplaced = new Set(rows.map(({ occurrenceId }) => occurrenceId))
  return times.filter(({ occurrenceId }) => misplaced.has(occurrenceId))
}
