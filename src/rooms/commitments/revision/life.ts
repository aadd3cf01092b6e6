import type { Day } from '../../../platform/day.ts'
import type { AgreementDocument, StandingClause } from '../../agreements/index.ts'
import type { Commitment, CommitmentReading } from '../commitment.ts'

/** Where a promise's words stand: in a section of its activity, from and to in its text. */
export type Within = Commitment['within']

/** A correction as it was made. */
export interface LifeCorrection {
  readonly reading: CommitmentReading
  readonly within: { readonly from: number; readonly to: number } | null
  readonly isWithdrawn: boolean
  readonly correctedBy: string
  readonly correctedAt: Temporal.Instant
}

/** A promise with all that was ever said of it in its version: as read, and each correction in turn. */
export interface Life {
  readonly lineageId: string
  readonly readingId: string
  readonly read: CommitmentReading
  readonly readWithin: Within
  readonly corrections: readonly LifeCorrection[]
  readonly sourceLine: number
  readonly origin: Commitment['origin']
  readonly enteredBy: string | null
  readonly enteredAt: Temporal.Instant | null
  /** Null = since its version began. */
  readonly judgedFrom: Day | null
}

/** A promise of the next version. One that continues none has no lineage yet. */
export interface CarriedLife extends Omit<Life, 'lineageId'> {
  readonly lineageId: string | null
}

/** A version as far as its promises are carried: its text, its clauses, its promises and its first day. */
export interface LivingVersion {
  readonly document: AgreementDocument
  readonly clauses: readonly StandingClause[]
  readonly lives: readonly Life[]
  readonly from: Day | null
}

/** How a promise reads now: as last corrected. */
export const currentReading = (life: Pick<Life, 'read' | 'corrections'>): CommitmentReading =>
  life.corrections.at(-1)?.reading ?? life.read

export const isWithdrawn = (life: Pick<Life, 'corrections'>): boolean => life.corrections.at(-1)?.isWithdrawn ?? false

/** Where it stands now: a correction by hand may have moved it within its section. */
export const currentWithin = ({ readWithin, corrections }: Pick<Life, 'readWithin' | 'corrections'>): Within => {
  const last = corrections.at(-1)
  if (last === undefined || readWithin === null) return readWithin
  return last.within === null ? null : { section: readWithin.section, ...last.within }
}
