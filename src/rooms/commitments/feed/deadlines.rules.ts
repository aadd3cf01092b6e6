import type { DayNumber } from '../../../platform/day-number.ts'
import { countUntil, fulfil } from '../state/fulfil.rules.ts'
import type { EvidenceDay, HoldBack } from '../state/state.ts'
import { type Plan, standingOn } from '../state/state.rules.ts'

/** A day by which something is still to be done. */
export interface Deadline {
  /** Which of the promise's rules asks for it, from 0. */
  readonly rule: number
  /** Label of the period it closes. */
  readonly period: string
  readonly on: DayNumber
}

/** The days ahead to look at, both included. */
export interface Ahead {
  readonly from: DayNumber
  readonly to: DayNumber
}

/**
 * The deadlines ahead that lack something yet, by day, from evidence dated until the first day. Where alternatives would keep a rule, its
 * first counts. Deadlines that a reservation holds back, or that come after a promise ended, are left out.
 */
export const openDeadlines = (
  plan: Plan,
  evidence: readonly EvidenceDay[],
  ahead: Ahead,
  held: readonly HoldBack[] = [],
): Deadline[] =>
  plan.ways
    .flatMap((way, rule) =>
      way.slice(0, 1).flatMap(({ cadence, periods }) => {
        if (cadence.kind === 'on_demand' || cadence.kind === 'unjudged') return []
        const measure = cadence.kind === 'periodic' ? cadence.measure : cadence.kind === 'once' ? 'times' : 'quantity'
        const found = fulfil(periods, { evidence, until: countUntil(evidence, ahead.from), measure })
        return periods.flatMap(({ label, due, least }, at) => {
          const isOpen = due >= ahead.from && due <= ahead.to && least > 0 && (found[at] ?? 0) < least
          return isOpen && !isHeldBack(plan, due, held) ? [{ rule, period: label, on: due }] : []
        })
      }),
    )
    .toSorted((a, b) => a.on - b.on)

const isHeldBack = (plan: Plan, day: DayNumber, held: readonly HoldBack[]): boolean => {
  if (held.length === 0) return false
  const { state } = standingOn({ ...plan, ways: [] }, [], day, held)
  return state === 'waiting' || state === 'ended'
}
