import { leaveTrace, writeAs, type WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { homeZone, today } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { calendarPolicy } from './calendar.policy.ts'
import { type LaidSeries, laySeries } from './lay-series.ts'
import { repeatFacts } from './occurrence.queries.ts'
import type { Planner } from './planner.ts'
import { requireOwnPromise } from './promise-link.ts'
import { listRelationsToOrganiser } from './relation.queries.ts'
import type { Pause, Series, SeriesFacts, Timing } from './series.ts'
import {
  deletePause,
  endSeriesRow,
  findSeries,
  getSeriesForUpdate,
  insertPause,
  insertSeries,
  touchSeries,
  updateSeries,
} from './series.queries.ts'
import { queueLettingIn } from './sign-up/let-waiting-in.ts'
import { ruleUntil, requireTiming } from './times.rules.ts'

/** Which series, as it was when the form was shown. */
export interface SeenSeries {
  readonly seriesId: string
  readonly version: number
}

export interface ChangedSeries extends LaidSeries {
  /** The series that the times from the day on belong to. */
  readonly seriesId: string
}

const enter = async (tx: WriteTx, actor: Actor, seen: SeenSeries): Promise<Series> => {
  const found = await findSeries(tx, seen.seriesId)
  if (found === undefined) throw new Refused('series_not_found')
  requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, found))
  if (found.outsideCalendarId !== null) throw new Refused('changed_outside_only')
  if (found.kind === 'meeting') throw new Refused('changed_by_its_group')
  const series = await getSeriesForUpdate(tx, seen.seriesId, seen.version)
  if (series.endedAt !== null) throw new Refused('series_ended')
  return series
}

const again = async (tx: WriteTx, seriesId: string): Promise<Series> => {
  const series = await findSeries(tx, seriesId)
  if (series === undefined) throw new Error('A series was written that cannot be seen')
  return series
}

/**
 * Changes an activity from a day on: what has taken place stays as it was. From today, or a day before it, all that is to come changes;
 * from a later day the activity goes on as another that continues it. Throws as `planSeries`, and Refused('changed_meanwhile').
 */
export const changeSeries = (
  platform: Platform,
  actor: Actor,
  seen: SeenSeries,
  change: SeriesFacts & Timing & { readonly from: Day },
): Promise<ChangedSeries> =>
  writeAs(platform, actor, async (tx) => {
    const series = await enter(tx, actor, seen)
    requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, change))
    requireTiming(change)
    if (change.lineageId !== series.lineageId)
      await requireOwnPromise(tx, actor, change.lineageId, today(platform.clock))
    const now = platform.clock.now()
    const isSplit = series.rule !== null && Temporal.PlainDate.compare(change.from, today(platform.clock)) > 0
    const seriesId = isSplit ? await splitSeries(tx, { platform, actor }, series, change) : series.seriesId
    if (!isSplit) await updateSeries(tx, series, change, now)
    const from = isSplit ? change.from.toZonedDateTime(homeZone).toInstant() : now
    const changed = await again(tx, seriesId)
    if (!isSplit) await repeatFacts(tx, changed, now, now)
    const laid = await laySeries(tx, { platform, actor }, changed, from)
    await queueLettingIn(tx, series, changed)
    leaveTrace(tx, { verb: 'series.changed', thing: 'series', ref: seriesId, facts: { times: laid.laid } })
    return { seriesId, ...laid }
  })

const splitSeries = async (
  tx: WriteTx,
  { platform, actor }: Planner,
  series: Series,
  change: SeriesFacts & Timing & { readonly from: Day },
): Promise<string> => {
  const now = platform.clock.now()
  const rule = ruleUntil(series, change.from.subtract({ days: 1 }))
  await endSeriesRow(tx, series.seriesId, { rule, endedAt: null, at: now })
  await laySeries(tx, { platform, actor }, await again(tx, series.seriesId), now)
  const seriesId = newId<'series'>()
  const startsOn =
    Temporal.PlainDate.compare(change.startsOn, change.from) < 0 && change.rule === null ? change.from : change.startsOn
  const made = { madeAt: now, madeBy: actor.personId ?? 'system', continuesId: series.seriesId }
  await insertSeries(tx, { ...change, startsOn, seriesId, ...made })
  return seriesId
}

/** Takes all that is to come out of the calendar, from a day on; what has taken place stays. */
export const endSeries = (platform: Platform, actor: Actor, seen: SeenSeries, from: Day): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const series = await enter(tx, actor, seen)
    const now = platform.clock.now()
    const isOver = Temporal.PlainDate.compare(from, today(platform.clock)) <= 0
    const rule = series.rule === null ? null : ruleUntil(series, from.subtract({ days: 1 }))
    await endSeriesRow(tx, series.seriesId, { rule, endedAt: isOver ? now : null, at: now })
    await laySeries(tx, { platform, actor }, await again(tx, series.seriesId), now)
    leaveTrace(tx, { verb: 'series.ended', thing: 'series', ref: series.seriesId })
  })

/** Lets a series rest for some days. Throws Refused('rests_already') or Refused('ends_first'). */
export const pauseSeries = (platform: Platform, actor: Actor, seen: SeenSeries, pause: Pause): Promise<LaidSeries> =>
  writeAs(platform, actor, async (tx) => {
    const series = await enter(tx, actor, seen)
    if (Temporal.PlainDate.compare(pause.from, pause.to) > 0) throw new Refused('ends_first')
    await insertPause(tx, series.seriesId, pause)
    await touchSeries(tx, series.seriesId, platform.clock.now())
    const laid = await laySeries(tx, { platform, actor }, series, platform.clock.now())
    leaveTrace(tx, { verb: 'series.paused', thing: 'series', ref: series.seriesId })
    return laid
  })

/** Takes a rest back: the times in it come again. */
export const resumeSeries = (platform: Platform, actor: Actor, seen: SeenSeries, from: Day): Promise<LaidSeries> =>
  writeAs(platform, actor, async (tx) => {
    const series = await enter(tx, actor, seen)
    await deletePause(tx, series.seriesId, from)
    await touchSeries(tx, series.seriesId, platform.clock.now())
    const laid = await laySeries(tx, { platform, actor }, series, platform.clock.now())
    leaveTrace(tx, { verb: 'series.resumed', thing: 'series', ref: series.seriesId })
    return laid
  })
