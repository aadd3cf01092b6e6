import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'

/** Lets whoever has it say once that a time was held, as a person acting for a post. Of its secret only the hash is kept. */
export interface HeldLink {
  readonly tokenHash: Buffer
  readonly occurrenceId: string
  readonly personId: string
  readonly postId: string
  readonly endsAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

export const insertHeldLink = async (
  tx: WriteTx,
  link: Omit<HeldLink, 'usedAt'> & { readonly madeAt: Temporal.Instant },
): Promise<void> => {
  await tx
    .insertInto('held_link')
    .values({
      token_hash: link.tokenHash,
      occurrence_id: link.occurrenceId,
      person_id: link.personId,
      post_id: link.postId,
      made_at: link.madeAt,
      ends_at: link.endsAt,
    })
    .execute()
}

export const findHeldLink = async (tx: ReadTx, tokenHash: Buffer): Promise<HeldLink | undefined> => {
  const row = await tx.selectFrom('held_link').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return (
    row && {
      tokenHash,
      occurrenceId: row.occurrence_id,
      personId: row.person_id,
      postId: row.post_id,
      endsAt: row.ends_at,
      usedAt: row.used_at,
    }
  )
}

/** Writes that a link was used. Answers whether it was the first time. */
export const useLink = async (tx: WriteTx, tokenHash: Buffer, at: Temporal.Instant): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('held_link')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether a person has been asked since a moment: the mails themselves, with their links in them, are not kept. */
export const isAskedSince = async (tx: ReadTx, personId: string, since: Temporal.Instant): Promise<boolean> =>
  (await tx
    .selectFrom('held_link')
    .select('token_hash')
    .where('person_id', '=', personId)
    .where('made_at', '>', since)
    .executeTakeFirst()) !== undefined

/** Takes away links that ended before a moment. */
export const deleteHeldLinksEndedBy = async (tx: WriteTx, at: Temporal.Instant): Promise<void> => {
  await tx.deleteFrom('held_link').where('ends_at', '<=', at).execute()
}

export const listHeldMailStops = async (tx: ReadTx): Promise<ReadonlySet<string>> => {
  const rows = await tx.selectFrom('held_mail_stop').select('person_id').execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

export const isHeldMailStopped = async (tx: ReadTx, personId: string): Promise<boolean> =>
  (await tx.selectFrom('held_mail_stop').select('person_id').where('person_id', '=', personId).executeTakeFirst()) !==
  undefined

export const stopHeldMail = async (tx: WriteTx, personId: string, at: Temporal.Instant): Promise<void> => {
  await tx
    .insertInto('held_mail_stop')
    .values({ person_id: personId, stopped_at: at })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute()
}

export const resumeHeldMail = async (tx: WriteTx, personId: string): Promise<void> => {
  await tx.deleteFrom('held_mail_stop').where('person_id', '=', personId).execute()
}

/** Who put each activity in the calendar, by series; nobody for what the program put there. */
export const listMakers = async (tx: ReadTx, seriesIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ seriesId: string; madeBy: string }>`
    select series_id as "seriesId", made_by as "madeBy" from series
    where series_id = any (${[...seriesIds]}::uuid[]) and made_by <> 'system'`.execute(tx)
  return new Map(rows.map(({ seriesId, madeBy }) => [seriesId, madeBy]))
}
