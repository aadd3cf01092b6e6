import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { momentSpan } from '../booking.queries.ts'
import type { NoReason } from './no-reason.ts'

/** A stretch of time that a venue is free again, or may be. */
export interface Freed {
  readonly venueId: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** What some times hold, and so would free; before they give it up. */
export const listHeldBy = async (tx: ReadTx, occurrenceIds: readonly string[]): Promise<Freed[]> => {
  if (occurrenceIds.length === 0) return []
  const { rows } = await sql<Freed>`
    select distinct s.venue_id as "venueId", lower(b.booked_during) as "from", upper(b.booked_during) as "to"
    from booking b join space s using (space_id)
    where b.occurrence_id = any (${[...occurrenceIds]}::uuid[]) and b.state = 'approved'`.execute(tx)
  return rows
}

export interface WaitingRow {
  readonly occurrenceId: string
  readonly seriesId: string
  readonly venueId: string
  readonly spaceIds: readonly string[]
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly since: Temporal.Instant
}

/**
 * The times that were skipped and wait for a venue within some of the stretches; to come after `now`. One that got a no, or that nobody
 * confirmed, waits for nothing until it is moved.
 */
export const listWaiting = async (
  tx: ReadTx,
  freed: readonly Freed[],
  now: Temporal.Instant,
): Promise<WaitingRow[]> => {
  const { rows } = await sql<WaitingRow>`
    select distinct o.occurrence_id as "occurrenceId", o.series_id as "seriesId", o.venue_id as "venueId", o.starts_at as "from",
      o.ends_at as "to", o.skipped_at as since,
      array(select p.space_id from space p join series r on r.series_id = o.series_id
        where p.venue_id = o.venue_id and (r.space_id is null or o.elsewhere_venue_id is not null or p.space_id = r.space_id)) as "spaceIds"
    from unnest(${freed.map(({ venueId }) => venueId)}::uuid[],
      ${freed.map(({ from, to }) => momentSpan(from, to))}::tstzrange[]) as f (venue_id, freed_during)
    join occurrence o on o.venue_id = f.venue_id and o.starts_at < upper(f.freed_during) and o.ends_at > lower(f.freed_during)
    where o.state = 'skipped' and o.starts_at > ${now}::timestamptz
      and not exists (select from booking b where b.occurrence_id = o.occurrence_id and b.state in ('refused', 'released')
        and b.booked_during && tstzrange(o.starts_at, o.ends_at))`.execute(tx)
  return rows
}

/** Lets a skipped time take place after all, and books its venue or asks for it. */
export const comeBack = async (tx: WriteTx, occurrenceId: string, at: Temporal.Instant): Promise<void> => {
  await sql`select come_back(${occurrenceId}::uuid, ${at}::timestamptz)`.execute(tx)
}

/** Writes what a skipped time now waits for. */
export const waitFor = async (tx: WriteTx, occurrenceId: string, other: string | null): Promise<void> => {
  await sql`select wait_for(${occurrenceId}::uuid, ${other}::uuid)`.execute(tx)
}

interface GivingWay {
  /** The time that has the place instead; null = none. */
  readonly other: string | null
  readonly because: NoReason
  readonly words: string
  readonly at: Temporal.Instant
}

/** Takes the place from a planned time, for another or because the answer was no; it is skipped. */
export const giveWay = async (
  tx: WriteTx,
  occurrenceId: string,
  { other, because, words, at }: GivingWay,
): Promise<void> => {
  await sql`select give_way(${occurrenceId}::uuid, ${other}::uuid, ${because}, ${words}, ${at}::timestamptz)`.execute(
    tx,
  )
}
