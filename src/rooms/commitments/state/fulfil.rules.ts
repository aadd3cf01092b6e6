import type { Measure } from './cadence.rules.ts'
import type { Period } from './periods.rules.ts'
import type { EvidenceDay } from './state.ts'

/** Evidence as the rules want it: in order of days, so that the order it was written down in does not matter. */
export const inOrderOfDays = (evidence: readonly EvidenceDay[]): EvidenceDay[] =>
  evidence.toSorted((a, b) => a.on - b.on || a.quantity - b.quantity)

/** How many pieces of evidence are dated on the day or before, by halving. */
export const countUntil = (evidence: readonly EvidenceDay[], day: number): number => {
  let [low, high] = [0, evidence.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((evidence[middle]?.on ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** What one piece of evidence counts for. A meeting is at least one meeting. */
const worthOf = (quantity: number, measure: Measure): number =>
  measure === 'quantity' ? quantity : measure === 'pieces' ? 1 : Math.max(1, Math.floor(quantity))

interface Counted {
  readonly evidence: readonly EvidenceDay[]
  /** How many of the evidence to count, from the first. */
  readonly until: number
  readonly measure: Measure
}

/**
 * Gives each piece of evidence to a period: the earliest one still lacking whose days or grace it falls in, else the one it
 * falls in. Both lists are in order of days; each is walked once. Answers with what each period has.
 */
export const fulfil = (periods: readonly Period[], { evidence, until, measure }: Counted): number[] => {
  const found = Array.from({ length: periods.length }, () => 0)
  let first = 0
  for (let piece = 0; piece < until; piece += 1) {
    const { on, quantity } = evidence[piece] ?? { on: 0, quantity: 0 }
    while (first < periods.length && (periods[first]?.due ?? 0) < on) first += 1
    const taker = takerOf(periods, found, first, on)
    if (taker >= 0) found[taker] = (found[taker] ?? 0) + worthOf(quantity, measure)
  }
  return found
}

const takerOf = (periods: readonly Period[], found: readonly number[], first: number, on: number): number => {
  let taker = -1
  for (let at = first; at < periods.length; at += 1) {
    const period = periods[at]
    if (period === undefined || period.from > on) break
    if (period.due < on) continue
    if ((found[at] ?? 0) < period.least) return at
    if (taker < 0 || on <= period.to) taker = at
  }
  return taker
}
