import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, type Relations, requirePermission } from '../../access/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { listRelationsToOrganiser } from '../relation.queries.ts'
import type { Season, SeasonWish } from './season.ts'
import {
  findSeason,
  findWish,
  insertWish,
  listAreasOf,
  listRelationsToSeason,
  lockWish,
  type NewWish,
  updateWish,
} from './season.queries.ts'

export type WishForm = Omit<NewWish, 'wishedAt' | 'wishedBy'>

/** Which wish, as it was when the form was shown. */
export interface SeenWish {
  readonly seasonWishId: string
  readonly version: number
}

interface EnteredWish {
  readonly season: Season
  readonly wish: SeasonWish
}

/** The relations that decide what may be done to a wish: those to its season, and those to whoever wished. */
interface WishRelations {
  readonly toSeason: Relations
  readonly toWisher: Relations
}

/**
 * The season and one of its wishes, for whoever may, held until the transaction ends. Throws Refused('wish_not_found'),
 * Refused('not_permitted') or Refused('changed_meanwhile').
 */
export const enterWish = async (
  tx: WriteTx,
  seen: SeenWish,
  requireMay: (relations: WishRelations) => void,
): Promise<EnteredWish> => {
  const wish = await findWish(tx, seen.seasonWishId)
  const season = wish && (await findSeason(tx, wish.seasonId))
  if (wish === undefined || season === undefined) throw new Refused('wish_not_found')
  requireMay({
    toSeason: await listRelationsToSeason(tx, season),
    toWisher: await listRelationsToOrganiser(tx, wish),
  })
  await lockWish(tx, wish, seen.version)
  return { season, wish }
}

/**
 * Wishes for something in a season, for the actor's own. Throws Refused('season_not_found'), Refused('area_outside_season') or
 * Refused('day_outside_season').
 */
export const wishForSeason = (platform: Platform, actor: Actor, form: WishForm): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    const season = await findSeason(tx, form.seasonId)
    if (season === undefined) throw new Refused('season_not_found')
    requirePermission(actor, calendarPolicy.wishForSeason, await listRelationsToSeason(tx, season))
    requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, form))
    const areas = await listAreasOf(tx, season.seasonId)
    if (!areas.some(({ areaId }) => areaId === form.areaId)) throw new Refused('area_outside_season')
    const { from, to } = form.weeks
    if (Temporal.PlainDate.compare(from, to) > 0) throw new Refused('ends_first')
    if (Temporal.PlainDate.compare(from, season.from) < 0 || Temporal.PlainDate.compare(to, season.to) > 0)
      throw new Refused('day_outside_season')
    const made = { wishedAt: platform.clock.now(), wishedBy: actor.personId ?? 'system' }
    const wishId = await insertWish(tx, { ...form, ...made })
    leaveTrace(tx, { verb: 'season_wish.made', thing: 'season_wish', ref: wishId })
    return wishId
  })

/** Takes a wish back, by whoever made it. Throws Refused('wish_is_settled') where it is no longer waiting. */
export const withdrawWish = (platform: Platform, actor: Actor, seen: SeenWish): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { wish } = await enterWish(tx, seen, ({ toWisher }) =>
      requirePermission(actor, calendarPolicy.changeSeries, toWisher),
    )
    if (wish.state !== 'wished') throw new Refused('wish_is_settled')
    await updateWish(tx, wish, { state: 'withdrawn', seriesId: null, answer: '' })
    leaveTrace(tx, { verb: 'season_wish.withdrawn', thing: 'season_wish', ref: wish.seasonWishId })
  })

/** Says no to a wish, with a word why, by those who owe the promise. Throws Refused('wish_is_settled'). */
export const declineWish = (platform: Platform, actor: Actor, seen: SeenWish, why: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { wish } = await enterWish(tx, seen, ({ toSeason }) =>
      requirePermission(actor, calendarPolicy.agreeSeason, toSeason),
    )
    if (wish.state !== 'wished') throw new Refused('wish_is_settled')
    await updateWish(tx, wish, { state: 'declined', seriesId: null, answer: why })
    leaveTrace(tx, { verb: 'season_wish.declined', thing: 'season_wish', ref: wish.seasonWishId })
  })
