import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { findId, newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import { type MinutesDocument, minutesDocument, type MinutesEdition, type Objection } from './minutes.ts'

interface EditionRow extends Omit<MinutesEdition, 'document'> {
  readonly document: unknown
}

const editionOf = (row: EditionRow): MinutesEdition => ({ ...row, document: minutesDocument.parse(row.document) })

/** The editions of some meetings' minutes, first to last. */
export const listEditions = async (tx: ReadTx, meetingIds: readonly string[]): Promise<MinutesEdition[]> => {
  const { rows } = await sql<EditionRow>`
    select minutes_edition_id as "editionId", meeting_id as "meetingId", number, document, reason, written_at as "writtenAt"
    from minutes_edition where meeting_id = any (${[...meetingIds]}::uuid[]) order by meeting_id, number`.execute(tx)
  return rows.map(editionOf)
}

export interface NewEdition {
  readonly meetingId: string
  readonly document: MinutesDocument
  readonly reason: string
  readonly writtenAt: Temporal.Instant
  readonly writtenBy: string
}

/** Writes minutes with the meeting's next number; the caller holds the meeting. Answers with that number. */
export const insertEdition = async (tx: WriteTx, edition: NewEdition): Promise<number> => {
  const { rows } = await sql<{ number: number }>`
    insert into minutes_edition (minutes_edition_id, meeting_id, number, document, reason, written_at, written_by)
    select ${newId<'minutes_edition'>()}::uuid, ${edition.meetingId}::uuid,
      (select coalesce(max(number), 0) + 1 from minutes_edition where meeting_id = ${edition.meetingId}::uuid),
      ${JSON.stringify(edition.document)}::jsonb, ${edition.reason}, ${edition.writtenAt}, ${edition.writtenBy}
    returning number`.execute(tx)
  return rows[0]?.number ?? 1
}

/** What was said against the editions of a meeting, first to last. */
export const listObjections = async (tx: ReadTx, meetingId: string): Promise<Objection[]> => {
  const { rows } = await sql<Objection>`
    select o.minutes_edition_id as "editionId", o.said, o.objected_by as "objectedBy", o.objected_at as "objectedAt"
    from minutes_objection o join minutes_edition e using (minutes_edition_id)
    where e.meeting_id = ${meetingId}::uuid order by o.objected_at`.execute(tx)
  return rows
}

export const insertObjection = (tx: WriteTx, objection: Objection & { readonly memberId: string | null }) =>
  tx
    .insertInto('minutes_objection')
    .values({
      minutes_objection_id: newId<'minutes_objection'>(),
      minutes_edition_id: objection.editionId,
      group_member_id: objection.memberId,
      said: objection.said,
      objected_at: objection.objectedAt,
      objected_by: objection.objectedBy,
    })
    .execute()

/** The meetings whose minutes were sent and do not stand yet. */
export const listMeetingsAwaiting = async (tx: ReadTx): Promise<string[]> => {
  const rows = await tx
    .selectFrom('meeting')
    .select('meeting_id')
    .where('minutes_sent_at', 'is not', null)
    .where('minutes_stand_at', 'is', null)
    .where('state', '<>', 'cancelled')
    .orderBy('minutes_sent_at')
    .execute()
  return rows.map(({ meeting_id }) => meeting_id)
}

/** What was said under a point. Throws Refused('changed_meanwhile') where another was quicker. */
export const updateSaid = async (
  tx: WriteTx,
  item: { readonly itemId: string; readonly saidVersion: number },
  said: { readonly text: string; readonly isCarried: boolean; readonly at: Temporal.Instant; readonly by: string },
): Promise<void> => {
  const { numUpdatedRows } = await tx
    .updateTable('agenda_item')
    .set({
      said: said.text,
      said_version: item.saidVersion + 1,
      said_at: said.at,
      said_by: said.by,
      is_carried: said.isCarried,
    })
    .where('agenda_item_id', '=', item.itemId)
    .where('said_version', '=', item.saidVersion)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refused('changed_meanwhile')
}

/** The points that were carried on from a meeting already. */
export const listCarriedFrom = async (tx: ReadTx, meetingId: string): Promise<Set<string>> => {
  const { rows } = await sql<{ itemId: string }>`
    select next.carried_from_id as "itemId" from agenda_item next join agenda_item i on i.agenda_item_id = next.carried_from_id
    where i.meeting_id = ${meetingId}::uuid`.execute(tx)
  return new Set(rows.map(({ itemId }) => itemId))
}

/** What a meeting counted for. */
export const listMeetingEvidence = async (
  tx: ReadTx,
  meetingId: string,
): Promise<{ commitmentId: string; evidenceId: string }[]> =>
  tx
    .selectFrom('meeting_evidence')
    .select(['commitment_id as commitmentId', 'evidence_id as evidenceId'])
    .where('meeting_id', '=', meetingId)
    .execute()

export const insertMeetingEvidence = (tx: WriteTx, meetingId: string, commitmentId: string, evidenceId: string) =>
  tx
    .insertInto('meeting_evidence')
    .values({ meeting_id: meetingId, commitment_id: commitmentId, evidence_id: evidenceId })
    .execute()

export const deleteMeetingEvidence = (tx: WriteTx, meetingId: string) =>
  tx.deleteFrom('meeting_evidence').where('meeting_id', '=', meetingId).execute()

/** Minutes open to all: one meeting's, or the newest first. Without the names of people. */
export const listPublishedMinutes = async (
  tx: ReadTx,
  meetingId: string | null,
): Promise<{ meetingId: string; number: number; document: MinutesDocument }[]> => {
  const id = meetingId === null ? null : findId(meetingId)
  if (id === undefined) return []
  const { rows } = await sql<{ meetingId: string; number: number; document: unknown }>`
    select meeting_id as "meetingId", number, document from published_minutes(${id}::uuid)
    order by document ->> 'startsAt' desc limit 500`.execute(tx)
  return rows.map((row) => ({ ...row, document: minutesDocument.parse(row.document) }))
}
