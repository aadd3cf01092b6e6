/** A mail to write. Its words are the caller's; a link that stops such mails comes with it where there is one. */
export interface MailToQueue {
  /** Whom it is to; they alone see it in here. */
  readonly personId: string
  readonly address: string
  readonly subject: string
  readonly plain: string
  readonly html: string
  /** Where the receiver stops mails of this kind without signing in; null for mails they asked for just now. */
  readonly stopUrl: string | null
  /** What it is about: a second mail with the same key is not written. */
  readonly onceKey: string
  /** When it is of no use any more: it is not sent after that, and kept no longer than until it is sent. Not said = it stays of use. */
  readonly endsAt?: Temporal.Instant | null
}

/** A mail that was written; `sentAt` is null until it is handed to a mail server. */
export interface Mail extends MailToQueue {
  readonly mailId: string
  readonly queuedAt: Temporal.Instant
  readonly sentAt: Temporal.Instant | null
}
