import type { DayNumber } from '../../../platform/day-number.ts'
import type { Period, Validity } from '../state/periods.rules.ts'
import type { CommitmentState, Standing } from '../state/state.ts'
import type { TracedPeriod } from '../state/trace.rules.ts'

/** How a promise stands on a day, and its periods begun until then with what was found in each. */
export interface JudgedUntil {
  readonly standing: Standing
  readonly traced: readonly TracedPeriod[]
  readonly day: DayNumber
}

/** States that no count settles. */
const uncounted: ReadonlySet<CommitmentState> = new Set(['ended', 'on_demand', 'unjudged'])

/** How one period stands: what was found in it says it, and the promise's own standing where that is not settled by counting. */
export const stateOfPeriod = (period: Period, { standing, traced, day }: JudgedUntil): CommitmentState => {
  if (standing.state === 'waiting') return 'waiting'
  if (standing.lacking.includes(period.label)) return 'broken'
  const found = traced.find((one) => one.label === period.label && one.from === period.from)
  if (found !== undefined && found.found >= period.least && period.least > 0) return 'kept'
  if (uncounted.has(standing.state)) return standing.state
  // Closed, short of what was promised and yet not lacking: the promise is hedged.
  if (found?.isClosed === true) return 'kept'
  const isAtRisk = standing.state === 'at_risk' && standing.period === period.label
  return isAtRisk && period.from <= day ? 'at_risk' : 'due'
}

/** How a promise of many periods stands in a stretch of days: broken where one of them lacks something, still due where none has begun. */
export const stateWithin = ({ from, to }: Validity, { standing, traced, day }: JudgedUntil): CommitmentState => {
  if (standing.state === 'waiting') return 'waiting'
  const begun = traced.filter((period) => period.from <= to && period.to >= from && period.least > 0)
  if (begun.some(({ label }) => standing.lacking.includes(label))) return 'broken'
  const isMet = begun.length > 0 && begun.every(({ found, least }) => found >= least)
  if (uncounted.has(standing.state)) return isMet ? 'kept' : standing.state
  if (from > day) return 'due'
  const isNow = to > day
  if (isNow && standing.state !== 'broken') return standing.state
  return isMet || (!isNow && begun.length > 0) ? 'kept' : 'due'
}
