import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { type Day, homeZone } from '../../../platform/day.ts'
import type { DueThing } from './deletion-clock.ts'

/** The first moment of a day in Denmark: what a moment is compared with. */
export const startOf = (day: Day): Temporal.Instant => day.toZonedDateTime(homeZone).toInstant()

/** Sessions that ended, or ran out, before the day. */
export const listEndedSessions = async (tx: ReadTx, before: Day): Promise<DueThing[]> =>
  tx
    .selectFrom('session')
    .select(['session_id as ref', 'person_id as about', sql<string>`'session'`.as('thing')])
    .where(sql<boolean>`least(ended_at, ends_at) < ${startOf(before)}::timestamptz`)
    .execute()

export const deleteSessions = async (tx: WriteTx, refs: readonly string[]): Promise<number> => {
  const { numDeletedRows } = await tx.deleteFrom('session').where('session_id', 'in', refs).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Links and residents' sessions that ran out before the day. */
export const listExpiredLinks = async (tx: ReadTx, before: Day): Promise<DueThing[]> =>
  (
    await sql<DueThing>`
      select 'subject_link' as thing, subject_link_id::text as ref, data_subject_id::text as about from subject_link
      where ends_at < ${startOf(before)}::timestamptz
      union all
      select 'subject_link', subject_session_id::text, data_subject_id::text from subject_session
      where ends_at < ${startOf(before)}::timestamptz`.execute(tx)
  ).rows

export const deleteLinks = async (tx: WriteTx, refs: readonly string[]): Promise<number> => {
  const links = await tx.deleteFrom('subject_link').where('subject_link_id', 'in', refs).executeTakeFirstOrThrow()
  const sessions = await tx
    .deleteFrom('subject_session')
    .where('subject_session_id', 'in', refs)
    .executeTakeFirstOrThrow()
  return Number(links.numDeletedRows + sessions.numDeletedRows)
}

/** Consents whose end, or whose withdrawal if that came first, was before the day. */
export const listEndedConsents = async (tx: ReadTx, before: Day): Promise<DueThing[]> =>
  (
    await sql<DueThing>`
      select 'consent' as thing, consent_id::text as ref, data_subject_id::text as about from consent c
      where least(upper(consent_during), (select min(withdrawn_on) from consent_giver g where g.consent_id = c.consent_id))
        < ${before.toString()}::date`.execute(tx)
  ).rows

export const deleteConsents = async (tx: WriteTx, refs: readonly string[]): Promise<number> => {
  const { numDeletedRows } = await tx.deleteFrom('consent').where('consent_id', 'in', refs).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** People registered before the day about whom there is no consent. */
export const listFreeSubjects = async (tx: ReadTx, before: Day): Promise<DueThing[]> =>
  tx
    .selectFrom('data_subject')
    .select(['data_subject_id as ref', 'data_subject_id as about', sql<string>`'data_subject'`.as('thing')])
    .where('registered_at', '<', startOf(before))
    .where(sql<boolean>`is_subject_free(data_subject_id)`)
    .execute()

/** Requests answered before the day. */
export const listAnsweredRequests = async (tx: ReadTx, before: Day): Promise<DueThing[]> =>
  tx
    .selectFrom('subject_request')
    .select(['subject_request_id as ref', 'data_subject_id as about', sql<string>`'subject_request'`.as('thing')])
    .where('answered_at', '<', startOf(before))
    .execute()

export const deleteRequests = async (tx: WriteTx, refs: readonly string[]): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('subject_request')
    .where('subject_request_id', 'in', refs)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** The chains of the audit trail that begin with an entry older than the day. */
export const listLongLanes = async (tx: ReadTx, before: Day): Promise<DueThing[]> =>
  (
    await sql<DueThing>`
      select 'audit_entry' as thing, lane::text as ref, null as about from audit_lane l
      where exists (select from audit_entry e where e.lane = l.lane and e.number = l.cut_number + 1
        and e.happened_at < ${startOf(before)}::timestamptz)
      order by lane`.execute(tx)
  ).rows

/** Cuts what is older than the day off the audit trail. Answers how many entries went. */
export const cutAudit = async (tx: WriteTx, before: Day): Promise<number> => {
  const { rows } = await sql<{ gone: bigint }>`select cut_audit(${startOf(before)}::timestamptz) as gone`.execute(tx)
  return Number(rows[0]?.gone ?? 0n)
}
