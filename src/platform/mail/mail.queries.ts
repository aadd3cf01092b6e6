import type { ReadTx, WriteTx } from '../database/index.ts'
import { newId } from '../id.ts'
import type { Mail, MailFailure, MailToQueue, MailToSend } from './mail.ts'

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
  'about_uid as aboutUid',
  'failed_at as failedAt',
  'failure',
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
      about_uid: mail.aboutUid ?? null,
      reply_to: mail.answerTo?.address ?? null,
      reply_token: mail.answerTo?.token ?? null,
      reply_name: mail.answerTo?.name ?? null,
      calendar_method: mail.calendar?.method ?? null,
      calendar: mail.calendar?.content ?? null,
    })
    // Naming the constraint would ask for the right to read the row, which whoever writes to another has not.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return null
  const files = (mail.files ?? []).map(({ name, contentType, content }, position) => ({
    mail_file_id: newId(),
    mail_id: mailId,
    position,
    name,
    content_type: contentType,
    content: Buffer.from(content),
  }))
  if (files.length > 0) await tx.insertInto('mail_file').values(files).execute()
  return mailId
}

/** What the database keeps as plain text is one of these by a constraint. */
const failures: readonly MailFailure[] = ['refused', 'unreachable', 'bounced', 'delayed']

const toMail = <Row extends { readonly failure: string | null }>(row: Row): Row & { failure: MailFailure | null } => ({
  ...row,
  failure: failures.find((known) => known === row.failure) ?? null,
})

/** A mail the actor may see, with all that is sent of it. */
export const findMail = async (tx: ReadTx, mailId: string): Promise<MailToSend | undefined> => {
  const row = await tx
    .selectFrom('mail')
    .select([...columns, 'reply_to', 'reply_token', 'reply_name', 'calendar_method', 'calendar'])
    .where('mail_id', '=', mailId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { reply_to: address, reply_token: token, reply_name: name, calendar_method: method, calendar, ...mail } = row
  return {
    ...toMail(mail),
    answerTo: address === null || token === null ? null : { address, token, name },
    calendar: method === null || calendar === null ? null : { method, content: calendar },
    files: await listMailFiles(tx, mailId),
    follows: mail.aboutUid === null ? null : await findFirstAbout(tx, { ...mail, aboutUid: mail.aboutUid }),
  }
}

const listMailFiles = (tx: ReadTx, mailId: string) =>
  tx
    .selectFrom('mail_file')
    .select(['name', 'content_type as contentType', 'content'])
    .where('mail_id', '=', mailId)
    .orderBy('position')
    .execute()

type MailAbout = Pick<Mail, 'mailId' | 'personId'> & { readonly aboutUid: string }

/** The first mail to the person about the same, where it is another. */
const findFirstAbout = async (tx: ReadTx, { mailId, personId, aboutUid }: MailAbout): Promise<string | null> => {
  const first = await tx
    .selectFrom('mail')
    .select('mail_id as mailId')
    .where('about_uid', '=', aboutUid)
    .where('person_id', '=', personId)
    .orderBy('queued_at')
    .orderBy('mail_id')
    .limit(1)
    .executeTakeFirst()
  return first === undefined || first.mailId === mailId ? null : first.mailId
}

/** The latest mails to a person that stay of use, the newest first. */
export const listMailsTo = async (tx: ReadTx, personId: string, most: number): Promise<Mail[]> => {
  const rows = await tx
    .selectFrom('mail')
    .select(columns)
    .where('person_id', '=', personId)
    .where('ends_at', 'is', null)
    .orderBy('queued_at', 'desc')
    .orderBy('mail_id', 'desc')
    .limit(most)
    .execute()
  return rows.map(toMail)
}

export const markMailSent = (tx: WriteTx, mailId: string, sentAt: Temporal.Instant) =>
  tx
    .updateTable('mail')
    .set({ sent_at: sentAt, failed_at: null, failure: null })
    .where('mail_id', '=', mailId)
    .execute()

/** Notes that a mail did not come through. What was noted for good is not softened by a later note that it is late. */
export const markMailFailed = (tx: WriteTx, mailId: string, failure: MailFailure, failedAt: Temporal.Instant) =>
  tx
    .updateTable('mail')
    .set({ failed_at: failedAt, failure })
    .where('mail_id', '=', mailId)
    .where((where) =>
      where.or([
        where('failure', 'is', null),
        where('failure', 'in', ['unreachable', 'delayed'] satisfies MailFailure[]),
      ]),
    )
    .execute()

/** A mail that was sent, as an answer to it or its coming back finds it. */
export interface SentMail {
  readonly mailId: string
  readonly personId: string
  readonly address: string
  readonly aboutUid: string | null
}

const sentColumns = ['mail_id as mailId', 'person_id as personId', 'address', 'about_uid as aboutUid'] as const

/** The latest mail whose answers come to this token. */
export const findMailByToken = (tx: ReadTx, token: string): Promise<SentMail | undefined> =>
  tx
    .selectFrom('mail')
    .select(sentColumns)
    .where('reply_token', '=', token)
    .orderBy('queued_at', 'desc')
    .limit(1)
    .executeTakeFirst()

export const findSentMail = (tx: ReadTx, mailId: string): Promise<SentMail | undefined> =>
  tx.selectFrom('mail').select(sentColumns).where('mail_id', '=', mailId).executeTakeFirst()

/** What of the mails about something did not come through, by who they are to. */
export const listFailedMailsAbout = (tx: ReadTx, aboutUid: string) =>
  tx
    .selectFrom('mail')
    .select(['mail_id as mailId', 'person_id as personId', 'address', 'failure', 'failed_at as failedAt'])
    .where('about_uid', '=', aboutUid)
    .where('failure', 'is not', null)
    .orderBy('failed_at')
    .execute()

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
