/** The time, passed in wherever it matters, so that any page can be asked as of any day. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands still, for tests and for pages asked "as of" a moment. */
export const clockAt = (moment: string): Clock => ({ now: () => Temporal.Instant.from(moment) })
