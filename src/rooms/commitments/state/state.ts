import type { DayNumber } from '../../../platform/day-number.ts'

export type CommitmentState = 'kept' | 'due' | 'at_risk' | 'broken' | 'waiting' | 'on_demand' | 'unjudged' | 'ended'

/** Work that was done: on a day, so much of it. */
export interface EvidenceDay {
  readonly on: DayNumber
  readonly quantity: number
}

/**
 * A reservation a promise hangs on. After `waitsAfter` the promise waits until somebody has settled the reservation; from `settledOn`
 * on it goes on as before, or has ended after `endsAfter`. On days before it was settled it stands as it stood then.
 */
export interface HoldBack {
  /** The reservation's own day; null where it has none, and the promise is judged as usual until somebody settles it. */
  readonly waitsAfter: DayNumber | null
  readonly settledOn: DayNumber | null
  /** The last day it applied, where it was settled that way; null where it goes on. */
  readonly endsAfter: DayNumber | null
}

/** Why a promise stands as it does; the words come from state.texts. */
export type StateReason =
  | 'starts_later'
  | 'held_back'
  | 'over'
  | 'all_periods_kept'
  | 'this_period_to_come'
  | 'this_period_begun'
  | 'behind_pace'
  | 'next_not_planned'
  | 'period_lacks'
  | 'limit_passed'
  | 'used'
  | 'not_measurable'
  | 'no_period'

/** How a promise stands on a day: its state, the period it is judged by, and the numbers it is judged on. */
export interface Standing {
  readonly state: CommitmentState
  readonly reason: StateReason
  /** Label of the latest closed or current period; null where there is none. */
  readonly period: string | null
  readonly expected: number
  readonly found: number
  /** The next day something falls due, as a day number; null where nothing does. */
  readonly nextOn: DayNumber | null
  /** Labels of closed periods that lack evidence, oldest first. */
  readonly lacking: readonly string[]
}
