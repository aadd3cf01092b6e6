import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import {
  readDaySpan,
  type ReadTx,
  refuseOn,
  type Rows,
  writeDaySpan,
  type WriteTx,
} from '../../platform/database/index.ts'
import { findId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'
import { type Pause, pricePers, type Series, type SeriesFacts, readSeriesKind, type Timing } from './series.ts'

export const seriesOf = (row: Selectable<Rows['series']>): Series => ({
  seriesId: row.series_id,
  title: row.title,
  summary: row.summary,
  kind: readSeriesKind(row.kind),
  organisationId: row.organisation_id,
  planId: row.plan_id,
  areaId: row.area_id,
  venueId: row.venue_id,
  spaceId: row.space_id,
  place: row.place,
  startsOn: Temporal.PlainDate.from(row.starts_on),
  startsMinute: row.starts_minute,
  lastsMinutes: row.lasts_minutes,
  rule: row.rule,
  leavesOutMonths: row.leaves_out_months,
  schoolDaysOnly: row.school_days_only,
  ageFrom: row.age_from,
  ageTo: row.age_to,
  languages: row.languages,
  priceOere: row.price_oere,
  pricePer: pricePers.find((per) => per === row.price_per) ?? null,
  goesAlong: row.goes_along,
  signUp: row.sign_up === 'open' ? 'open' : 'none',
  places: row.places,
  isLarge: row.is_large,
  isPublished: row.is_published,
  lineageId: row.lineage_id,
  copiedFromId: row.copied_from_id,
  continuesId: row.continues_id,
  version: row.version,
  changedAt: row.changed_at,
  endedAt: row.ended_at,
  outsideCalendarId: row.outside_calendar_id,
  isLeftOut: row.is_left_out,
})

export const factsRow = (facts: SeriesFacts) => ({
  title: facts.title,
  summary: facts.summary,
  kind: facts.kind,
  organisation_id: facts.organisationId,
  plan_id: facts.planId,
  area_id: facts.areaId,
  venue_id: facts.venueId,
  space_id: facts.spaceId,
  place: facts.place,
  age_from: facts.ageFrom,
  age_to: facts.ageTo,
  languages: [...facts.languages],
  price_oere: facts.priceOere,
  price_per: facts.pricePer,
  goes_along: facts.goesAlong,
  sign_up: facts.signUp,
  places: facts.places,
  is_large: facts.isLarge,
  is_published: facts.isPublished,
  lineage_id: facts.lineageId,
})

export const timingRow = (timing: Timing) => ({
  starts_on: timing.startsOn.toString(),
  starts_minute: timing.startsMinute,
  lasts_minutes: timing.lastsMinutes,
  rule: timing.rule,
  leaves_out_months: [...timing.leavesOutMonths],
  school_days_only: timing.schoolDaysOnly,
})

/** The series, or undefined where there is none or the actor may not see it. */
export const findSeries = async (tx: ReadTx, seriesId: string): Promise<Series | undefined> => {
  const id = findId(seriesId)
  if (id === undefined) return undefined
  const row = await tx.selectFrom('series').selectAll().where('series_id', '=', id).executeTakeFirst()
  return row && seriesOf(row)
}

/** The names of where a series is and who arranges it. */
export const findNamesOfSeries = (tx: ReadTx, seriesId: string) =>
  tx
    .selectFrom('series')
    .innerJoin('organisation', 'organisation.organisation_id', 'series.organisation_id')
    .leftJoin('plan', 'plan.plan_id', 'series.plan_id')
    .leftJoin('venue', 'venue.venue_id', 'series.venue_id')
    .leftJoin('area', 'area.area_id', 'series.area_id')
    .select(['organisation.name as organisation', 'plan.name as plan', 'venue.name as venue', 'area.name as area'])
    .where('series.series_id', '=', seriesId)
    .executeTakeFirstOrThrow()

/** The series, held until the transaction ends. Throws Refused('series_not_found'), or Refused('changed_meanwhile') where it is no longer as `version`. */
export const getSeriesForUpdate = async (tx: WriteTx, seriesId: string, version: number): Promise<Series> => {
  const id = findId(seriesId)
  const row =
    id && (await tx.selectFrom('series').selectAll().where('series_id', '=', id).forUpdate().executeTakeFirst())
  if (!row) throw new Refused('series_not_found')
  if (row.version !== version) throw new Refused('changed_meanwhile')
  return seriesOf(row)
}

/** Series of our own that are not ended, with times that are still to be laid beyond the day. */
export const listRecurringSeries = async (tx: ReadTx): Promise<Series[]> => {
  const rows = await tx
    .selectFrom('series')
    .selectAll()
    .where('rule', 'is not', null)
    .where('ended_at', 'is', null)
    .where('outside_calendar_id', 'is', null)
    .orderBy('series_id')
    .execute()
  return rows.map(seriesOf)
}

interface NewSeries extends SeriesFacts, Timing {
  readonly seriesId: string
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
  readonly isSample?: boolean
  readonly copiedFromId?: string | null
  readonly continuesId?: string | null
}

/** Writes a series. Throws Refused('not_your_organisation') where the actor does not act for the organiser. */
export const insertSeries = async (tx: WriteTx, series: NewSeries): Promise<void> => {
  const row: Insertable<Rows['series']> = {
    ...factsRow(series),
    ...timingRow(series),
    series_id: series.seriesId,
    made_at: series.madeAt,
    made_by: series.madeBy,
    changed_at: series.madeAt,
    is_sample: series.isSample ?? false,
    copied_from_id: series.copiedFromId ?? null,
    continues_id: series.continuesId ?? null,
  }
  await tx.insertInto('series').values(row).execute()
}

/** Writes what is said of a series and when it is, as a new version. */
export const updateSeries = async (
  tx: WriteTx,
  series: Pick<Series, 'seriesId' | 'version'>,
  change: SeriesFacts & Timing,
  changedAt: Temporal.Instant,
): Promise<void> => {
  await tx
    .updateTable('series')
    .set({ ...factsRow(change), ...timingRow(change), changed_at: changedAt, version: series.version + 1 })
    .where('series_id', '=', series.seriesId)
    .execute()
}

/** Writes that a series is over: nothing more is laid. */
export const endSeriesRow = async (
  tx: WriteTx,
  seriesId: string,
  { rule, endedAt, at }: { rule: string | null; endedAt: Temporal.Instant | null; at: Temporal.Instant },
) => {
  await tx
    .updateTable('series')
    .set((eb) => ({ rule, ended_at: endedAt, changed_at: at, version: eb('version', '+', 1) }))
    .where('series_id', '=', seriesId)
    .execute()
}

/** Writes that when a series takes place is another than it was: calendars elsewhere count by it. */
export const touchSeries = async (tx: WriteTx, seriesId: string, at: Temporal.Instant): Promise<void> => {
  await tx
    .updateTable('series')
    .set((eb) => ({ changed_at: at, version: eb('version', '+', 1) }))
    .where('series_id', '=', seriesId)
    .execute()
}

export const listPauses = async (tx: ReadTx, seriesId: string): Promise<Pause[]> => {
  const rows = await tx
    .selectFrom('series_pause')
    .select(['rests_during', 'reason'])
    .where('series_id', '=', seriesId)
    .orderBy('rests_during')
    .execute()
  return rows.flatMap(({ rests_during, reason }) => {
    const { from, to } = readDaySpan(rests_during)
    return from === null || to === null ? [] : [{ from, to, reason }]
  })
}

/** Throws Refused('rests_already') where it rests on some of the days. */
export const insertPause = async (tx: WriteTx, seriesId: string, pause: Pause): Promise<void> => {
  try {
    await tx
      .insertInto('series_pause')
      .values({ series_id: seriesId, rests_during: writeDaySpan(pause), reason: pause.reason })
      .execute()
  } catch (error) {
    throw refuseOn(error, { series_rests_once_at_a_time: () => new Refused('rests_already') })
  }
}

export const deletePause = async (tx: WriteTx, seriesId: string, from: Temporal.PlainDate): Promise<void> => {
  await tx
    .deleteFrom('series_pause')
    .where('series_id', '=', seriesId)
    .where(sql<boolean>`lower(rests_during) = ${from.toString()}::date`)
    .execute()
}
