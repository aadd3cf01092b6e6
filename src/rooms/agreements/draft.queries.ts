import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
import { findId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'
import type { AgreementDocument } from './agreement-format.ts'
import type { Draft, DraftCorrection, SourceToKeep } from './agreement.ts'
import type { SourceLine } from './reader/blocks.ts'
import { completed, type StoredDocument } from './stored-document.ts'

interface Receipt {
  readonly sourceDocumentId: string
  readonly source: SourceToKeep
  readonly receivedAt: Temporal.Instant
  readonly receivedBy: string
  readonly isSample: boolean
}

/** Keeps a source as it came in, byte for byte. */
export const insertSource = (tx: WriteTx, receipt: Receipt) =>
  tx
    .insertInto('source_document')
    .values({
      source_document_id: receipt.sourceDocumentId,
      name: receipt.source.name,
      media_type: receipt.source.mediaType,
      sha256: receipt.source.sha256,
      bytes: Buffer.from(receipt.source.bytes),
      lines: JSON.stringify(receipt.source.lines),
      received_at: receipt.receivedAt,
      received_by: receipt.receivedBy,
      is_sample: receipt.isSample,
    })
    .execute()

export interface SourceText {
  readonly name: string
  readonly mediaType: string
  readonly lines: SourceLine[]
}

/** A source's name and lines. Throws Refused('source_not_found'). */
export const getSourceText = async (tx: ReadTx, sourceDocumentId: string): Promise<SourceText> => {
  const row = await tx
    .selectFrom('source_document')
    .select(['name', 'media_type as mediaType', sql<SourceLine[]>`lines`.as('lines')])
    .where('source_document_id', '=', idOf(sourceDocumentId, 'source_not_found'))
    .executeTakeFirst()
  if (!row) throw new Refused('source_not_found')
  return row
}

/** A source's own bytes. Throws Refused('source_not_found'). */
export const getSourceBytes = async (tx: ReadTx, sourceDocumentId: string) => {
  const row = await tx
    .selectFrom('source_document')
    .select(['name', 'media_type as mediaType', 'bytes'])
    .where('source_document_id', '=', idOf(sourceDocumentId, 'source_not_found'))
    .executeTakeFirst()
  if (!row) throw new Refused('source_not_found')
  return row
}

interface NewDraft {
  readonly draftId: string
  readonly sourceDocumentId: string
  /** Whose draft it is; null = the lead's and the administrator's alone. */
  readonly organisationId: string | null
  readonly document: AgreementDocument
  readonly begunAt: Temporal.Instant
  readonly begunBy: string
}

export const insertDraft = (tx: WriteTx, draft: NewDraft) =>
  tx
    .insertInto('draft')
    .values({
      draft_id: draft.draftId,
      source_document_id: draft.sourceDocumentId,
      organisation_id: draft.organisationId,
      document: JSON.stringify(draft.document),
      begun_at: draft.begunAt,
      begun_by: draft.begunBy,
      changed_at: draft.begunAt,
    })
    .execute()

const selectDraft = (tx: ReadTx) =>
  tx
    .selectFrom('draft')
    .select([
      'draft_id as draftId',
      'source_document_id as sourceDocumentId',
      sql<StoredDocument>`document`.as('document'),
      'revision',
      'begun_at as begunAt',
      'changed_at as changedAt',
      'closed_at as closedAt',
    ])

type DraftRow = Awaited<ReturnType<ReturnType<typeof selectDraft>['executeTakeFirstOrThrow']>>

const toDraft = ({ closedAt, document, ...row }: DraftRow): Draft => ({
  ...row,
  document: completed(document),
  isClosed: closedAt !== null,
})

/** Open drafts, the last changed first. */
export const listOpenDrafts = async (tx: ReadTx): Promise<Draft[]> =>
  (await selectDraft(tx).where('closed_at', 'is', null).orderBy('changed_at', 'desc').execute()).map(toDraft)

/** The id in an address; one that is none belongs to nothing there is. */
const idOf = (text: string, notFound: string): string => {
  const id = findId(text)
  if (id === undefined) throw new Refused(notFound)
  return id
}

/** A draft. Throws Refused('draft_not_found'). */
export const getDraft = async (tx: ReadTx, draftId: string): Promise<Draft> => {
  const row = await selectDraft(tx).where('draft_id', '=', idOf(draftId, 'draft_not_found')).executeTakeFirst()
  if (!row) throw new Refused('draft_not_found')
  return toDraft(row)
}

/** An open draft, locked until the transaction ends. Throws Refused('draft_not_found') or Refused('draft_closed'). */
export const getDraftForUpdate = async (tx: WriteTx, draftId: string): Promise<Draft> => {
  const row = await selectDraft(tx)
    .where('draft_id', '=', idOf(draftId, 'draft_not_found'))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refused('draft_not_found')
  const draft = toDraft(row)
  if (draft.isClosed) throw new Refused('draft_closed')
  return draft
}

/** Writes the corrected document and what the correction was, as the draft's next revision. */
export const updateDraft = async (
  tx: WriteTx,
  draftId: string,
  document: AgreementDocument,
  correction: DraftCorrection,
): Promise<void> => {
  await tx
    .updateTable('draft')
    .set({
      document: JSON.stringify(document),
      revision: correction.revision,
      changed_at: correction.correctedAt,
    })
    .where('draft_id', '=', draftId)
    .execute()
  await tx
    .insertInto('draft_correction')
    .values({
      draft_id: draftId,
      revision: correction.revision,
      path: correction.path,
      was: jsonOrNull(correction.was),
      became: jsonOrNull(correction.became),
      undoes: correction.undoes,
      corrected_by: correction.correctedBy,
      corrected_at: correction.correctedAt,
    })
    .execute()
}

const jsonOrNull = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

/** What people corrected in the draft, the last first. */
export const listCorrections = async (tx: ReadTx, draftId: string): Promise<DraftCorrection[]> =>
  tx
    .selectFrom('draft_correction')
    .select([
      'revision',
      'path',
      'was',
      'became',
      'undoes',
      'corrected_by as correctedBy',
      'corrected_at as correctedAt',
    ])
    .where('draft_id', '=', draftId)
    .orderBy('revision', 'desc')
    .execute()

/** Closes a draft that was confirmed or given up; it stays to be looked at. */
export const closeDraft = (tx: WriteTx, draftId: string, closedAt: Temporal.Instant) =>
  tx.updateTable('draft').set({ closed_at: closedAt }).where('draft_id', '=', draftId).execute()

/** Open drafts last changed before the moment. */
export const listDraftsLeft = async (tx: ReadTx, moment: Temporal.Instant): Promise<string[]> => {
  const rows = await tx
    .selectFrom('draft')
    .select('draft_id')
    .where('closed_at', 'is', null)
    .where('changed_at', '<', moment)
    .execute()
  return rows.map((row) => row.draft_id)
}

/** Deletes drafts with their corrections, and the sources that nothing else came from. Answers how many drafts. */
export const deleteDrafts = async (tx: WriteTx, draftIds: readonly string[]): Promise<number> => {
  const gone = await tx
    .deleteFrom('draft')
    .where('draft_id', 'in', draftIds)
    .where('closed_at', 'is', null)
    .returning('source_document_id')
    .execute()
  const sources = gone.map((row) => row.source_document_id)
  if (sources.length > 0)
    await tx
      .deleteFrom('source_document')
      .where('source_document_id', 'in', sources)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('draft')
              .select('draft_id')
              .whereRef('draft.source_document_id', '=', 'source_document.source_document_id'),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('agreement_version')
              .select('agreement_version_id')
              .whereRef('agreement_version.source_document_id', '=', 'source_document.source_document_id'),
          ),
        ),
      )
      .execute()
  return gone.length
}
