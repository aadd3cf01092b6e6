import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { BusyStretch } from '../../calendar/index.ts'
import type { KnownCalendar, KnownSource } from './known-calendar.ts'

interface KnownRow extends Omit<KnownCalendar, 'fault'> {
  readonly code: string | null
  readonly facts: Record<string, string | number>
  readonly since: Temporal.Instant | null
}

/** The calendar of a person, or undefined where none is known or the actor may not see it. */
export const findKnownCalendar = async (tx: ReadTx, personId: string): Promise<KnownCalendar | undefined> => {
  const { rows } = await sql<KnownRow>`
    select person_id as "personId", host, answered_at as "answeredAt", unread, next_at as "nextAt", fault as code, fault_facts as facts,
      failed_at as since, (select count(*)::integer from unnest(busy_during)) as busy
    from known_calendar where person_id = ${personId}::uuid`.execute(tx)
  return rows.map(({ code, facts, since, ...known }) => ({
    ...known,
    fault: code === null || since === null ? null : { code, facts, since },
  }))[0]
}

/** Where the calendar of a person is; nothing of it goes onto a page. */
export const findKnownSource = (tx: ReadTx, personId: string): Promise<KnownSource | undefined> =>
  tx
    .selectFrom('known_calendar')
    .select([
      'address',
      'etag',
      'last_modified as lastModified',
      'read_at as readAt',
      'failed_at as failedAt',
      'failures',
      'next_at as nextAt',
    ])
    .where('person_id', '=', personId)
    .executeTakeFirst()

/** The calendars that are asked again and again, and when. */
export const listKnownToAsk = async (tx: ReadTx): Promise<{ personId: string; nextAt: Temporal.Instant }[]> => {
  const rows = await tx
    .selectFrom('known_calendar')
    .select(['person_id as personId', 'next_at as nextAt'])
    .where('next_at', 'is not', null)
    .execute()
  return rows.flatMap(({ personId, nextAt }) => (nextAt === null ? [] : [{ personId, nextAt }]))
}

/** What was read of a calendar. */
export interface ReadKnown {
  readonly busy: readonly BusyStretch[]
  readonly unread: number
}

const spans = (busy: readonly BusyStretch[]) => sql<string>`coalesce((
  select range_agg(tstzrange(to_timestamp(s.starts), to_timestamp(s.ends)))
  from unnest(${busy.map(({ from }) => from)}::bigint[], ${busy.map(({ to }) => to)}::bigint[]) as s (starts, ends)), '{}')`

interface NewKnown extends ReadKnown {
  readonly host: string
  readonly address: string
  readonly etag: string | null
  readonly lastModified: string | null
  readonly at: Temporal.Instant
  readonly nextAt: Temporal.Instant
}

/** Keeps the calendar of a person; one they had before goes with all that was read of it. */
export const putKnownCalendar = async (tx: WriteTx, personId: string, known: NewKnown): Promise<void> => {
  await deleteKnownCalendars(tx, [personId])
  const { at } = known
  await tx
    .insertInto('known_calendar')
    .values({
      person_id: personId,
      host: known.host,
      address: known.address,
      etag: known.etag,
      last_modified: known.lastModified,
      added_at: at,
      asked_at: at,
      answered_at: at,
      read_at: at,
      next_at: known.nextAt,
      busy_during: spans(known.busy),
      unread: known.unread,
    })
    .execute()
}

/** Takes calendars away, with all that was read of them. Answers how many there were. */
export const deleteKnownCalendars = async (tx: WriteTx, personIds: readonly string[]): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('known_calendar')
    .where('person_id', 'in', personIds)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** An answer, with what was read of it; null where it said that nothing has changed. */
export interface KnownAnswer {
  readonly at: Temporal.Instant
  readonly nextAt: Temporal.Instant
  readonly read: ReadKnown | null
  readonly etag: string | null
  readonly lastModified: string | null
}

/** Writes that the calendar at this address has answered; where the person has another since, nothing. */
export const recordKnownAnswer = async (
  tx: WriteTx,
  { personId, address }: { readonly personId: string; readonly address: string },
  { at, nextAt, read, etag, lastModified }: KnownAnswer,
): Promise<void> => {
  await tx
    .updateTable('known_calendar')
    .set({
      asked_at: at,
      answered_at: at,
      next_at: nextAt,
      failures: 0,
      fault: null,
      fault_facts: '{}',
      failed_at: null,
      ...(read === null
        ? {}
        : { read_at: at, busy_during: spans(read.busy), unread: read.unread, etag, last_modified: lastModified }),
    })
    .where('person_id', '=', personId)
    .where('address', '=', address)
    .execute()
}

interface KnownFailure {
  readonly at: Temporal.Instant
  readonly nextAt: Temporal.Instant | null
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>
  /** It has not answered for so long that what was read of it goes. */
  readonly isTooOld: boolean
}

/** Writes that the calendar at this address has not answered as it should. */
export const recordKnownFailure = async (
  tx: WriteTx,
  { personId, address }: { readonly personId: string; readonly address: string },
  failure: KnownFailure,
): Promise<void> => {
  await tx
    .updateTable('known_calendar')
    .set((eb) => ({
      asked_at: failure.at,
      next_at: failure.nextAt,
      failures: eb('failures', '+', 1),
      fault: failure.code,
      fault_facts: JSON.stringify(failure.facts),
      failed_at: eb.fn.coalesce('failed_at', sql<Temporal.Instant>`${failure.at}::timestamptz`),
      // All is read again when it answers.
      ...(failure.isTooOld ? { busy_during: '{}', etag: null, last_modified: null } : {}),
    }))
    .where('person_id', '=', personId)
    .where('address', '=', address)
    .execute()
}

/** Whose calendars are known though every post they held ended before the day. */
export const listKnownOfFormer = async (tx: ReadTx, before: Day): Promise<string[]> => {
  const { rows } = await sql<{ personId: string }>`
    select k.person_id as "personId" from known_calendar k
    where not exists (select from holder h where h.person_id = k.person_id
      and coalesce(upper(h.holder_during), 'infinity') > ${before.toString()}::date)
    order by k.person_id`.execute(tx)
  return rows.map(({ personId }) => personId)
}

/** A span of time that is asked about. */
export interface AskedTime {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

interface OfGroup {
  readonly groupId: string
  readonly day: Day
  /** Calendars count that have answered since then. */
  readonly since: Temporal.Instant
}

/** How many of a group have something else in a calendar elsewhere, for each of the times; 0 where the actor may not know. */
export const countBusyElsewhere = async (
  tx: ReadTx,
  { groupId, day, since }: OfGroup,
  times: readonly AskedTime[],
): Promise<number[]> => {
  const [starts, ends] = [
    times.map(({ startsAt }) => startsAt.toString()),
    times.map(({ endsAt }) => endsAt.toString()),
  ]
  const { rows } = await sql<{ nth: number; busy: number }>`
    select nth::integer, busy::integer from count_busy_elsewhere(${groupId}::uuid, ${day.toString()}::date, ${since}::timestamptz,
      ${starts}::timestamptz[], ${ends}::timestamptz[])`.execute(tx)
  const counts = new Map(rows.map(({ nth, busy }) => [nth, busy]))
  return times.map((_, at) => counts.get(at + 1) ?? 0)
}

/** Of how many of a group a calendar elsewhere is known and still counts; null where the actor may not know. */
export const countKnownCalendars = async (tx: ReadTx, { groupId, day, since }: OfGroup): Promise<number | null> => {
  const { rows } = await sql<{ known: number | null }>`
    select count_known_calendars(${groupId}::uuid, ${day.toString()}::date, ${since}::timestamptz)::integer as known`.execute(
    tx,
  )
  return rows[0]?.known ?? null
}
