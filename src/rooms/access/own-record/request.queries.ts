import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { Refused } from '../../../platform/refused.ts'

export type RequestKind = 'deletion' | 'correction'

/** What a resident asked for about what is kept. */
export interface SubjectRequest {
  readonly subjectRequestId: string
  readonly number: number
  /** null once the record is deleted. */
  readonly dataSubjectId: string | null
  readonly kind: RequestKind
  readonly text: string
  /** How many things went at once. */
  readonly deletedAtOnce: number
  readonly receivedAt: Temporal.Instant
  readonly answeredAt: Temporal.Instant | null
  readonly answer: string | null
}

/** Requests the actor may see, the last first. */
export const listRequests = async (tx: ReadTx): Promise<SubjectRequest[]> => {
  const rows = await tx
    .selectFrom('subject_request')
    .select([
      'subject_request_id as subjectRequestId',
      'number',
      'data_subject_id as dataSubjectId',
      'kind',
      'text',
      'deleted_at_once as deletedAtOnce',
      'received_at as receivedAt',
      'answered_at as answeredAt',
      'answer',
    ])
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind === 'deletion' ? row.kind : ('correction' as const) }))
}

interface NewRequest extends Pick<
  SubjectRequest,
  'subjectRequestId' | 'kind' | 'text' | 'receivedAt' | 'deletedAtOnce'
> {
  readonly dataSubjectId: string
}

/** Writes a request. Answers with its number. */
export const insertRequest = async (tx: WriteTx, request: NewRequest): Promise<number> => {
  const { number } = await tx
    .insertInto('subject_request')
    .values({
      subject_request_id: request.subjectRequestId,
      data_subject_id: request.dataSubjectId,
      kind: request.kind,
      text: request.text,
      deleted_at_once: request.deletedAtOnce,
      received_at: request.receivedAt,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}

/** Writes what the officer answered. Throws Refused('request_not_found'), also where it is answered already. */
export const answerRequestRow = async (
  tx: WriteTx,
  subjectRequestId: string,
  answered: { answer: string; answeredBy: string; answeredAt: Temporal.Instant },
): Promise<void> => {
  const { numUpdatedRows } = await tx
    .updateTable('subject_request')
    .set({ answer: answered.answer, answered_by: answered.answeredBy, answered_at: answered.answeredAt })
    .where('subject_request_id', '=', subjectRequestId)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Refused('request_not_found')
}
