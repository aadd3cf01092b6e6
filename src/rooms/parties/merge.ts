/** What can be merged. */
export type MergeKind = 'organisation' | 'unit' | 'post' | 'plan' | 'person'

export const mergeKinds: readonly MergeKind[] = ['organisation', 'unit', 'post', 'plan', 'person']

/** Which two are one: what is kept, and what becomes another name for it. */
export interface ToMerge {
  readonly kind: MergeKind
  readonly keptId: string
  readonly lostId: string
}

/** A merge that was made. */
export interface Merge extends ToMerge {
  readonly mergeId: string
  readonly keptName: string
  readonly lostName: string
  readonly mergedAt: Temporal.Instant
  readonly undoneAt: Temporal.Instant | null
}

/** Something that may be merged. */
export interface Mergeable {
  readonly id: string
  readonly name: string
  /** Null for a plan and a person, who are of no one organisation. */
  readonly organisationId: string | null
}

type Cells = Readonly<Record<string, unknown>>

/** A row a merge touched. `was` null: it was added; `became` null: it is no more. */
export interface MergeMove {
  readonly tableName: string
  readonly was: Cells | null
  readonly became: Cells | null
}

/** What a merge moves, for a person to read. */
export interface MergeOutcome {
  readonly postsMoved: number
  /** How many holdings of posts go to another person. */
  readonly holdings: number
  /** Titles of posts that became one with a post of the same title. */
  readonly postsMadeOne: readonly string[]
  /** Titles of posts that stay beside one of the same title, since two people hold them at once: as they are called afterwards. */
  readonly postsBesideEachOther: readonly string[]
  readonly unitsMoved: number
  readonly unitsMadeOne: number
  readonly agreements: number
  readonly drafts: number
  readonly proposals: number
  readonly signatures: number
  readonly names: readonly string[]
}
