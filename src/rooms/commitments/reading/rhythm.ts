import { findTerm } from '../notation.ts'
import type { Rule } from '../notation.ts'

const rhythmKeys = [
  'FREQ',
  'COUNT_PER_PERIOD',
  'BYDAY',
  'PAYMENT',
  'AMOUNT',
  'NOTICE',
  'DEADLINE',
  'DEADLINE_REL',
  'SESSION',
  'ROTATION',
  'TIME',
] as const

type RhythmKey = (typeof rhythmKeys)[number] | 'SHARE'

/** Whether the rules hold one of these keys. */
export const hasAnyOf = (rules: readonly Rule[], keys: readonly RhythmKey[]): boolean =>
  rules.some((rule) => keys.some((key) => findTerm(rule, key) !== undefined))

/** Whether the rules tell how often, when, or how much per period; a bare number does not. */
export const hasRhythm = (rules: readonly Rule[]): boolean =>
  hasAnyOf(rules, rhythmKeys) || rules.some((rule) => findTerm(rule, 'QUANTITY')?.value.includes('/') === true)

/** Whether the rules hold a number of something. */
export const hasCount = (rules: readonly Rule[]): boolean =>
  rules.some((rule) => findTerm(rule, 'QUANTITY') !== undefined)
