import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../database/index.ts'
import { newId } from '../../id.ts'

/** What is kept of a mail that came in. */
export interface KeptMail {
  readonly hash: Buffer
  readonly onceKey: string | null
  readonly receivedAt: Temporal.Instant
  readonly fromAddress: string | null
  readonly subject: string
  readonly said: string
  readonly calendar: string | null
  readonly mailId: string | null
}

/** Writes a mail that came in, unless it was taken already. Answers with its id, or null where it was. */
export const insertIncomingMail = async (tx: WriteTx, mail: KeptMail): Promise<string | null> => {
  const incomingMailId = newId<'incoming_mail'>()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('incoming_mail')
    .values({
      incoming_mail_id: incomingMailId,
      hash: mail.hash,
      once_key: mail.onceKey,
      received_at: mail.receivedAt,
      from_address: mail.fromAddress,
      subject: mail.subject,
      said: mail.said,
      calendar: mail.calendar,
      mail_id: mail.mailId,
      outcome: 'taken',
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 0n ? null : incomingMailId
}

export const setOutcome = (
  tx: WriteTx,
  incomingMailId: string,
  { code, aboutUid }: { readonly code: string; readonly aboutUid: string | null },
) =>
  tx
    .updateTable('incoming_mail')
    .set({ outcome: code, about_uid: aboutUid })
    .where('incoming_mail_id', '=', incomingMailId)
    .execute()

/** The hash of what was delivered under this key; undefined where nothing was. */
export const findDelivered = async (tx: ReadTx, onceKey: string): Promise<Buffer | undefined> => {
  const row = await tx.selectFrom('incoming_mail').select('hash').where('once_key', '=', onceKey).executeTakeFirst()
  return row?.hash
}

/** What came in before the moment. */
export const listIncomingMailsBefore = (tx: ReadTx, moment: Temporal.Instant) =>
  tx
    .selectFrom('incoming_mail')
    .select('incoming_mail_id as incomingMailId')
    .where('received_at', '<', moment)
    .orderBy('incoming_mail_id')
    .execute()

/** Clears these away. Answers how many. */
export const deleteIncomingMails = async (tx: WriteTx, ids: readonly string[]): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('incoming_mail')
    .where('incoming_mail_id', 'in', ids)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Whose turn it is to look into a mailbox. */
export interface MailboxTurn {
  readonly mailbox: string
  readonly heldBy: string
}

/** Takes the turn until the moment, or keeps it. False where another has it. */
export const takeMailboxTurn = async (
  tx: WriteTx,
  { mailbox, heldBy }: MailboxTurn,
  now: Temporal.Instant,
  until: Temporal.Instant,
): Promise<boolean> => {
  const row = await tx
    .insertInto('mailbox_turn')
    .values({ mailbox, held_by: heldBy, held_until_at: until })
    .onConflict((conflict) =>
      conflict
        .column('mailbox')
        .doUpdateSet({ held_by: heldBy, held_until_at: until })
        .where((where) =>
          where.or([
            where('mailbox_turn.held_until_at', '<=', now),
            where('mailbox_turn.held_by', '=', sql<string>`${heldBy}::uuid`),
          ]),
        ),
    )
    .returning('mailbox')
    .executeTakeFirst()
  return row !== undefined
}

export const giveMailboxTurn = (tx: WriteTx, { mailbox, heldBy }: MailboxTurn) =>
  tx.deleteFrom('mailbox_turn').where('mailbox', '=', mailbox).where('held_by', '=', heldBy).execute()
