import type { ReadTx } from '../../../platform/database/index.ts'
import { dayNumberOf } from '../../../platform/day-number.ts'
import { wallOf } from '../clock-words.ts'
import type { Series } from '../series.ts'
import { type CollidingSeries, listCollidingSeries, listGatheringTimes, listNearAreas } from './collision.queries.ts'
import { collisionsOf, inPairs } from './collisions.rules.ts'

const wallMinute = (at: Temporal.Instant): number => {
  const { day, minute } = wallOf(at)
  return dayNumberOf(day) * 1440 + minute
}

/** What one time of an activity would collide with, the heaviest first. */
export const checkTime = async (
  tx: ReadTx,
  series: Series,
  { startsAt, endsAt }: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
): Promise<CollidingSeries[]> => {
  const near = await listNearAreas(tx)
  const { seriesId, kind, ageFrom, ageTo, areaId, venueId } = series
  const others = await listGatheringTimes(tx, {
    // Nothing that gathers children lasts longer than a day.
    from: startsAt.subtract({ hours: 25 }),
    to: endsAt.add({ hours: 1 }),
    areaIds: areaId === null ? null : [areaId, ...(near.get(areaId) ?? [])],
    ages: { from: ageFrom ?? 0, to: ageTo ?? 17 },
  })
  const gathering = { seriesId, kind, ageFrom, ageTo, areaId, venueId }
  const time = { gathering, from: wallMinute(startsAt), to: wallMinute(endsAt) }
  const ids = inPairs(collisionsOf([time], others, near)).map(({ oneId, otherId }) =>
    oneId === seriesId ? otherId : oneId,
  )
  const known = await listCollidingSeries(tx, ids)
  return ids.flatMap((id) => known.get(id) ?? [])
}
