/** Where answers to a mail go. */
export interface AnswerAddress {
  /** The signed address, as `replyAddressOf` makes it; the mail is sent from it too, and comes back to it. */
  readonly address: string
  readonly token: string
  /** In whose name the mail is sent; null = the program's own. */
  readonly name: string | null
}

/** A calendar message that a mail carries. */
export interface MailCalendar {
  readonly method: string
  readonly content: string
}

/** A file that goes with a mail. */
export interface MailFile {
  readonly name: string
  readonly contentType: string
  readonly content: Uint8Array
}

/** Why a mail did not come through: refused for good, not reached so far and tried again, came back, or late. */
export type MailFailure = 'refused' | 'unreachable' | 'bounced' | 'delayed'

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
  /** The UID of what it is about: mails to a person about the same are one conversation. */
  readonly aboutUid?: string | null
  /** Not said = nobody reads answers. */
  readonly answerTo?: AnswerAddress | null
  readonly calendar?: MailCalendar | null
  /** Files that go with it, together at most as large as mail servers take. */
  readonly files?: readonly MailFile[]
}

/** A mail that was written; `sentAt` is null until it is handed to a mail server. */
export interface Mail extends MailToQueue {
  readonly mailId: string
  readonly queuedAt: Temporal.Instant
  readonly sentAt: Temporal.Instant | null
  readonly failedAt: Temporal.Instant | null
  readonly failure: MailFailure | null
}

/** A mail with all that is sent of it. */
export interface MailToSend extends Mail {
  readonly answerTo: AnswerAddress | null
  readonly calendar: MailCalendar | null
  readonly files: readonly MailFile[]
  /** The first mail to the person about the same; null = this is the first. */
  readonly follows: string | null
}
