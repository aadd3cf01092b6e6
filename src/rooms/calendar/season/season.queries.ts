import { type Selectable, sql } from 'kysely'
import {
  readDaySpan,
  type ReadTx,
  refuseOn,
  type Rows,
  writeDaySpan,
  type WriteTx,
} from '../../../platform/database/index.ts'
import { homeZone } from '../../../platform/day.ts'
import { findId, newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Relation, Relations } from '../../access/index.ts'
import type { CountedSeries, Season, SeasonWish } from './season.ts'
import { wishStates } from './season.ts'

const wholeSpan = (span: string) => {
  const { from, to } = readDaySpan(span)
  if (from === null || to === null) throw new Error('A season without an end was read')
  return { from, to }
}

const seasonOf = (row: Selectable<Rows['season']>): Season => ({
  seasonId: row.season_id,
  title: row.title,
  lineageId: row.lineage_id,
  organisationId: row.organisation_id,
  planId: row.plan_id,
  ...wholeSpan(row.season_during),
  writtenCap: row.written_cap,
  writtenPriceOere: row.written_price_oere,
  version: row.version,
})

/** The seasons the actor may see, the latest first. */
export const listSeasons = async (tx: ReadTx): Promise<Season[]> => {
  const rows = await tx.selectFrom('season').selectAll().orderBy('season_during', 'desc').orderBy('title').execute()
  return rows.map(seasonOf)
}

/** The season, or undefined where there is none or the actor may not see it. */
export const findSeason = async (tx: ReadTx, seasonId: string): Promise<Season | undefined> => {
  const id = findId(seasonId)
  if (id === undefined) return undefined
  const row = await tx.selectFrom('season').selectAll().where('season_id', '=', id).executeTakeFirst()
  return row && seasonOf(row)
}

/** Lets one at a time count what a promise has left, until the transaction ends. */
export const lockQuota = async (tx: WriteTx, lineageId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('season:' || ${lineageId}, 0))`.execute(tx)
}

/** What the actor of the transaction is to a season. */
export const listRelationsToSeason = async (
  tx: ReadTx,
  season: Pick<Season, 'organisationId' | 'planId' | 'lineageId'>,
): Promise<Relations> => {
  const { rows } = await sql<{ relation: Relation; has: boolean }>`
    select * from (values ('organiser', arranges(${season.organisationId}::uuid, ${season.planId}::uuid)),
      ('party', works_on_promise(${season.lineageId}::uuid))) relation (relation, has)`.execute(tx)
  return new Set(rows.flatMap(({ relation, has }) => (has ? [relation] : [])))
}

export const listAreasOf = async (tx: ReadTx, seasonId: string): Promise<{ areaId: string; name: string }[]> =>
  tx
    .selectFrom('season_area')
    .innerJoin('area', 'area.area_id', 'season_area.area_id')
    .select(['area.area_id as areaId', 'area.name'])
    .where('season_id', '=', seasonId)
    .orderBy('area.name')
    .execute()

export interface NewSeason extends Omit<Season, 'seasonId' | 'version'> {
  readonly areaIds: readonly string[]
  readonly openedAt: Temporal.Instant
  readonly openedBy: string
  readonly isSample?: boolean
}

/** Writes a season. Throws Refused('season_overlaps') where the promise has one for some of the days. */
export const insertSeason = async (tx: WriteTx, season: NewSeason): Promise<string> => {
  const seasonId = newId<'season'>()
  const row = {
    season_id: seasonId,
    title: season.title,
    lineage_id: season.lineageId,
    organisation_id: season.organisationId,
    plan_id: season.planId,
    season_during: writeDaySpan(season),
    written_cap: season.writtenCap,
    written_price_oere: season.writtenPriceOere,
    opened_at: season.openedAt,
    opened_by: season.openedBy,
    is_sample: season.isSample ?? false,
  }
  try {
    await tx.insertInto('season').values(row).execute()
  } catch (error) {
    throw refuseOn(error, { season_of_a_promise_once_at_a_time: () => new Refused('season_overlaps') })
  }
  const areas = season.areaIds.map((areaId) => ({ season_id: seasonId, area_id: areaId }))
  await tx.insertInto('season_area').values(areas).execute()
  return seasonId
}

/** Writes by hand what the agreement does not say. Throws Refused('changed_meanwhile'). */
export const updateSeasonTerms = async (
  tx: WriteTx,
  { seasonId, version }: Pick<Season, 'seasonId' | 'version'>,
  { cap, priceOere }: { cap: number | null; priceOere: bigint | null },
): Promise<void> => {
  const { numUpdatedRows } = await tx
    .updateTable('season')
    .set({ written_cap: cap, written_price_oere: priceOere, version: version + 1 })
    .where('season_id', '=', seasonId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refused('changed_meanwhile')
}

const selectWishes = (tx: ReadTx) =>
  tx
    .selectFrom('season_wish as w')
    .innerJoin('area as a', 'a.area_id', 'w.area_id')
    .innerJoin('organisation as g', 'g.organisation_id', 'w.organisation_id')
    .leftJoin('plan as p', 'p.plan_id', 'w.plan_id')
    .leftJoin('venue as v', 'v.venue_id', 'w.venue_id')
    .selectAll('w')
    .select(['a.name as area', 'g.name as organisation', 'p.name as plan', 'v.name as venue'])

type WishRow = Selectable<Rows['season_wish']> & {
  area: string
  organisation: string
  plan: string | null
  venue: string | null
}

const wishOf = (row: WishRow): SeasonWish => ({
  seasonWishId: row.season_wish_id,
  seasonId: row.season_id,
  areaId: row.area_id,
  organisationId: row.organisation_id,
  planId: row.plan_id,
  title: row.title,
  weeks: wholeSpan(row.weeks_during),
  venueId: row.venue_id,
  note: row.note,
  state: wishStates.find((state) => state === row.state) ?? 'wished',
  answer: row.answer,
  seriesId: row.series_id,
  version: row.version,
  area: row.area,
  venue: row.venue,
  wishedBy: row.plan ?? row.organisation,
})

/** The wishes of a season, by their first day. */
export const listWishes = async (tx: ReadTx, seasonId: string): Promise<SeasonWish[]> => {
  const rows = await selectWishes(tx).where('w.season_id', '=', seasonId).orderBy('w.weeks_during').execute()
  return rows.map(wishOf)
}

/** The wish, or undefined where there is none or the actor may not see it. */
export const findWish = async (tx: ReadTx, wishId: string): Promise<SeasonWish | undefined> => {
  const id = findId(wishId)
  if (id === undefined) return undefined
  const row = await selectWishes(tx).where('w.season_wish_id', '=', id).executeTakeFirst()
  return row && wishOf(row)
}

/** Holds a wish until the transaction ends. Throws Refused('changed_meanwhile') where it is no longer as `version`. */
export const lockWish = async (tx: WriteTx, { seasonWishId }: SeasonWish, version: number): Promise<void> => {
  const row = await tx
    .selectFrom('season_wish')
    .select('version')
    .where('season_wish_id', '=', seasonWishId)
    .forUpdate()
    .executeTakeFirst()
  if (row?.version !== version) throw new Refused('changed_meanwhile')
}

export interface NewWish extends Pick<
  SeasonWish,
  'seasonId' | 'areaId' | 'organisationId' | 'planId' | 'title' | 'weeks' | 'venueId' | 'note'
> {
  readonly wishedAt: Temporal.Instant
  readonly wishedBy: string
}

export const insertWish = async (tx: WriteTx, wish: NewWish): Promise<string> => {
  const season_wish_id = newId<'season_wish'>()
  await tx
    .insertInto('season_wish')
    .values({
      season_wish_id,
      season_id: wish.seasonId,
      area_id: wish.areaId,
      organisation_id: wish.organisationId,
      plan_id: wish.planId,
      title: wish.title,
      weeks_during: writeDaySpan(wish.weeks),
      venue_id: wish.venueId,
      note: wish.note,
      wished_at: wish.wishedAt,
      wished_by: wish.wishedBy,
    })
    .execute()
  return season_wish_id
}

export const updateWish = async (
  tx: WriteTx,
  { seasonWishId, version }: Pick<SeasonWish, 'seasonWishId' | 'version'>,
  change: Pick<SeasonWish, 'state' | 'seriesId' | 'answer'>,
): Promise<void> => {
  await tx
    .updateTable('season_wish')
    .set({ state: change.state, series_id: change.seriesId, answer: change.answer, version: version + 1 })
    .where('season_wish_id', '=', seasonWishId)
    .execute()
}

/**
 * What counts towards a promise in some years, each for itself: everything linked to it that takes place or took place then. What continues
 * another is the same; what runs on into a new year counts in each.
 */
export const listCounted = async (
  tx: ReadTx,
  lineageId: string,
  { first, last }: { readonly first: number; readonly last: number },
  now: Temporal.Instant,
): Promise<CountedSeries[]> => {
  const begins = (of: number) => Temporal.PlainDate.from({ year: of, month: 1, day: 1 }).toZonedDateTime(homeZone)
  const { rows } = await sql<CountedSeries>`
    select (array_agg(s.series_id order by o.starts_at))[1] as "seriesId", (array_agg(s.title order by o.starts_at))[1] as title,
      s.area_id as "areaId", extract(year from o.starts_at at time zone ${homeZone})::int as year, min(o.starts_at) as "startsAt", max(o.ends_at) as "endsAt",
      bool_or(o.state = 'held') and not bool_or(o.state = 'planned' and o.ends_at > ${now}) as "isHeld"
    from series s join occurrence o on o.series_id = s.series_id
    where s.lineage_id = ${lineageId}::uuid and o.state in ('planned', 'held')
      and o.starts_at >= ${begins(first).toInstant()} and o.starts_at < ${begins(last + 1).toInstant()}
    group by coalesce(s.continues_id, s.series_id), s.area_id, 4
    order by min(o.starts_at)`.execute(tx)
  return rows
}
