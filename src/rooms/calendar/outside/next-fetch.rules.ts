import { createHash } from 'node:crypto'

const hour = 3600

/** A calendar that has failed for so long is given up. */
export const givenUpAfter = { hours: 24 * 30 }

/** So long an answer "unchanged" is asked for; then all is read again, for new days have come into sight. */
export const readAgainAfter = { hours: 24 * 7 }

/** A share from 0 to 1 of its own for each calendar and each time, so that not all are asked at once. */
const shareOf = (seed: string): number => createHash('sha256').update(seed).digest().readUInt32BE() / 0xffff_ffff

/** What is known of a calendar when it is to be asked again. */
export interface FetchPast {
  readonly outsideCalendarId: string
  /** How often in a row it has failed; 0 = it has just answered. */
  readonly failures: number
  /** Seconds its server asked to be left alone for; null = it did not. */
  readonly wait: number | null
}

/**
 * When a calendar is to be asked again: after 2 to 6 hours; after each failure in a row twice as late, at most a day and a little; never
 * before its server said, though no later than a week.
 */
export const nextFetch = (
  { outsideCalendarId, failures, wait }: FetchPast,
  now: Temporal.Instant,
): Temporal.Instant => {
  const share = shareOf(`${outsideCalendarId} ${now.epochMilliseconds}`)
  const usual = failures === 0 ? (2 + 4 * share) * hour : Math.min(2 ** failures, 24) * hour * (1 + share / 8)
  const asked = Math.min(wait ?? 0, 7 * 24 * hour)
  return now.add({ seconds: Math.round(Math.max(usual, asked)) })
}

/** Whether a calendar that has failed since then is given up. */
export const isGivenUp = (failingSince: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(failingSince.add(givenUpAfter), now) <= 0
