import type { Day } from '../../../platform/day.ts'
import { Refused } from '../../../platform/refused.ts'
import type { SigningParty } from './signature.ts'

/** How long a party that was asked to confirm is not asked again. */
export const restBetweenRequests = Temporal.Duration.from({ hours: 7 * 24 })

/** "Fyret og Sundlyst" is two organisations; "By- og Miljøforvaltningen" is one. */
const jointWord = /(?<!-)\s+og\s+(?=\p{Lu})/u

/** The parties that speak for themselves: one named jointly is left out where each it is made of is a party too. */
export const withoutJoint = (parties: readonly SigningParty[]): SigningParty[] => {
  const names = new Set(parties.map(({ organisation }) => organisation.toLowerCase()))
  return parties.filter(({ organisation, signature }) => {
    const parts = organisation.split(jointWord)
    return signature !== null || parts.length === 1 || !parts.every((part) => names.has(part.toLowerCase()))
  })
}

/** The parties that have confirmed, the parties that have not, and which of those may be asked now. */
export const partSigningParties = (parties: readonly SigningParty[], now: Temporal.Instant) => {
  const missing = parties.filter(({ signature }) => signature === null)
  return {
    confirmed: parties.filter(({ signature }) => signature !== null),
    missing,
    toAsk: missing.filter(({ askedAt }) => askedAt === null || isOver(askedAt, now)),
  }
}

const isOver = (askedAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(askedAt.add(restBetweenRequests), now) <= 0

interface Seen {
  /** The post the person acted for when they saw the version. */
  readonly postId: string
  /** The hash of the document they saw. */
  readonly documentHash: string
}

interface Stands {
  readonly postId: string | null
  readonly documentHash: string
  readonly inForceDuring: { readonly to: Day | null }
}

/**
 * What was seen is what is confirmed, by whom saw it. Throws Refused('post_not_held_that_day') where they act for another post by now,
 * 'document_is_another', or 'version_is_over'.
 */
export const requireSignable = (seen: Seen, stands: Stands, day: Day): void => {
  if (stands.postId !== seen.postId) throw new Refused('post_not_held_that_day')
  if (stands.documentHash !== seen.documentHash) throw new Refused('document_is_another')
  const { to } = stands.inForceDuring
  if (to !== null && Temporal.PlainDate.compare(to, day) < 0) throw new Refused('version_is_over')
}
