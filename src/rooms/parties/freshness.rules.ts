import type { Day } from '../../platform/day.ts'

/** How long ago somebody last said that an entry is right, in the largest unit that is whole. */
export type Freshness =
  | { readonly kind: 'never' }
  | { readonly kind: 'today' }
  | { readonly kind: 'days' | 'months' | 'years'; readonly count: number }

/** How fresh an entry is, seen from a day. */
export const freshnessOf = (confirmedOn: Day | null, day: Day): Freshness => {
  if (confirmedOn === null) return { kind: 'never' }
  const { years, months, days } = confirmedOn.until(day, { largestUnit: 'years' })
  if (years > 0) return { kind: 'years', count: years }
  if (months > 0) return { kind: 'months', count: months }
  return days <= 0 ? { kind: 'today' } : { kind: 'days', count: days }
}
