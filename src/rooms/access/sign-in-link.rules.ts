import type { LinkStanding, SignInLink } from './sign-in-link.ts'

/** How long a link lets in after it was asked for. */
export const linkLives = Temporal.Duration.from({ minutes: 15 })

/** What a link comes to when it is opened in a browser; null = a browser that has no secret. */
export const linkStanding = (
  link: SignInLink | undefined,
  browserHash: Buffer | null,
  now: Temporal.Instant,
): LinkStanding => {
  if (link === undefined) return 'unknown'
  if (link.usedAt !== null) return 'used'
  if (Temporal.Instant.compare(now, link.endsAt) >= 0) return 'over'
  return browserHash !== null && browserHash.equals(link.browserHash) ? 'good' : 'other_browser'
}
