import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Occurrence } from '../occurrence.ts'
import { occurrenceOf, repeated } from '../occurrence.queries.ts'
import type { SeriesFacts, Timing } from '../series.ts'
import { factsRow, seriesOf, timingRow } from '../series.queries.ts'
import type { TakenSeries } from './match-activities.rules.ts'
import { instantOf } from './match-times.rules.ts'
import type { OutsideTime } from './reading/outside-activity.ts'

/** Few enough rows at a time for PostgreSQL's 65,535 parameters. */
const atOnce = 1000

/** All that was ever taken over from a calendar. */
export const listTakenSeries = async (tx: ReadTx, outsideCalendarId: string): Promise<TakenSeries[]> => {
  const rows = await tx
    .selectFrom('series')
    .selectAll()
    .where('outside_calendar_id', '=', outsideCalendarId)
    .orderBy('series_id')
    .execute()
  return rows.map((row) => ({
    ...seriesOf(row),
    outsideUid: row.outside_uid ?? '',
    outsideHash: row.outside_hash ?? '',
  }))
}

/** The times of what was taken over from a calendar that end after a moment, by series. */
export const listTakenTimes = async (
  tx: ReadTx,
  outsideCalendarId: string,
  from: Temporal.Instant,
): Promise<Map<string, Occurrence[]>> => {
  const rows = await tx
    .selectFrom('occurrence as o')
    .innerJoin('series as s', 's.series_id', 'o.series_id')
    .selectAll('o')
    .where('s.outside_calendar_id', '=', outsideCalendarId)
    .where('o.ends_at', '>', from)
    .orderBy('o.starts_at')
    .execute()
  return Map.groupBy(rows.map(occurrenceOf), ({ seriesId }) => seriesId)
}

export interface SeriesToTake {
  readonly seriesId: string
  readonly said: SeriesFacts & Timing
  readonly outsideUid: string
  readonly outsideHash: string
}

export interface TakingOver {
  readonly outsideCalendarId: string
  readonly at: Temporal.Instant
  readonly by: string
}

/** Writes what a calendar has that was not here before. */
export const insertTakenSeries = async (
  tx: WriteTx,
  { outsideCalendarId, at, by }: TakingOver,
  all: readonly SeriesToTake[],
): Promise<void> => {
  const rows = all.map(({ seriesId, said, outsideUid, outsideHash }) => ({
    ...factsRow(said),
    ...timingRow(said),
    series_id: seriesId,
    made_at: at,
    made_by: by,
    changed_at: at,
    outside_calendar_id: outsideCalendarId,
    outside_uid: outsideUid,
    outside_hash: outsideHash,
  }))
  for (let first = 0; first < rows.length; first += atOnce)
    await tx
      .insertInto('series')
      .values(rows.slice(first, first + atOnce))
      .execute()
}

/** Writes what is now said of a series elsewhere, as a new version that is not ended. */
export const updateTakenSeries = async (
  tx: WriteTx,
  { seriesId, said, outsideHash }: Omit<SeriesToTake, 'outsideUid'>,
  at: Temporal.Instant,
): Promise<void> => {
  await tx
    .updateTable('series')
    .set((eb) => ({
      ...factsRow(said),
      ...timingRow(said),
      outside_hash: outsideHash,
      ended_at: null,
      changed_at: at,
      version: eb('version', '+', 1),
    }))
    .where('series_id', '=', seriesId)
    .execute()
}

/** A time that is to be written, of a series as it is said now. */
export interface TimeToTake {
  readonly seriesId: string
  readonly facts: SeriesFacts
  readonly time: OutsideTime
}

export const insertTakenTimes = async (
  tx: WriteTx,
  all: readonly TimeToTake[],
  at: Temporal.Instant,
): Promise<void> => {
  const rows = all.map(({ seriesId, facts, time }) => ({
    ...repeated(facts),
    occurrence_id: newId<'occurrence'>(),
    series_id: seriesId,
    original_starts_at: instantOf(time.original),
    starts_at: instantOf(time.startsAt),
    ends_at: instantOf(time.endsAt),
    state: time.isCancelled ? 'cancelled' : 'planned',
    changed_at: at,
  }))
  for (let first = 0; first < rows.length; first += atOnce)
    await tx
      .insertInto('occurrence')
      .values(rows.slice(first, first + atOnce))
      .execute()
}

/** Lets a time go on as itself where the calendar now has it. */
export const updateTakenTime = async (
  tx: WriteTx,
  occurrenceId: string,
  { original, startsAt, endsAt, isCancelled }: OutsideTime,
  at: Temporal.Instant,
): Promise<void> => {
  await tx
    .updateTable('occurrence')
    .set((eb) => ({
      original_starts_at: instantOf(original),
      starts_at: instantOf(startsAt),
      ends_at: instantOf(endsAt),
      state: isCancelled ? 'cancelled' : 'planned',
      skipped_because: null,
      reason: '',
      changed_at: at,
      sequence: eb('sequence', '+', 1),
      version: eb('version', '+', 1),
    }))
    .where('occurrence_id', '=', occurrenceId)
    .execute()
}

/** Chooses whether something taken over is shown here, on it and on its times to come. */
export const setLeftOut = async (
  tx: WriteTx,
  seriesId: string,
  change: { isLeftOut: boolean; isPublished: boolean; at: Temporal.Instant },
): Promise<void> => {
  await tx
    .updateTable('series')
    .set((eb) => ({
      is_left_out: change.isLeftOut,
      is_published: change.isPublished,
      changed_at: change.at,
      version: eb('version', '+', 1),
    }))
    .where('series_id', '=', seriesId)
    .execute()
}

export const setPromise = async (
  tx: WriteTx,
  seriesId: string,
  lineageId: string | null,
  at: Temporal.Instant,
): Promise<void> => {
  await tx
    .updateTable('series')
    .set((eb) => ({ lineage_id: lineageId, changed_at: at, version: eb('version', '+', 1) }))
    .where('series_id', '=', seriesId)
    .execute()
}

/** Closes what was taken over; what took place stays. */
export const endTakenSeries = async (
  tx: WriteTx,
  seriesIds: readonly string[],
  at: Temporal.Instant,
): Promise<void> => {
  if (seriesIds.length === 0) return
  await sql`update series set ended_at = ${at}, changed_at = ${at}, version = version + 1
    where series_id = any (${[...seriesIds]}::uuid[])`.execute(tx)
}
