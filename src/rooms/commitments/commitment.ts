import type { DaySpan } from '../../platform/database/index.ts'
import type { CommitmentKind } from '../agreements/index.ts'

/** A promise of a version in force, as read and then as last corrected. `within` is where its text stands in the activity's section. */
export interface Commitment {
  readonly commitmentId: string
  readonly agreementVersionId: string
  /** The activity's id, a slash and its number: `a3.1/k2`. */
  readonly readingId: string
  readonly kind: CommitmentKind
  readonly text: string
  readonly owedBy: readonly string[]
  readonly owedTo: readonly string[]
  readonly notation: string
  readonly within: { readonly section: number; readonly from: number; readonly to: number } | null
  readonly sourceLine: number
  readonly origin: 'read' | 'split' | 'by_hand'
  /** How many times people have corrected it; 0 = as it was read. */
  readonly corrections: number
}

/** A promise with where it belongs, for lists over several agreements. */
export interface PlacedCommitment extends Commitment {
  readonly slug: string
  readonly agreement: string
  readonly activity: string
  readonly inForceDuring: DaySpan
}

/** What a person may correct of a promise. */
export interface CommitmentReading {
  readonly kind: CommitmentKind
  readonly text: string
  readonly owedBy: readonly string[]
  readonly owedTo: readonly string[]
  readonly notation: string
}

/** One reading of a promise: number 0 is what was read, the rest are corrections in turn. */
export interface ReadingInTurn extends CommitmentReading {
  readonly number: number
  readonly isWithdrawn: boolean
  readonly correctedBy: string | null
  readonly correctedAt: Temporal.Instant | null
}

/** A piece of evidence: on a day, so much, recorded by a room about a thing in it. Cancelled evidence stays to be seen. */
export interface Evidence {
  readonly evidenceId: string
  readonly commitmentId: string
  readonly happenedOn: string
  readonly quantity: number
  readonly unit: string | null
  readonly room: string
  readonly thingId: string | null
  readonly isCancelled: boolean
  readonly recordedBy: string
  readonly recordedAt: Temporal.Instant
  readonly note: string | null
  readonly link: string | null
}
