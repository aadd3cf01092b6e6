import { leaveTrace, type ReadTx, writeAs } from '../../platform/database/index.ts'
import { type Day, homeZone, today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { listHoldings, listSpacesOf } from './booking.queries.ts'
import { calendarPolicy } from './calendar.policy.ts'
import { wholeCalendar } from './listed-occurrence.ts'
import { listOccurrences } from './listed-occurrence.queries.ts'
import { layNewSeries } from './plan-series.ts'
import { findPromiseOf } from './promise-link.ts'
import { listRelationsToOrganiser } from './relation.queries.ts'
import type { Series } from './series.ts'
import { findSeries } from './series.queries.ts'
import { deleteCopies } from './tradition.queries.ts'

/** Which of last year's is to be held again, and on which day. */
export interface PickedTradition {
  readonly seriesId: string
  readonly day: Day
}

export interface CopiedTraditions {
  readonly seriesIds: readonly string[]
  /** How many could not have their place. */
  readonly withoutPlace: number
}

/**
 * Puts what took place last year in the calendar again, each on its day, all of them or none. Throws Refused('in_the_past'),
 * Refused('nothing_picked') or Refused('series_not_found').
 */
export const copyTraditions = (
  platform: Platform,
  actor: Actor,
  picked: readonly PickedTradition[],
): Promise<CopiedTraditions> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, calendarPolicy.addSeries)
    if (picked.length === 0) throw new Refused('nothing_picked')
    const day = today(platform.clock)
    const seriesIds: string[] = []
    let withoutPlace = 0
    for (const one of picked) {
      const series = await findSeries(tx, one.seriesId)
      if (series === undefined) throw new Refused('series_not_found')
      requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, series))
      if (Temporal.PlainDate.compare(one.day, day) <= 0) throw new Refused('in_the_past')
      const promise = await findPromiseOf(tx, series.lineageId, day)
      const copy = { ...series, lineageId: promise?.lineageId ?? null, startsOn: one.day, rule: null }
      const laid = await layNewSeries(tx, platform, actor, { ...copy, copiedFromId: series.seriesId })
      seriesIds.push(laid.seriesId)
      withoutPlace += laid.skipped
      leaveTrace(tx, { verb: 'series.copied', thing: 'series', ref: laid.seriesId })
    }
    return { seriesIds, withoutPlace }
  })

/** A copy may be undone for so long. */
const undoneWithin = { hours: 1 }

/** Takes what was just copied out again. Throws Refused('too_late_to_undo') where nothing of it can be. */
export const undoTraditions = (platform: Platform, actor: Actor, seriesIds: readonly string[]): Promise<number> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, calendarPolicy.addSeries)
    const now = platform.clock.now()
    const undone = await deleteCopies(tx, seriesIds, {
      madeBy: actor.personId ?? '',
      since: now.subtract(undoneWithin),
      now,
    })
    if (undone === 0) throw new Refused('too_late_to_undo')
    leaveTrace(tx, { verb: 'series.copies_undone', thing: 'series', facts: { times: undone } })
    return undone
  })

/** What else holds the place, or goes on in the area, when it would be held on a day. */
export interface Collisions {
  readonly isPlaceTaken: boolean
  /** Titles of what goes on nearby at the same time. */
  readonly beside: readonly string[]
}

export const findCollisions = async (tx: ReadTx, series: Series, day: Day): Promise<Collisions> => {
  const from = day
    .toZonedDateTime({ timeZone: homeZone, plainTime: Temporal.PlainTime.from({ hour: 0 }) })
    .add({ minutes: series.startsMinute })
    .toInstant()
  const to = from.add({ minutes: series.lastsMinutes })
  const spaces = series.venueId === null ? [] : await listSpacesOf(tx, series.venueId, series.spaceId)
  const taken = spaces.length === 0 ? [] : await listHoldings(tx, spaces, { from, to })
  const nearby =
    series.areaId === null
      ? []
      : await listOccurrences(tx, { ...wholeCalendar, from, to, areaId: series.areaId, isPublic: false, most: 5 })
  const beside = nearby.filter(({ state, series: other }) => state === 'planned' && other.seriesId !== series.seriesId)
  return { isPlaceTaken: taken.length > 0, beside: beside.map((one) => one.series.title) }
}
