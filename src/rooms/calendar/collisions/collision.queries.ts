import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { homeZone } from '../../../platform/day.ts'
import { createZoneClock } from '../recurrence/zone-clock.ts'
import { readSeriesKind } from '../series.ts'
import type { Gathering, GatheringTime, NearAreas } from './gathering.ts'

interface GatheringRow extends Omit<Gathering, 'kind'> {
  readonly kind: string
  /** When each time begins, and when each ends, in the same order. */
  readonly begins: Buffer
  readonly ends: Buffer
}

const clock = createZoneClock(homeZone)

/** PostgreSQL counts microseconds from 2000. */
const secondsTo2000 = 946_684_800

const wallMinuteAt = (moments: Buffer, at: number): number => {
  const microseconds = moments.readInt32BE(at) * 4_294_967_296 + moments.readUInt32BE(at + 4)
  return Math.round(clock.toWall(secondsTo2000 + microseconds / 1_000_000) / 60)
}

const toTimes = (rows: readonly GatheringRow[]): GatheringTime[] => {
  const found: GatheringTime[] = []
  for (const { begins, ends, kind, ...row } of rows) {
    const gathering: Gathering = { ...row, kind: readSeriesKind(kind) }
    for (let at = 0; at < begins.length; at += 8)
      found.push({ gathering, from: wallMinuteAt(begins, at), to: wallMinuteAt(ends, at) })
  }
  return found.toSorted((a, b) => a.from - b.from)
}

interface Sought {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** Null = in every area. What is for the whole district is always among them. */
  readonly areaIds: readonly string[] | null
  /** Of whom at least one is welcome. */
  readonly ages: { readonly from: number; readonly to: number }
}

/**
 * What gathers some of these ages within a span, in the order it begins. Each activity comes as one row with all its times, as bytes: thousands
 * are neither written as text nor counted in minutes in PostgreSQL, which is slow at both.
 */
export const listGatheringTimes = async (tx: ReadTx, { from, to, areaIds, ages }: Sought): Promise<GatheringTime[]> => {
  const near = areaIds === null ? sql`true` : sql`(area_id = any (${[...areaIds]}::uuid[]) or area_id is null)`
  const { rows } = await sql<GatheringRow>`
    select series_id as "seriesId", kind, age_from as "ageFrom", age_to as "ageTo", area_id as "areaId", venue_id as "venueId",
      string_agg(timestamptz_send(starts_at), '') as begins, string_agg(timestamptz_send(ends_at), '') as ends
    from occurrence
    where ${near} and starts_at >= ${from}::timestamptz and starts_at < ${to}::timestamptz and state in ('planned', 'held')
      and coalesce(age_from, 0) <= ${ages.to} and coalesce(age_to, 200) >= ${ages.from}
    group by series_id, kind, age_from, age_to, area_id, venue_id`.execute(tx)
  return toTimes(rows)
}

/** Which areas are near each other. */
export const listNearAreas = async (tx: ReadTx): Promise<NearAreas> => {
  const rows = await tx.selectFrom('area_near').select(['area_id', 'near_id']).execute()
  const near = new Map<string, Set<string>>()
  const join = (one: string, other: string) => near.set(one, (near.get(one) ?? new Set()).add(other))
  for (const { area_id, near_id } of rows) {
    join(area_id, near_id)
    join(near_id, area_id)
  }
  return near
}

/** Writes which areas are near each other, in place of what was written before; each pair once, the lesser id first. */
export const saveNearAreas = async (tx: WriteTx, pairs: readonly (readonly [string, string])[]): Promise<void> => {
  await tx.deleteFrom('area_near').execute()
  if (pairs.length > 0)
    await tx
      .insertInto('area_near')
      .values(pairs.map(([area_id, near_id]) => ({ area_id, near_id })))
      .execute()
}

/** What is told of an activity that collides. */
export interface CollidingSeries {
  readonly seriesId: string
  readonly title: string
  readonly organisation: string
  readonly venue: string | null
  readonly area: string | null
  readonly ageFrom: number | null
  readonly ageTo: number | null
}

/** Activities by their ids. */
export const listCollidingSeries = async (
  tx: ReadTx,
  seriesIds: readonly string[],
): Promise<ReadonlyMap<string, CollidingSeries>> => {
  if (seriesIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('series as s')
    .innerJoin('organisation as g', 'g.organisation_id', 's.organisation_id')
    .leftJoin('venue as v', 'v.venue_id', 's.venue_id')
    .leftJoin('area as a', 'a.area_id', 's.area_id')
    .select([
      's.series_id as seriesId',
      's.title',
      'g.name as organisation',
      'v.name as venue',
      'a.name as area',
      's.age_from as ageFrom',
      's.age_to as ageTo',
    ])
    .where(sql<boolean>`s.series_id = any (${[...seriesIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.seriesId, row]))
}

/** Why a collision is known, and since when. */
export interface CollisionNote {
  readonly oneId: string
  readonly otherId: string
  readonly why: string
  readonly notedAt: Temporal.Instant
  readonly by: string | null
}

export const listCollisionNotes = (tx: ReadTx): Promise<CollisionNote[]> =>
  tx
    .selectFrom('collision_note as n')
    .leftJoin('person as p', (join) => join.on(sql<boolean>`p.person_id::text = n.noted_by`))
    .select(['n.series_id as oneId', 'n.other_id as otherId', 'n.why', 'n.noted_at as notedAt', 'p.name as by'])
    .execute()

/** Writes that a collision is known, or why anew. */
export const saveCollisionNote = async (
  tx: WriteTx,
  { oneId, otherId, why, notedAt, by }: CollisionNote & { readonly by: string },
): Promise<void> => {
  const said = { why, noted_at: notedAt, noted_by: by }
  await tx
    .insertInto('collision_note')
    .values({ series_id: oneId, other_id: otherId, ...said })
    .onConflict((conflict) => conflict.columns(['series_id', 'other_id']).doUpdateSet(said))
    .execute()
}

export const deleteCollisionNote = async (tx: WriteTx, oneId: string, otherId: string): Promise<void> => {
  await tx.deleteFrom('collision_note').where('series_id', '=', oneId).where('other_id', '=', otherId).execute()
}
