import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { repeatFacts } from '../occurrence.queries.ts'
import { requireOwnPromise } from '../promise-link.ts'
import { listRelationsToOrganiser } from '../relation.queries.ts'
import type { Series } from '../series.ts'
import { findSeries, getSeriesForUpdate } from '../series.queries.ts'
import { findCalendar } from './outside-calendar.queries.ts'
import { setLeftOut, setPromise } from './outside-series.queries.ts'

/** Which series, as it was when the form was shown. */
export interface SeenTaken {
  readonly seriesId: string
  readonly version: number
}

const enter = async (tx: WriteTx, actor: Actor, seen: SeenTaken): Promise<Series & { outsideCalendarId: string }> => {
  const found = await findSeries(tx, seen.seriesId)
  if (found === undefined || found.outsideCalendarId === null) throw new Refused('series_not_found')
  requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, found))
  const series = await getSeriesForUpdate(tx, found.seriesId, seen.version)
  return { ...series, outsideCalendarId: found.outsideCalendarId }
}

/** Chooses whether something that came from outside is shown here; it goes on being followed. */
export const leaveOutTaken = (platform: Platform, actor: Actor, seen: SeenTaken, isLeftOut: boolean): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const series = await enter(tx, actor, seen)
    const calendar = await findCalendar(tx, series.outsideCalendarId)
    const at = platform.clock.now()
    const isPublished = !isLeftOut && calendar?.isPublished === true
    await setLeftOut(tx, series.seriesId, { isLeftOut, isPublished, at })
    await repeatFacts(tx, { ...series, isPublished }, at, at)
    const verb = isLeftOut ? 'series.left_out' : 'series.shown_again'
    leaveTrace(tx, { verb, thing: 'series', ref: series.seriesId })
  })

/** Says which promise something that came from outside answers; null = none. What is held of it is then its evidence. */
export const linkTaken = (platform: Platform, actor: Actor, seen: SeenTaken, lineageId: string | null): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const series = await enter(tx, actor, seen)
    await requireOwnPromise(tx, actor, lineageId, today(platform.clock))
    await setPromise(tx, series.seriesId, lineageId, platform.clock.now())
    leaveTrace(tx, { verb: 'series.linked', thing: 'series', ref: series.seriesId })
  })
