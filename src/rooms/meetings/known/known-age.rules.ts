/** A calendar that has not answered for so long says nothing of the days to come any more. */
const countsFor = { hours: 24 * 7 }

/** What has answered since then still counts. */
export const countsSince = (now: Temporal.Instant): Temporal.Instant => now.subtract(countsFor)

/** Until when a calendar counts that answers no more. */
export const countsUntil = (answeredAt: Temporal.Instant): Temporal.Instant => answeredAt.add(countsFor)

/** Whether a calendar still counts. */
export const stillCounts = (answeredAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(answeredAt, countsSince(now)) >= 0
