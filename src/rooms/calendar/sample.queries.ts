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
