import { type Selectable, sql } from 'kysely'
import type { ReadTx, Rows, WriteTx } from '../../../platform/database/index.ts'
import { findId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import { pricePers, seriesKinds } from '../series.ts'
import type {
  FollowedCalendar,
  OutsideDefaults,
  OutsideFault,
  OutsideSource,
  OutsideState,
} from './outside-calendar.ts'
import { outsideStates } from './outside-calendar.ts'
import type { OutsideCalendar as FoundCalendar, Unread } from './reading/outside-activity.ts'

const calendarOf = (row: Selectable<Rows['outside_calendar']>): FollowedCalendar => ({
  outsideCalendarId: row.outside_calendar_id,
  name: row.name,
  host: row.host,
  organisationId: row.organisation_id,
  planId: row.plan_id,
  areaId: row.area_id,
  kind: seriesKinds.find((kind) => kind === row.kind) ?? 'other',
  ageFrom: row.age_from,
  ageTo: row.age_to,
  priceOere: row.price_oere,
  pricePer: pricePers.find((per) => per === row.price_per) ?? null,
  isPublished: row.is_published,
  state: outsideStates.find((state) => state === row.state) ?? 'ended',
  addedBy: row.added_by,
  askedAt: row.asked_at,
  answeredAt: row.answered_at,
  laidAt: row.laid_at,
  fault: faultOf(row),
  failures: row.failures,
  nextAt: row.next_at,
  activities: row.activities,
  unread: row.unread,
  version: row.version,
})

const faultOf = (row: Selectable<Rows['outside_calendar']>): OutsideFault | null =>
  row.fault === null || row.failed_at === null
    ? null
    : // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by recordFailure alone
      { code: row.fault, facts: row.fault_facts as OutsideFault['facts'], since: row.failed_at }

const defaultsRow = (defaults: OutsideDefaults) => ({
  name: defaults.name,
  organisation_id: defaults.organisationId,
  plan_id: defaults.planId,
  area_id: defaults.areaId,
  kind: defaults.kind,
  age_from: defaults.ageFrom,
  age_to: defaults.ageTo,
  price_oere: defaults.priceOere,
  price_per: defaults.pricePer,
  is_published: defaults.isPublished,
})

/** The calendar, or undefined where there is none or the actor may not see it. */
export const findCalendar = async (tx: ReadTx, id: string): Promise<FollowedCalendar | undefined> => {
  const known = findId(id)
  if (known === undefined) return undefined
  const row = await tx
    .selectFrom('outside_calendar')
    .selectAll()
    .where('outside_calendar_id', '=', known)
    .executeTakeFirst()
  return row && calendarOf(row)
}

/** The calendar, held until the transaction ends. Throws Refused('calendar_not_found'). */
export const getCalendarForUpdate = async (tx: WriteTx, id: string): Promise<FollowedCalendar> => {
  const row = await tx
    .selectFrom('outside_calendar')
    .selectAll()
    .where('outside_calendar_id', '=', findId(id) ?? '00000000-0000-0000-0000-000000000000')
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Refused('calendar_not_found')
  return calendarOf(row)
}

/** A calendar with the name of who arranges what is in it. */
export interface ListedCalendar extends FollowedCalendar {
  readonly organisation: string
  readonly plan: string | null
}

/** Every calendar that is followed or was given up, by name. */
export const listCalendars = async (tx: ReadTx): Promise<ListedCalendar[]> => {
  const rows = await tx
    .selectFrom('outside_calendar as c')
    .innerJoin('organisation as o', 'o.organisation_id', 'c.organisation_id')
    .leftJoin('plan as p', 'p.plan_id', 'c.plan_id')
    .selectAll('c')
    .select(['o.name as organisation', 'p.name as plan'])
    .where('c.state', 'not in', ['proposed', 'ended'])
    .orderBy('c.name')
    .orderBy('c.outside_calendar_id')
    .execute()
  return rows.map((row) => ({ ...calendarOf(row), organisation: row.organisation, plan: row.plan }))
}

/** Where a calendar is; undefined for those who may not know. */
export const findSource = async (tx: ReadTx, id: string): Promise<OutsideSource | undefined> => {
  const row = await tx.selectFrom('outside_source').selectAll().where('outside_calendar_id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  // oxlint-disable typescript/no-unsafe-type-assertion -- written by this file alone, as the reading told it
  const found = row.found as FoundCalendar | null
  const unread = row.unread as unknown as Unread[]
  // oxlint-enable typescript/no-unsafe-type-assertion
  return { address: row.address, etag: row.etag, lastModified: row.last_modified, found, unread }
}

/** Whether an address the actor may know is followed already. */
export const isFollowed = async (tx: ReadTx, address: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('outside_source as s')
    .innerJoin('outside_calendar as c', 'c.outside_calendar_id', 's.outside_calendar_id')
    .select('c.outside_calendar_id')
    .where('s.address', '=', address)
    .where('c.state', 'not in', ['proposed', 'ended'])
    .executeTakeFirst()
  return row !== undefined
}

export interface NewCalendar {
  readonly outsideCalendarId: string
  readonly defaults: OutsideDefaults
  readonly host: string | null
  readonly source: OutsideSource
  readonly at: Temporal.Instant
  readonly by: string
}

/** Writes what was found, to be looked at and confirmed. */
export const insertProposal = async (
  tx: WriteTx,
  { outsideCalendarId, source, ...rest }: NewCalendar,
): Promise<void> => {
  await tx
    .insertInto('outside_calendar')
    .values({
      ...defaultsRow(rest.defaults),
      outside_calendar_id: outsideCalendarId,
      host: rest.host,
      state: 'proposed',
      added_at: rest.at,
      added_by: rest.by,
      asked_at: rest.at,
      answered_at: rest.at,
      activities: source.found?.activities.length ?? 0,
      unread: source.unread.length,
    })
    .execute()
  await tx
    .insertInto('outside_source')
    .values({
      outside_calendar_id: outsideCalendarId,
      address: source.address,
      etag: source.etag,
      last_modified: source.lastModified,
      found: JSON.stringify(source.found),
      unread: JSON.stringify(source.unread),
    })
    .execute()
}

/** Takes proposals away that nobody has confirmed since a moment, or the one named. */
export const deleteProposals = async (tx: WriteTx, which: { before: Temporal.Instant } | { id: string }) => {
  await tx
    .deleteFrom('outside_calendar')
    .where('state', '=', 'proposed')
    .$if('before' in which, (query) => query.where('added_at', '<', 'before' in which ? which.before : null))
    .$if('id' in which, (query) => query.where('outside_calendar_id', '=', 'id' in which ? which.id : ''))
    .execute()
}

/** Writes what is said here of what comes from a calendar, as a new version. */
export const updateDefaults = async (tx: WriteTx, id: string, defaults: OutsideDefaults): Promise<void> => {
  await tx
    .updateTable('outside_calendar')
    .set((eb) => ({ ...defaultsRow(defaults), version: eb('version', '+', 1) }))
    .where('outside_calendar_id', '=', id)
    .execute()
}

export const updateState = async (
  tx: WriteTx,
  id: string,
  { state, nextAt }: { state: OutsideState; nextAt: Temporal.Instant | null },
): Promise<void> => {
  await tx
    .updateTable('outside_calendar')
    .set((eb) => ({ state, next_at: nextAt, version: eb('version', '+', 1) }))
    .where('outside_calendar_id', '=', id)
    .execute()
}

/** Writes that a calendar has answered. `read` is what was read of it; null where it said that nothing has changed. */
export const recordAnswer = async (
  tx: WriteTx,
  id: string,
  answer: {
    readonly at: Temporal.Instant
    readonly nextAt: Temporal.Instant | null
    readonly read: FoundCalendar | null
    readonly etag: string | null
    readonly lastModified: string | null
  },
): Promise<void> => {
  const { at, read } = answer
  await tx
    .updateTable('outside_calendar')
    .set({
      asked_at: at,
      answered_at: at,
      next_at: answer.nextAt,
      failures: 0,
      fault: null,
      fault_facts: '{}',
      failed_at: null,
      state: sql<string>`case when state = 'given_up' then 'followed' else state end`,
      ...(read === null ? {} : { laid_at: at, activities: read.activities.length, unread: read.unread.length }),
    })
    .where('outside_calendar_id', '=', id)
    .execute()
  if (read === null) return
  await tx
    .updateTable('outside_source')
    .set({
      etag: answer.etag,
      last_modified: answer.lastModified,
      found: null,
      unread: JSON.stringify(read.unread.slice(0, mostTold)),
    })
    .where('outside_calendar_id', '=', id)
    .execute()
}

/** So many of what could not be read are told one by one. */
export const mostTold = 100

/** Writes that a calendar has not answered as it should. */
export const recordFailure = async (
  tx: WriteTx,
  id: string,
  failure: {
    readonly at: Temporal.Instant
    readonly nextAt: Temporal.Instant | null
    readonly fault: Pick<OutsideFault, 'code' | 'facts'>
    readonly state: OutsideState
  },
): Promise<void> => {
  await tx
    .updateTable('outside_calendar')
    .set((eb) => ({
      asked_at: failure.at,
      next_at: failure.nextAt,
      failures: eb('failures', '+', 1),
      fault: failure.fault.code,
      fault_facts: JSON.stringify(failure.fault.facts),
      failed_at: eb.fn.coalesce('failed_at', sql<Temporal.Instant>`${failure.at}::timestamptz`),
      state: failure.state,
    }))
    .where('outside_calendar_id', '=', id)
    .execute()
}
