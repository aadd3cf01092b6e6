import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { type Day, homeZone, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { hasBegun, laySeries } from '../lay-series.ts'
import { listOccurrencesOf } from '../occurrence.queries.ts'
import { layNewSeries } from '../plan-series.ts'
import type { Planner } from '../planner.ts'
import type { SeriesKind } from '../series.ts'
import { endSeriesRow, findSeries } from '../series.queries.ts'
import type { Season, SeasonWish } from './season.ts'
import { hasRoomFor } from './season.rules.ts'
import { findSeasonTerms, type SeasonTerms } from './season-terms.ts'
import { listCounted, lockQuota, updateWish } from './season.queries.ts'
import { enterWish, type SeenWish } from './wish-for-season.ts'

/** When a wish is to be: so many days running, at the same hours. Minutes after midnight. */
export interface AgreedDays {
  readonly startsOn: Day
  readonly fromMinute: number
  readonly toMinute: number
  readonly days: number
  readonly venueId: string | null
  readonly kind: SeriesKind
}

/**
 * Says yes to a wish: it becomes an activity in the calendar, with its venue booked, that keeps the promise. Throws Refused('over_cap'),
 * Refused('cap_not_known'), Refused('venue_taken'), Refused('day_outside_season'), Refused('in_the_past') or Refused('wish_is_settled').
 */
export const agreeWish = (platform: Platform, actor: Actor, seen: SeenWish, days: AgreedDays): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    const { season, wish } = await enterWish(tx, seen, ({ toSeason }) =>
      requirePermission(actor, calendarPolicy.agreeSeason, toSeason),
    )
    if (wish.state !== 'wished') throw new Refused('wish_is_settled')
    requireWithin(season, days, today(platform.clock))
    await lockQuota(tx, season.lineageId)
    const terms = await findSeasonTerms(tx, season, today(platform.clock))
    await requireRoom(tx, platform, { season, wish, terms }, days.startsOn)
    const seriesId = await layAgreed(tx, { platform, actor }, { season, wish, terms }, days)
    await updateWish(tx, wish, { state: 'agreed', seriesId, answer: '' })
    leaveTrace(tx, { verb: 'season_wish.agreed', thing: 'season_wish', ref: wish.seasonWishId })
    return seriesId
  })

const requireWithin = (season: Season, { startsOn, days, fromMinute, toMinute }: AgreedDays, day: Day): void => {
  if (toMinute <= fromMinute) throw new Refused('ends_first')
  const last = startsOn.add({ days: days - 1 })
  if (Temporal.PlainDate.compare(startsOn, season.from) < 0 || Temporal.PlainDate.compare(last, season.to) > 0)
    throw new Refused('day_outside_season')
  if (Temporal.PlainDate.compare(startsOn, day) <= 0) throw new Refused('in_the_past')
}

interface Agreeing {
  readonly season: Season
  readonly wish: SeasonWish
  readonly terms: SeasonTerms
}

/** The number of the year its first day lies in has room. */
const requireRoom = async (
  tx: WriteTx,
  { clock }: Platform,
  { season, wish, terms }: Agreeing,
  { year }: Day,
): Promise<void> => {
  if (terms.cap === null) throw new Refused('cap_not_known')
  const counted = await listCounted(tx, season.lineageId, { first: year, last: year }, clock.now())
  if (hasRoomFor({ year, areaId: wish.areaId }, counted, terms)) return
  throw new Refused('over_cap', { cap: terms.cap, area: terms.isPerArea ? wish.area : '', year })
}

const layAgreed = async (
  tx: WriteTx,
  { platform, actor }: Planner,
  { season, wish, terms }: Agreeing,
  days: AgreedDays,
): Promise<string> => {
  const { seriesId, skipped } = await layNewSeries(tx, platform, actor, {
    title: wish.title,
    summary: '',
    kind: days.kind,
    organisationId: season.organisationId,
    planId: season.planId,
    areaId: wish.areaId,
    venueId: days.venueId,
    spaceId: null,
    place: '',
    ageFrom: terms.promised?.ages?.from ?? null,
    ageTo: terms.promised?.ages?.to ?? null,
    languages: ['da'],
    priceOere: null,
    pricePer: null,
    goesAlong: '',
    signUp: 'none',
    places: null,
    isLarge: false,
    isPublished: true,
    lineageId: season.lineageId,
    startsOn: days.startsOn,
    startsMinute: days.fromMinute,
    lastsMinutes: days.toMinute - days.fromMinute,
    rule: days.days > 1 ? `FREQ=DAILY;COUNT=${days.days}` : null,
    leavesOutMonths: [],
    schoolDaysOnly: false,
  })
  if (skipped > 0) throw new Refused('venue_taken')
  return seriesId
}

/** Takes a yes back: what was agreed leaves the calendar, and the wish waits again. Throws Refused('is_over') where it has begun. */
export const releaseWish = (platform: Platform, actor: Actor, seen: SeenWish): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { wish } = await enterWish(tx, seen, ({ toSeason }) =>
      requirePermission(actor, calendarPolicy.agreeSeason, toSeason),
    )
    if (wish.state !== 'agreed') throw new Refused('wish_is_settled')
    if (wish.seriesId !== null) await takeOut(tx, { platform, actor }, wish.seriesId)
    await updateWish(tx, wish, { state: 'wished', seriesId: null, answer: '' })
    leaveTrace(tx, { verb: 'season_wish.released', thing: 'season_wish', ref: wish.seasonWishId })
  })

const takeOut = async (tx: WriteTx, { platform, actor }: Planner, seriesId: string): Promise<void> => {
  const now = platform.clock.now()
  const times = await listOccurrencesOf(tx, seriesId)
  if (times.some((time) => time.state !== 'cancelled' && hasBegun(time, now))) throw new Refused('is_over')
  const before = await findSeries(tx, seriesId)
  if (before === undefined) return
  await endSeriesRow(tx, seriesId, { rule: before.rule, endedAt: now, at: now })
  const ended = { ...before, endedAt: now }
  await laySeries(tx, { platform, actor }, ended, before.startsOn.toZonedDateTime(homeZone).toInstant())
}
