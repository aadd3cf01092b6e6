/** A moment as minutes since 1970, as the rules of places count. */
export const minuteOf = (at: Temporal.Instant): number => at.epochMilliseconds / 60_000

export const momentOf = (minute: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
