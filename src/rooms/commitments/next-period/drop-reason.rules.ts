import { findTerm, parseNotation } from '../notation.ts'
import type { Standing } from '../state/state.ts'
import type { DropReason } from './next-period.ts'

interface Judged {
  readonly notation: string
  readonly standing: Standing
  /** How often there was evidence of it. */
  readonly times: number
  /** Whether a reservation it hangs on does not come along. */
  readonly hangsOnLapsed: boolean
}

/** Why a promise may be left behind, the weightiest reason first; null where it goes on as it is. */
export const dropReason = ({ notation, standing, times, hangsOnLapsed }: Judged): DropReason | null => {
  if (hangsOnLapsed) return 'reservation_ended'
  if (isOnce(notation) && standing.state === 'kept') return 'over'
  if (standing.state === 'broken' && times === 0) return 'broken_all_along'
  return standing.state === 'on_demand' && times === 0 ? 'never_used' : null
}

/** Whether it was to be done by one day and then no more. */
const isOnce = (notation: string): boolean => {
  const rules = parseNotation(notation)
  const has = (key: 'DEADLINE' | 'DATE' | 'FREQ') => rules.some((rule) => findTerm(rule, key) !== undefined)
  return (has('DEADLINE') || has('DATE')) && !has('FREQ')
}

/** What is proposed: only what cannot go on is left behind unless a person says so. */
export const isProposedKept = (reason: DropReason | null): boolean =>
  reason !== 'reservation_ended' && reason !== 'over'
