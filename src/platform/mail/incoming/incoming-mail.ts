/**
 * A mail that came in, as far as it is understood without knowing what it is about. Addresses in small letters. Plain values: it is handed
 * from thread to thread.
 */
export interface IncomingMail {
  /** With its angle brackets; null = it has none. */
  readonly messageId: string | null
  readonly from: { readonly address: string; readonly name: string } | null
  /** Every address it says it came to, with those that servers noted on its way. */
  readonly to: readonly string[]
  readonly subject: string
  /** What it says as plain text, with what it quotes. */
  readonly text: string
  /** The messages it says it answers, the nearest first. */
  readonly answers: readonly string[]
  /** Whether a program wrote it: an out-of-office note, a list, a server. A calendar answer may be: meeting rooms answer so. */
  readonly isAutomatic: boolean
  readonly calendar: IncomingCalendar | null
  /** It says that a mail did not come through. */
  readonly bounce: Bounce | null
}

/** A calendar message within a mail, as it was found. */
export interface IncomingCalendar {
  /** The method the part names beside the calendar; null = none. */
  readonly method: string | null
  readonly content: Uint8Array
}

/** A report of a mail that did not come through. Source: RFC 3464. */
export interface Bounce {
  /** The message that did not; null = the report does not say which. */
  readonly messageId: string | null
  readonly address: string | null
  /** Whether it is given up, or only late. */
  readonly isForGood: boolean
  /** `5.1.1`; null = not said. */
  readonly status: string | null
}

/** Why a mail could not be read at all. */
export type UnreadMail = 'too_large' | 'too_heavy' | 'broken'
