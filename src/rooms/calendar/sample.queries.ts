import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/index.ts'

/** Removes what the sample brought to the calendar; what a person has since built on stays. */
export const deleteSampleCalendar = async (tx: WriteTx): Promise<void> => {
  await tx
    .deleteFrom('booking')
    .where('occurrence_id', 'in', (eb) =>
      eb
        .selectFrom('occurrence')
        .innerJoin('series', 'series.series_id', 'occurrence.series_id')
        .select('occurrence.occurrence_id')
        .where('series.is_sample', '=', true),
    )
    .execute()
  await tx.deleteFrom('season').where('is_sample', '=', true).execute()
  await tx.deleteFrom('series').where('is_sample', '=', true).execute()
  const used = (tx: WriteTx) => tx.selectFrom('series').select('venue_id').where('venue_id', 'is not', null)
  const booked = (tx: WriteTx) =>
    tx.selectFrom('booking').innerJoin('space', 'space.space_id', 'booking.space_id').select('space.venue_id')
  await tx
    .deleteFrom('venue')
    .where('is_sample', '=', true)
    .where('venue_id', 'not in', used(tx))
    .where('venue_id', 'not in', booked(tx))
    .execute()
}

/** Lets what the sample arranged until a moment have been held: most times with a head count, a few called off, always the same. */
export const holdSampleUntil = (tx: WriteTx, until: Temporal.Instant) =>
  sql`update occurrence o set
      state = case when told.lot % 17 = 0 then 'cancelled' else 'held' end,
      reason = case when told.lot % 17 = 0 then 'Sygdom' else '' end,
      held_at = case when told.lot % 17 = 0 then null else ends_at end,
      held_by = case when told.lot % 17 = 0 then null else 'system' end,
      head_count = case when told.lot % 17 = 0 or told.lot % 5 = 0 then null else 4 + told.lot % 19 end
    from (select occurrence_id, (extract(doy from starts_at)::integer * 7 + extract(hour from starts_at)::integer * 13) as lot from occurrence) told
    where told.occurrence_id = o.occurrence_id and o.ends_at < ${until} and o.state = 'planned' and o.kind <> 'meeting'
      and o.series_id in (select series_id from series where is_sample)`.execute(tx)
