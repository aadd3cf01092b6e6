/** What stood in the way the last time, as a code with facts. */
export interface KnownFault {
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>
  readonly since: Temporal.Instant
}

/** The calendar somebody keeps elsewhere, as its own person sees it: never its address. */
export interface KnownCalendar {
  readonly personId: string
  /** The server it is at. */
  readonly host: string
  readonly answeredAt: Temporal.Instant
  /** So many stretches they are busy in the year to come. */
  readonly busy: number
  readonly unread: number
  readonly fault: KnownFault | null
  /** When it is asked again; null = it is given up. */
  readonly nextAt: Temporal.Instant | null
}

/** Where it is, for the program alone. */
export interface KnownSource {
  readonly address: string
  readonly etag: string | null
  readonly lastModified: string | null
  readonly readAt: Temporal.Instant
  readonly failedAt: Temporal.Instant | null
  readonly failures: number
  readonly nextAt: Temporal.Instant | null
}
