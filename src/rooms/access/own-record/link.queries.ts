import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'

/** An address sent by mail, that opens what is kept about somebody or one consent to answer. */
export interface SubjectLink {
  readonly subjectLinkId: string
  readonly dataSubjectId: string
  /** null = opens what is kept. */
  readonly consentId: string | null
  readonly endsAt: Temporal.Instant
}

interface NewLink extends SubjectLink {
  readonly tokenHash: Buffer
  readonly madeAt: Temporal.Instant
}

export const insertLink = (tx: WriteTx, link: NewLink) =>
  tx
    .insertInto('subject_link')
    .values({
      subject_link_id: link.subjectLinkId,
      token_hash: link.tokenHash,
      data_subject_id: link.dataSubjectId,
      consent_id: link.consentId,
      made_at: link.madeAt,
      ends_at: link.endsAt,
    })
    .execute()

/** The link whose secret hashes to this, while it opens anything. */
export const findOpenLink = (tx: ReadTx, tokenHash: Buffer, now: Temporal.Instant): Promise<SubjectLink | undefined> =>
  tx
    .selectFrom('subject_link')
    .select([
      'subject_link_id as subjectLinkId',
      'data_subject_id as dataSubjectId',
      'consent_id as consentId',
      'ends_at as endsAt',
    ])
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now)
    .executeTakeFirst()

/** Uses a link up. Answers whether it still was unused: of two who open it at once, one does. */
export const useLink = async (tx: WriteTx, subjectLinkId: string, usedAt: Temporal.Instant): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('subject_link')
    .set({ used_at: usedAt })
    .where('subject_link_id', '=', subjectLinkId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

interface NewResidentSession {
  readonly subjectSessionId: string
  readonly tokenHash: Buffer
  readonly dataSubjectId: string
  readonly begunAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export const insertResidentSession = (tx: WriteTx, session: NewResidentSession) =>
  tx
    .insertInto('subject_session')
    .values({
      subject_session_id: session.subjectSessionId,
      token_hash: session.tokenHash,
      data_subject_id: session.dataSubjectId,
      begun_at: session.begunAt,
      ends_at: session.endsAt,
    })
    .execute()

/** Whose open session this secret is. */
export const findResidentSession = (
  tx: ReadTx,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<{ dataSubjectId: string; endsAt: Temporal.Instant } | undefined> =>
  tx
    .selectFrom('subject_session')
    .select(['data_subject_id as dataSubjectId', 'ends_at as endsAt'])
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now)
    .executeTakeFirst()

export const endResidentSession = (tx: WriteTx, tokenHash: Buffer, endedAt: Temporal.Instant) =>
  tx
    .updateTable('subject_session')
    .set({ ended_at: endedAt })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute()
