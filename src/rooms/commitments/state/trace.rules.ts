import type { DayNumber } from '../../../platform/day-number.ts'
import { countUntil, fulfil } from './fulfil.rules.ts'
import type { EvidenceDay } from './state.ts'
import type { Plan } from './state.rules.ts'

/** One period of a promise with what was asked and found: what the numbers on a page are made of. */
export interface TracedPeriod {
  readonly label: string
  readonly from: DayNumber
  readonly to: DayNumber
  readonly least: number
  readonly most: number | null
  readonly found: number
  readonly isClosed: boolean
}

/** The periods of each rule until the one the day falls in, the newest first, from evidence dated until the day. */
export const tracePeriods = (plan: Plan, evidence: readonly EvidenceDay[], day: DayNumber): TracedPeriod[] =>
  plan.ways
    .flatMap((way) => way.slice(0, 1))
    .flatMap(({ cadence, periods }) => {
      if (cadence.kind === 'on_demand' || cadence.kind === 'unjudged') return []
      const measure = cadence.kind === 'periodic' ? cadence.measure : cadence.kind === 'once' ? 'times' : 'quantity'
      const found = fulfil(periods, { evidence, until: countUntil(evidence, day), measure })
      return periods.flatMap((period, at) => {
        const { label, from, to, least } = period
        if (from > day) return []
        const most = period.most !== null && Number.isFinite(period.most) ? period.most : null
        return [{ label, from, to, least, most, found: found[at] ?? 0, isClosed: period.due <= day }]
      })
    })
    .toReversed()
