/** A larger event to come, as those who asked are told of it: its next time. */
export interface LargeEvent {
  readonly seriesId: string
  readonly occurrenceId: string
  readonly title: string
  readonly areaId: string | null
  readonly organisationId: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly isOff: boolean
  /** Where, in words. */
  readonly where: string
  readonly by: string
}

/** What somebody has been told of an event. */
export interface Told {
  readonly occurrenceId: string
  readonly seriesId: string
  readonly postId: string
  readonly toldAt: Temporal.Instant
  /** When and where it was to be. */
  readonly toldOf: string
  /** Told that it is off. */
  readonly isOff: boolean
}

/** Whether a post takes part in an event, and what it brings. */
export interface EventAnswer {
  readonly isComing: boolean
  readonly brings: string
  /** Whom to call; for those who arrange it alone. */
  readonly contact: string
}

/** Who comes, as everyone sees it. */
export interface EventGuest {
  readonly name: string
  readonly brings: string
}
