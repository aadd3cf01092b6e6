import type { Day } from '../../platform/day.ts'
import type { OtherActivity } from '../agreements/index.ts'

/** Days from and including `from`, to and including `to`; null = no end on that side. */
interface Days {
  readonly from: Day | null
  readonly to: Day | null
}

/** A side agreement's own term, as the document tells it: days as text, both included; null = no end on that side. */
export type SideTerm = OtherActivity['validDuring']

/**
 * The days a side agreement is in force: its own term within the days of the agreement it stands in; its own alone where it lies outside
 * them. Without a term of its own it follows the agreement.
 */
export const withinTerm = (agreed: Days, term: SideTerm): Days => {
  if (term === null) return agreed
  const own = { from: dayIn(term.from), to: dayIn(term.to) }
  const from = later(agreed.from, own.from)
  const to = earlier(agreed.to, own.to)
  return from !== null && to !== null && Temporal.PlainDate.compare(from, to) > 0 ? own : { from, to }
}

/** Where a day lies to a side agreement's term; null where it has none of its own. */
export const sideStanding = (term: SideTerm, day: Day): 'begins' | 'runs' | 'ended' | null => {
  const { from, to } = { from: dayIn(term?.from ?? null), to: dayIn(term?.to ?? null) }
  if (from === null && to === null) return null
  if (from !== null && Temporal.PlainDate.compare(day, from) < 0) return 'begins'
  return to !== null && Temporal.PlainDate.compare(day, to) > 0 ? 'ended' : 'runs'
}

const dayIn = (text: string | null): Day | null => (text === null ? null : Temporal.PlainDate.from(text))

const later = (one: Day | null, other: Day | null): Day | null => {
  if (one === null || other === null) return one ?? other
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one
}

const earlier = (one: Day | null, other: Day | null): Day | null => {
  if (one === null || other === null) return one ?? other
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other
}
