import { sql, type Selectable } from 'kysely'
import type { ReadTx, Rows, WriteTx } from '../../platform/database/index.ts'
import { homeZone } from '../../platform/day.ts'
import { findId, newId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'
import type { Occurrence, OccurrenceState } from './occurrence.ts'
import type { SeriesFacts } from './series.ts'
import { type NoReason, noReasons } from './venues/no-reason.ts'

const states: readonly OccurrenceState[] = ['planned', 'cancelled', 'skipped', 'held']

export const occurrenceOf = (row: Selectable<Rows['occurrence']>): Occurrence => ({
  occurrenceId: row.occurrence_id,
  seriesId: row.series_id,
  originalStartsAt: row.original_starts_at,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  state: states.find((state) => state === row.state) ?? 'planned',
  isExtra: row.is_extra,
  reason: row.reason,
  skippedBecause: noReasons.find((one) => one === row.skipped_because) ?? null,
  elsewhereVenueId: row.elsewhere_venue_id,
  headCount: row.head_count,
  sequence: row.sequence,
  version: row.version,
  changedAt: row.changed_at,
})

/** The times of a series that begin from a moment on, in order. */
export const listOccurrencesOf = async (
  tx: ReadTx,
  seriesId: string,
  from: Temporal.Instant | null = null,
): Promise<Occurrence[]> => {
  const rows = await tx
    .selectFrom('occurrence')
    .selectAll()
    .where('series_id', '=', seriesId)
    .$if(from !== null, (query) => query.where('starts_at', '>=', from ?? Temporal.Now.instant()))
    .orderBy('starts_at')
    .execute()
  return rows.map(occurrenceOf)
}

/** Where the rule put the last time that was laid. */
export const findLastStart = async (tx: ReadTx, seriesId: string): Promise<Temporal.Instant | undefined> => {
  const row = await tx
    .selectFrom('occurrence')
    .select('original_starts_at')
    .where('series_id', '=', seriesId)
    .where('is_extra', '=', false)
    .orderBy('original_starts_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.original_starts_at
}

/** The time, or undefined where there is none or the actor may not see it. */
export const findOccurrence = async (tx: ReadTx, id: string): Promise<Occurrence | undefined> => {
  const known = findId(id)
  if (known === undefined) return undefined
  const row = await tx.selectFrom('occurrence').selectAll().where('occurrence_id', '=', known).executeTakeFirst()
  return row && occurrenceOf(row)
}

/** The evidence a time has left that stands; null where it has left none. */
export const findEvidenceOf = async (tx: ReadTx, occurrenceId: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('occurrence')
    .select('evidence_id')
    .where('occurrence_id', '=', occurrenceId)
    .executeTakeFirst()
  return row?.evidence_id ?? null
}

/** Whether another time of the same series has left evidence in the same year. */
export const hasEvidenceBeside = async (tx: ReadTx, occurrence: Occurrence): Promise<boolean> => {
  const { year } = occurrence.startsAt.toZonedDateTimeISO(homeZone)
  const [from, to] = [year, year + 1].map((of) =>
    Temporal.PlainDate.from({ year: of, month: 1, day: 1 }).toZonedDateTime(homeZone).toInstant(),
  )
  const row = await tx
    .selectFrom('occurrence')
    .select('occurrence_id')
    .where('series_id', '=', occurrence.seriesId)
    .where('occurrence_id', '<>', occurrence.occurrenceId)
    .where('evidence_id', 'is not', null)
    .where('starts_at', '>=', from ?? occurrence.startsAt)
    .where('starts_at', '<', to ?? occurrence.startsAt)
    .executeTakeFirst()
  return row !== undefined
}

/** The time, held until the transaction ends. Throws Refused('occurrence_not_found') or Refused('changed_meanwhile'). */
export const getOccurrenceForUpdate = async (tx: WriteTx, id: string, version: number | null): Promise<Occurrence> => {
  const known = findId(id)
  const row =
    known &&
    (await tx.selectFrom('occurrence').selectAll().where('occurrence_id', '=', known).forUpdate().executeTakeFirst())
  if (!row) throw new Refused('occurrence_not_found')
  if (version !== null && row.version !== version) throw new Refused('changed_meanwhile')
  return occurrenceOf(row)
}

/** What each time repeats of its series, so that lists and collisions find it. */
export const repeated = (facts: SeriesFacts) => ({
  venue_id: facts.venueId,
  area_id: facts.areaId,
  kind: facts.kind,
  age_from: facts.ageFrom,
  age_to: facts.ageTo,
  organisation_id: facts.organisationId,
  plan_id: facts.planId,
  is_published: facts.isPublished,
})

export interface TimeToLay {
  readonly originalStartsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly isExtra?: boolean
}

/** Writes new times of a series. Answers with their ids, in the order given. */
export const insertOccurrences = async (
  tx: WriteTx,
  series: SeriesFacts & { readonly seriesId: string },
  times: readonly TimeToLay[],
  at: Temporal.Instant,
): Promise<string[]> => {
  const rows = times.map((time) => ({
    occurrence_id: newId<'occurrence'>(),
    series_id: series.seriesId,
    original_starts_at: time.originalStartsAt,
    starts_at: time.originalStartsAt,
    ends_at: time.endsAt,
    state: 'planned',
    is_extra: time.isExtra ?? false,
    ...repeated(series),
    changed_at: at,
  }))
  // Few enough at a time for PostgreSQL's 65,535 parameters.
  for (let first = 0; first < rows.length; first += 2000)
    await tx
      .insertInto('occurrence')
      .values(rows.slice(first, first + 2000))
      .execute()
  return rows.map(({ occurrence_id }) => occurrence_id)
}

/** Writes what a series says anew on its times from a moment on. */
export const repeatFacts = async (
  tx: WriteTx,
  series: SeriesFacts & { readonly seriesId: string },
  from: Temporal.Instant,
  at: Temporal.Instant,
): Promise<void> => {
  await tx
    .updateTable('occurrence')
    .set((eb) => ({
      ...repeated(series),
      venue_id: sql<string | null>`coalesce(elsewhere_venue_id, ${series.venueId}::uuid)`,
      changed_at: at,
      sequence: eb('sequence', '+', 1),
    }))
    .where('series_id', '=', series.seriesId)
    .where('starts_at', '>=', from)
    .where('state', '<>', 'held')
    .execute()
}

/** What of a time can change. */
interface OccurrenceChange {
  readonly startsAt?: Temporal.Instant
  readonly endsAt?: Temporal.Instant
  readonly state?: OccurrenceState
  readonly reason?: string
  readonly skippedForId?: string | null
  /** Told of a time that is skipped; of any other it is taken away. */
  readonly skippedBecause?: NoReason | null
  /** Where it takes place; null = where its series does. */
  readonly elsewhereVenueId?: string | null
  readonly headCount?: number | null
  readonly heldAt?: Temporal.Instant | null
  readonly heldBy?: string | null
  readonly evidenceId?: string | null
}

const placed = (elsewhereVenueId: string | null) => ({
  elsewhere_venue_id: elsewhereVenueId,
  venue_id: elsewhereVenueId ?? usualVenue,
})

const usualVenue = sql<string | null>`(select s.venue_id from series s where s.series_id = occurrence.series_id)`

/** Writes a change of one time: its version and what calendars count go up. */
export const updateOccurrence = async (
  tx: WriteTx,
  occurrenceId: string,
  change: OccurrenceChange,
  at: Temporal.Instant,
): Promise<void> => {
  await tx
    .updateTable('occurrence')
    .set((eb) => ({
      ...(change.startsAt === undefined ? {} : { starts_at: change.startsAt }),
      ...(change.endsAt === undefined ? {} : { ends_at: change.endsAt }),
      ...(change.state === undefined ? {} : { state: change.state, skipped_because: change.skippedBecause ?? null }),
      ...(change.state === 'skipped' ? { skipped_at: at } : {}),
      ...(change.reason === undefined ? {} : { reason: change.reason }),
      ...(change.skippedForId === undefined ? {} : { skipped_for_id: change.skippedForId }),
      ...(change.elsewhereVenueId === undefined ? {} : placed(change.elsewhereVenueId)),
      ...(change.headCount === undefined ? {} : { head_count: change.headCount }),
      ...(change.heldAt === undefined ? {} : { held_at: change.heldAt }),
      ...(change.heldBy === undefined ? {} : { held_by: change.heldBy }),
      ...(change.evidenceId === undefined ? {} : { evidence_id: change.evidenceId }),
      changed_at: at,
      sequence: eb('sequence', '+', 1),
      version: eb('version', '+', 1),
    }))
    .where('occurrence_id', '=', occurrenceId)
    .execute()
}

/** Lets a time go on as itself where the rule now puts it. */
export const shiftOccurrence = async (
  tx: WriteTx,
  occurrenceId: string,
  to: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  at: Temporal.Instant,
): Promise<void> => {
  await tx
    .updateTable('occurrence')
    .set((eb) => ({
      original_starts_at: to.startsAt,
      starts_at: to.startsAt,
      ends_at: to.endsAt,
      state: eb.case().when('state', '=', 'skipped').then('planned').else(eb.ref('state')).end(),
      skipped_for_id: null,
      skipped_because: null,
      ...placed(null),
      changed_at: at,
      sequence: eb('sequence', '+', 1),
      version: eb('version', '+', 1),
    }))
    .where('occurrence_id', '=', occurrenceId)
    .execute()
}

/** Takes times out that were laid and are no longer meant; those that were held stay. */
export const deleteOccurrences = async (tx: WriteTx, occurrenceIds: readonly string[]): Promise<void> => {
  if (occurrenceIds.length === 0) return
  await sql`delete from occurrence where occurrence_id = any (${[...occurrenceIds]}::uuid[]) and state <> 'held'`.execute(
    tx,
  )
}
