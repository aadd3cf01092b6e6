import type { Day } from '../../../platform/day.ts'

/** A party's confirmation of a version, as it was given: names and posts are what they were called that day. */
export interface VersionSignature {
  readonly organisationId: string
  readonly organisation: string
  readonly name: string
  readonly post: string
  readonly documentHash: string
  readonly signedAt: Temporal.Instant
}

/** An organisation that is party to a version: its confirmation, or when it was last asked for one. */
export interface SigningParty {
  readonly organisationId: string
  readonly organisation: string
  readonly signature: VersionSignature | null
  readonly askedAt: Temporal.Instant | null
}

/** Whoever confirms, in the post they hold on the day. */
export interface Signatory {
  readonly holderId: string
  readonly personId: string
  readonly postId: string
  readonly organisationId: string
  readonly name: string
  /** "projektkoordinator, Bølgen": without the organisation it is on behalf of. */
  readonly post: string
  readonly organisation: string
  readonly from: Day
  /** The first day without the post; null = no end is set. */
  readonly until: Day | null
}

/** What the parties confirm: which version, from when, and the hash of its document. */
export interface ConfirmedVersion {
  readonly number: number
  readonly inForceFrom: Day | null
  readonly documentHash: string
  readonly signatures: readonly VersionSignature[]
}
