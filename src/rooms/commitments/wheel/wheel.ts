import type { DayNumber } from '../../../platform/day-number.ts'
import type { PlacedCommitment } from '../commitment.ts'
import type { CommitmentState } from '../state/state.ts'

/**
 * How a thing stands in the year: the stretch of days it is in, a window it happens some time within (a quarter, a half), a day it is due
 * by, or money that falls due.
 */
export type Shape = 'stretch' | 'window' | 'deadline' | 'payment'

/** One time a promise falls in the year. Days are day numbers, both ends included and within the year. */
export interface Occurrence {
  readonly shape: Shape
  readonly from: DayNumber
  readonly to: DayNumber
  /** The period it is judged by, as the states label it (`2026-Q1`); null where the whole promise is shown. */
  readonly period: string | null
  readonly state: CommitmentState
}

/** What comes round all through the year, or once in it without saying when. */
export type Beat = 'week' | 'fortnight' | 'month' | 'two_months' | 'anytime'

/** A promise that runs through the year, with the days of the year it applies to. */
export interface Rhythm {
  readonly beat: Beat
  readonly from: DayNumber
  readonly to: DayNumber
  /** Months without it, from 1. */
  readonly exceptMonths: readonly number[]
  readonly state: CommitmentState
}

/** Where a promise stands in the year: the times it falls, and the rhythms it keeps. Both empty = it has no place in it. */
export interface Placing {
  readonly occurrences: readonly Occurrence[]
  readonly rhythms: readonly Rhythm[]
}

/** A promise placed in the year, with what the wheel and its table call it. */
export interface WheelPromise extends Placing {
  /** Its number in the wheel and the table, from 1, in the order of the year. */
  readonly number: number
  readonly commitment: PlacedCommitment
  readonly name: string
  /** How what runs through the year stands; where nothing does, how the promise stands. */
  readonly state: CommitmentState
}

/** A ring of the wheel: a focus area, an activity or a party, and its promises. */
export interface Ring {
  readonly name: string
  readonly promises: readonly WheelPromise[]
}
