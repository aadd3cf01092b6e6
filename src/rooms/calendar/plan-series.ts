import { leaveTrace, writeAs, type WriteTx } from '../../platform/database/index.ts'
import { homeZone, today } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { calendarPolicy } from './calendar.policy.ts'
import { type LaidSeries, laySeries } from './lay-series.ts'
import { requireOwnPromise } from './promise-link.ts'
import { listRelationsToOrganiser } from './relation.queries.ts'
import type { SeriesFacts, Timing } from './series.ts'
import { findSeries, insertSeries } from './series.queries.ts'
import { requireTiming } from './times.rules.ts'

export interface PlannedSeries extends LaidSeries {
  readonly seriesId: string
}

type NewActivity = SeriesFacts & Timing & { readonly copiedFromId?: string | null; readonly isSample?: boolean }

/**
 * Puts an activity in the calendar, once or coming round, with all its times. Throws Refused('not_a_rule'), Refused('too_often'),
 * Refused('never_takes_place') or Refused('venue_not_bookable').
 */
export const planSeries = (platform: Platform, actor: Actor, form: NewActivity): Promise<PlannedSeries> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, calendarPolicy.addSeries)
    requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, form))
    await requireOwnPromise(tx, actor, form.lineageId, today(platform.clock))
    const planned = await layNewSeries(tx, platform, actor, form)
    leaveTrace(tx, {
      verb: 'series.planned',
      thing: 'series',
      ref: planned.seriesId,
      facts: { times: planned.laid },
    })
    return planned
  })

/** Writes an activity with its times, in a transaction whose actor may. Throws as `planSeries`. */
export const layNewSeries = async (
  tx: WriteTx,
  platform: Platform,
  actor: Actor,
  form: NewActivity,
): Promise<PlannedSeries> => {
  requireTiming(form)
  const seriesId = newId<'series'>()
  const madeAt = platform.clock.now()
  await insertSeries(tx, { ...form, seriesId, madeAt, madeBy: actor.personId ?? 'system' })
  const series = await findSeries(tx, seriesId)
  if (series === undefined) throw new Error('A series was written that cannot be seen')
  const laid = await laySeries(tx, { platform, actor }, series, form.startsOn.toZonedDateTime(homeZone).toInstant())
  return { seriesId, ...laid }
}
