import type { CommitmentKind } from '../agreements/index.ts'

/** A promise of a version in force, as read and confirmed. `within` is where its text stands in the activity's section. */
export interface Commitment {
  readonly commitmentId: string
  readonly readingId: string
  readonly kind: CommitmentKind
  readonly text: string
  readonly owedBy: readonly string[]
  readonly owedTo: readonly string[]
  readonly notation: string
  readonly within: { readonly section: number; readonly from: number; readonly to: number } | null
  readonly sourceLine: number
}
