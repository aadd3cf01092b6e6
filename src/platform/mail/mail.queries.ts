import type { ReadTx, WriteTx } from '../database/index.ts'
import { newId } from '../id.ts'
import type { Mail, MailToQueue } from './mail.ts'

const columns = [
  'mail_id as mailId',
  'person_id as personId',
  'address',
  'subject',
  'plain',
  'html',
  'stop_url as stopUrl',
  'once_key as onceKey',
  'queued_at as queuedAt',
  'sent_at as sentAt',
  'ends_at as endsAt',
] as const

/** Writes a mail unless one with its key was written already. Answers with its id, or null where it was. */
export const insertMail = async (
  tx: WriteTx,
  mail: MailToQueue,
  queuedAt: Temporal.Instant,
): Promise<string | null> => {
  const mailId = newId<'mail'>()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mail')
    .values({
      mail_id: mailId,
      person_id: mail.personId,
      address: mail.address,
      subject: mail.subject,
      plain: mail.plain,
      html: mail.html,
      stop_url: mail.stopUrl,
      once_key: mail.onceKey,
      queued_at: queuedAt,
      ends_at: mail.endsAt ?? null,
    })
    // Naming the constraint would ask for the right to read the row, which whoever writes to another has not.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 0n ? null : mailId
}

/** A mail the actor may see. */
export const findMail = (tx: ReadTx, mailId: string): Promise<Mail | undefined> =>
  tx.selectFrom('mail').select(columns).where('mail_id', '=', mailId).executeTakeFirst()

/** The latest mails to a person that stay of use, the newest first. */
export const listMailsTo = (tx: ReadTx, personId: string, most: number): Promise<Mail[]> =>
  tx
    .selectFrom('mail')
    .select(columns)
    .where('person_id', '=', personId)
    .where('ends_at', 'is', null)
    .orderBy('queued_at', 'desc')
    .orderBy('mail_id', 'desc')
    .limit(most)
    .execute()

export const markMailSent = (tx: WriteTx, mailId: string, sentAt: Temporal.Instant) =>
  tx.updateTable('mail').set({ sent_at: sentAt }).where('mail_id', '=', mailId).execute()

export const deleteMail = (tx: WriteTx, mailId: string) => tx.deleteFrom('mail').where('mail_id', '=', mailId).execute()

/** Clears away mails that are of no use after the moment. */
export const deleteMailsEndedBy = (tx: WriteTx, moment: Temporal.Instant) =>
  tx.deleteFrom('mail').where('ends_at', '<=', moment).execute()

/** Mails written before the moment. */
export const listMailsBefore = (tx: ReadTx, moment: Temporal.Instant) =>
  tx
    .selectFrom('mail')
    .select(['mail_id as mailId', 'person_id as personId'])
    .where('queued_at', '<', moment)
    .orderBy('mail_id')
    .execute()

/** Clears these mails away. Answers how many. */
export const deleteMails = async (tx: WriteTx, mailIds: readonly string[]): Promise<number> => {
  const { numDeletedRows } = await tx.deleteFrom('mail').where('mail_id', 'in', mailIds).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
