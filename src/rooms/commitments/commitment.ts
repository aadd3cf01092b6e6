import type { DaySpan } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
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
  /** What it shares with the promises it continues in earlier versions, and with those that continue it. */
  readonly lineageId: string
  /** The days its version is in force; `meantDuring` the days it was to be, where the next came before its end. */
  readonly inForceDuring: DaySpan
  readonly meantDuring: DaySpan | null
  /** Where it is the same promise as in the version before: the day since when it is judged. Null = since its version began. */
  readonly judgedFrom: Day | null
}

/** A promise with where it belongs, for lists over several agreements. */
export interface PlacedCommitment extends Commitment {
  readonly slug: string
  readonly agreement: string
  readonly activity: string
  /** Its version's number. */
  readonly version: number
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
