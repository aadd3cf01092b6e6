import type { DayNumber } from '../../../platform/day-number.ts'

export type CommitmentState = 'kept' | 'due' | 'at_risk' | 'broken' | 'waiting' | 'on_demand' | 'unjudged' | 'ended'

/** Work that was done: on a day, so much of it. */
export interface EvidenceDay {
  readonly on: DayNumber
  readonly quantity: number
}

/** What holds a promise back: until a day it waits, or from a day on it no longer applies. */
export interface HoldBack {
  readonly waitsUntil: DayNumber | null
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
