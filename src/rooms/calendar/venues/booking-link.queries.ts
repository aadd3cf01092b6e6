import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'

/** Lets whoever has it say once that a booking will be used, as a person acting for a post. Of its secret only the hash is kept. */
export interface BookingLink {
  readonly tokenHash: Buffer
  readonly bookingId: string
  readonly personId: string
  readonly postId: string
  readonly endsAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

export const insertBookingLink = async (
  tx: WriteTx,
  link: Omit<BookingLink, 'usedAt'> & { readonly madeAt: Temporal.Instant },
): Promise<void> => {
  await tx
    .insertInto('booking_link')
    .values({
      token_hash: link.tokenHash,
      booking_id: link.bookingId,
      person_id: link.personId,
      post_id: link.postId,
      made_at: link.madeAt,
      ends_at: link.endsAt,
    })
    .execute()
}

export const findBookingLink = async (tx: ReadTx, tokenHash: Buffer): Promise<BookingLink | undefined> => {
  const row = await tx.selectFrom('booking_link').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return (
    row && {
      tokenHash,
      bookingId: row.booking_id,
      personId: row.person_id,
      postId: row.post_id,
      endsAt: row.ends_at,
      usedAt: row.used_at,
    }
  )
}

/** Writes that a link was used. Answers whether it was the first time. */
export const useBookingLink = async (tx: WriteTx, tokenHash: Buffer, at: Temporal.Instant): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('booking_link')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes away links that ended before a moment. */
export const deleteBookingLinksEndedBy = async (tx: WriteTx, at: Temporal.Instant): Promise<void> => {
  await tx.deleteFrom('booking_link').where('ends_at', '<=', at).execute()
}
