import type { ReadTx } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listHoldings, listSpacesOf } from '../booking.queries.ts'
import { type DaysToFit, freeStarts, lateWindows, quotasOf, type Quota, yearsOf } from './season.rules.ts'
import { listAreasOf, listCounted, listSeasons, listWishes } from './season.queries.ts'
import { findSeasonTerms, type SeasonTerms } from './season-terms.ts'
import type { CountedSeries, Season, SeasonWish } from './season.ts'

/** A season with all that is known of it on a day. */
export interface LoadedSeason {
  readonly season: Season
  readonly terms: SeasonTerms
  readonly areas: readonly { readonly areaId: string; readonly name: string }[]
  readonly quotas: readonly Quota[]
  readonly wishes: readonly SeasonWish[]
  /** All of its years that counts towards the promise, in order. */
  readonly counted: readonly CountedSeries[]
  readonly windows: ReturnType<typeof lateWindows>
}

export const loadSeason = async (tx: ReadTx, platform: Platform, season: Season): Promise<LoadedSeason> => {
  const terms = await findSeasonTerms(tx, season, today(platform.clock))
  const areas = await listAreasOf(tx, season.seasonId)
  const counted = await listCounted(tx, season.lineageId, countedYears(season), platform.clock.now())
  const areaIds = areas.map(({ areaId }) => areaId)
  const wishes = await listWishes(tx, season.seasonId)
  return {
    season,
    terms,
    areas,
    counted,
    quotas: yearsOf(season).flatMap((year) => quotasOf({ year, areaIds }, counted, terms)),
    wishes,
    windows: lateWindows(season),
  }
}

const countedYears = ({ from, to }: Season) => ({ first: from.year, last: to.year })

/** First days on which a wish's place is free, by wish. */
export const listFreeStarts = async (
  tx: ReadTx,
  platform: Platform,
  wishes: readonly SeasonWish[],
  fit: DaysToFit,
): Promise<ReadonlyMap<string, readonly Temporal.PlainDate[]>> => {
  const starts = new Map<string, readonly Temporal.PlainDate[]>()
  for (const wish of wishes) {
    const { from, to } = wish.weeks
    const spaces = wish.venueId === null ? [] : await listSpacesOf(tx, wish.venueId, null)
    const span = {
      from: from.toZonedDateTime('UTC').toInstant(),
      to: to.add({ days: 2 }).toZonedDateTime('UTC').toInstant(),
    }
    const taken = spaces.length === 0 ? [] : await listHoldings(tx, spaces, span)
    starts.set(wish.seasonWishId, freeStarts(wish.weeks, fit, taken, today(platform.clock)))
  }
  return starts
}

/** Something agreed in a season that has been held, at what it costs: for whoever settles. Amounts in whole øre; null = no price is known. */
export interface HeldToSettle {
  readonly seasonId: string
  readonly seriesId: string
  readonly lineageId: string
  readonly areaId: string | null
  readonly title: string
  readonly startsAt: Temporal.Instant
  readonly priceOere: bigint | null
}

/** What seasons of a year came to, each activity once. */
export const listHeldToSettle = async (tx: ReadTx, platform: Platform, year: number): Promise<HeldToSettle[]> => {
  const held: HeldToSettle[] = []
  const counted = new Set<string>()
  for (const season of (await listSeasons(tx)).filter((one) => yearsOf(one).includes(year))) {
    const loaded = await loadSeason(tx, platform, season)
    for (const { seriesId, areaId, title, startsAt, isHeld, year: of } of loaded.counted) {
      if (!isHeld || of !== year || counted.has(seriesId)) continue
      counted.add(seriesId)
      const { seasonId, lineageId } = season
      held.push({ seasonId, seriesId, lineageId, areaId, title, startsAt, priceOere: loaded.terms.priceOere })
    }
  }
  return held
}
