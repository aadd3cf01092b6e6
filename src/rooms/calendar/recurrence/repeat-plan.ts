import type { Day } from '../../../platform/day.ts'
import type { Rule } from './rule.ts'

/** What a person says of how something repeats. */
export interface RepeatPlan {
  /** The whole rhythm, with months left out and the last day: what is exported. */
  readonly rule: Rule
  /** `null` where no time was said; the end too. */
  readonly startTime: Temporal.PlainTime | null
  readonly endTime: Temporal.PlainTime | null
  /** The first day it may happen. */
  readonly from: Day | null
  /** Months that were said to be left out; the rule leaves them out already. */
  readonly withoutMonths: readonly number[]
  /** Only odd or only even weeks of the year; the rule names them already. */
  readonly weekParity: 'odd' | 'even' | null
  /** Not in the schools' holidays, which the rule does not know of. */
  readonly schoolWeeksOnly: boolean
  /** Words of weight that were not understood, as they were written: to be asked about. */
  readonly unread: readonly string[]
}
