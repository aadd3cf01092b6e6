import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'

/** Something whose time has come. */
export interface DueThing {
  /** The noun: `consent`. With `ref`, what a legal hold names. */
  readonly thing: string
  readonly ref: string
  /** The person whose record it is part of: a hold on them holds it too. */
  readonly about: string | null
}

/**
 * How one room finds and deletes what it has kept long enough for one purpose. How long stands in `deletion_rule`; the application puts
 * the rooms' clocks in one list, and runs them every night as the program.
 */
export interface DeletionClock {
  readonly purpose: string
  /** What was last counted from before the day. */
  listDue(tx: ReadTx, before: Day): Promise<DueThing[]>
  /** Deletes those of them, and answers how many rows of the purpose went. */
  deleteDue(tx: WriteTx, refs: readonly string[], before: Day): Promise<number>
}

/** A rule for how long something is kept, as it holds from a day to a day. */
export interface DeletionRule {
  readonly purpose: string
  readonly keptFor: Temporal.Duration
  readonly countedFrom: { readonly da: string; readonly en: string }
  /** The legal basis in words. */
  readonly basis: { readonly da: string; readonly en: string }
}

/** Keeps something from being deleted, for a reason. */
export interface LegalHold {
  readonly legalHoldId: string
  readonly thing: string
  /** An id, or `*` for everything of the kind. */
  readonly ref: string
  readonly reason: string
  readonly setBy: string
  readonly setAt: Temporal.Instant
  readonly liftedAt: Temporal.Instant | null
}
