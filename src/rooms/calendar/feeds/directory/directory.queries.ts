import type { ReadTx } from '../../../../platform/database/index.ts'

/** When somebody last said that a series' time was held, by series. */
export const listLastHeld = async (
  tx: ReadTx,
  seriesIds: readonly string[],
): Promise<Map<string, Temporal.Instant>> => {
  if (seriesIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('occurrence')
    .select((eb) => ['series_id', eb.fn.max('held_at').as('held_at')])
    .where('series_id', 'in', seriesIds)
    .where('held_at', 'is not', null)
    .groupBy('series_id')
    .execute()
  return new Map(rows.flatMap(({ series_id, held_at }) => (held_at === null ? [] : [[series_id, held_at] as const])))
}
