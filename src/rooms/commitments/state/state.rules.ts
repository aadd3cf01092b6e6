import type { DayNumber } from '../../../platform/day-number.ts'
import type { Rule, Term } from '../notation.ts'
import { type Cadence, cadenceOf } from './cadence.rules.ts'
import { type Period, periodsOf, type Validity } from './periods.rules.ts'
import type { EvidenceDay, HoldBack, Standing } from './state.ts'
import { validityWithin } from './validity.rules.ts'

/** A promise's rules laid over its validity once; then any day can be asked. */
export interface Plan {
  readonly validity: Validity
  readonly ways: readonly Way[]
}

/** One rule with its alternatives: any of them keeps it. */
type Way = readonly Course[]

interface Course {
  readonly cadence: Cadence
  readonly periods: readonly Period[]
  /** One in so many may lack where the promise is hedged; null where it is not. */
  readonly oneIn: number | null
  readonly validity: Validity
}

/** Hedged promises ("ca.", "typisk", "som udgangspunkt") may lack one in ten. */
const hedgedOneIn = 10

const hedges: ReadonlySet<string> = new Set(['APPROX', 'TYPICAL', 'DEFAULT', 'EXPECTED'])

/** Lays a promise's rules over the agreement's validity. A promise without rules has one that cannot be measured. */
export const planOf = (rules: readonly Rule[], validity: Validity): Plan => ({
  validity,
  ways: (rules.length === 0 ? [{ terms: [], alternatives: [] }] : rules).map((rule) =>
    [rule.terms, ...rule.alternatives].map((terms) => courseOf(terms, validity)),
  ),
})

const courseOf = (terms: readonly Term[], agreed: Validity): Course => {
  const validity = validityWithin(terms, agreed)
  const cadence = cadenceOf(terms)
  return {
    cadence,
    periods: periodsOf(cadence, validity),
    oneIn: terms.some((term) => hedges.has(term.key)) ? hedgedOneIn : null,
    validity,
  }
}

/**
 * How a promise stands at the end of a day, from its plan and the evidence dated until then. Pure; linear in periods and evidence.
 * `evidence` is in order of days. Evidence dated after the day is not looked at.
 */
export const standingOn = (plan: Plan, evidence: readonly EvidenceDay[], day: DayNumber, held?: HoldBack): Standing => {
  if (day < plan.validity.from) return bare('waiting', 'starts_later', plan.validity.from)
  const { endsAfter, waitsUntil } = held ?? notHeld
  if (endsAfter !== null && day > endsAfter) return bare('ended', 'over', null)
  if (waitsUntil !== null && day <= waitsUntil) return bare('waiting', 'held_back', waitsUntil + 1)
  const until = lastUntil(evidence, day)
  const standings = plan.ways.map((way) =>
    bestOf(way.map((course) => courseStanding(course, evidence.slice(0, until), day))),
  )
  const worst = worstOf(standings)
  return day > plan.validity.to ? { ...worst, state: 'ended' } : worst
}

const notHeld: HoldBack = { waitsUntil: null, endsAfter: null }

const bare = (state: Standing['state'], reason: Standing['reason'], nextOn: DayNumber | null): Standing => ({
  state,
  reason,
  period: null,
  expected: 0,
  found: 0,
  nextOn,
  lacking: [],
})

/** How many pieces of evidence are dated on the day or before, by halving. */
const lastUntil = (evidence: readonly EvidenceDay[], day: DayNumber): number => {
  let [low, high] = [0, evidence.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((evidence[middle]?.on ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low
}

// From the one that calls loudest for a person to the one that calls for nobody.
const gravity: readonly Standing['state'][] = [
  'broken',
  'at_risk',
  'due',
  'kept',
  'waiting',
  'on_demand',
  'unjudged',
  'ended',
]

/** Of several states, the one that calls loudest for a person. */
export const loudest = (states: readonly Standing['state'][]): Standing['state'] =>
  gravity.find((state) => states.includes(state)) ?? 'unjudged'

const worstOf = (standings: readonly Standing[]): Standing => {
  const worst = standings.toSorted((a, b) => gravity.indexOf(a.state) - gravity.indexOf(b.state))[0]
  if (worst === undefined) return bare('unjudged', 'not_measurable', null)
  return standings.length === 1
    ? worst
    : { ...worst, lacking: [...new Set(standings.flatMap(({ lacking }) => lacking))] }
}

/** Of alternatives, the one that is kept best counts; what cannot be measured counts only where nothing else can. */
const bestOf = (standings: readonly Standing[]): Standing => {
  const order: readonly Standing['state'][] = [
    'kept',
    'due',
    'at_risk',
    'broken',
    'waiting',
    'on_demand',
    'unjudged',
    'ended',
  ]
  return (
    standings.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))[0] ??
    bare('unjudged', 'not_measurable', null)
  )
}

const courseStanding = (course: Course, evidence: readonly EvidenceDay[], day: DayNumber): Standing => {
  const { cadence, periods, validity } = course
  if (cadence.kind === 'unjudged') return bare('unjudged', 'not_measurable', null)
  if (day < validity.from) return bare('waiting', 'starts_later', validity.from)
  if (cadence.kind === 'on_demand') return { ...bare('on_demand', 'used', null), found: evidence.length }
  if (periods.length === 0) return bare('unjudged', 'no_period', null)
  const found = fulfil(periods, evidence, cadence.kind === 'periodic' ? cadence.measure : 'times')
  const judged = { course, found, day }
  return limitStanding(judged) ?? brokenStanding(judged) ?? openStanding(judged)
}

interface Judged {
  readonly course: Course
  readonly found: readonly number[]
  readonly day: DayNumber
}

/**
 * Gives each piece of evidence to a period: the earliest one still lacking whose days or grace it falls in, else the one it
 * falls in. Both lists are in order of days.
 */
export const fulfil = (
  periods: readonly Period[],
  evidence: readonly EvidenceDay[],
  measure: 'times' | 'quantity',
): number[] => {
  const found = periods.map(() => 0)
  let first = 0
  for (const { on, quantity } of evidence) {
    while (first < periods.length && (periods[first]?.due ?? 0) < on) first += 1
    let inside: number | null = null
    let lacking: number | null = null
    for (let at = first; at < periods.length && (periods[at]?.from ?? 0) <= on; at++) {
      const period = periods[at]
      if (period === undefined || period.due < on) continue
      if (on <= period.to) inside = at
      if (lacking === null && (found[at] ?? 0) < period.least) lacking = at
    }
    const taker = lacking ?? inside ?? (first < periods.length && (periods[first]?.from ?? 0) <= on ? first : null)
    if (taker !== null)
      found[taker] = (found[taker] ?? 0) + (measure === 'quantity' ? quantity : Math.max(1, Math.floor(quantity)))
  }
  return found
}

const limitStanding = ({ course, found, day }: Judged): Standing | null => {
  const passed = course.periods.findLastIndex((period, at) => period.most !== null && (found[at] ?? 0) > period.most)
  const current = currentOf(course.periods, day)
  const period = course.periods[passed >= 0 ? passed : current]
  if (period === undefined || (passed < 0 && course.periods.some((one) => one.least > 0))) return null
  const shown = { period: period.label, expected: period.most ?? 0, found: found[passed >= 0 ? passed : current] ?? 0 }
  if (passed >= 0) return { ...bare('broken', 'limit_passed', null), ...shown, lacking: [period.label] }
  return { ...bare('on_demand', 'used', null), ...shown }
}

const brokenStanding = ({ course, found, day }: Judged): Standing | null => {
  const closed = course.periods.flatMap((period, at) => (period.due <= day ? [{ period, has: found[at] ?? 0 }] : []))
  const lacking = closed.filter(({ period, has }) => has < needed(period, course.oneIn))
  const allowed = course.oneIn === null ? 0 : Math.floor(closed.length / course.oneIn)
  const last = lacking.at(-1)
  if (last === undefined || (lacking.length <= allowed && last.period.least <= 1)) return null
  return {
    state: 'broken',
    reason: 'period_lacks',
    period: last.period.label,
    expected: last.period.least,
    found: last.has,
    nextOn: course.periods[currentOf(course.periods, day)]?.due ?? null,
    lacking: lacking.map(({ period }) => period.label),
  }
}

const needed = (period: Period, oneIn: number | null): number =>
  oneIn === null ? period.least : period.least - Math.floor(period.least / oneIn)

/** The period the day falls in; the last one where all are over, the first where none has begun. */
const currentOf = (periods: readonly Period[], day: DayNumber): number => {
  const at = periods.findLastIndex((period) => period.from <= day)
  return at < 0 ? 0 : at
}

const openStanding = ({ course, found, day }: Judged): Standing => {
  const open = course.periods.findIndex(
    (period, at) => period.due > day && (found[at] ?? 0) < needed(period, course.oneIn),
  )
  const current = currentOf(course.periods, day)
  const isBegun = open >= 0 && (course.periods[open]?.from ?? 0) <= day
  const at = isBegun ? open : current
  const period = course.periods[at]
  if (period === undefined) return bare('unjudged', 'no_period', null)
  const next = course.periods[open]?.due ?? null
  const shown = { period: period.label, expected: period.least, found: found[at] ?? 0, nextOn: next, lacking: [] }
  if (!isBegun) {
    const isAllToCome = !course.periods.some((one, index) => one.from <= day && one.least > 0 && index <= current)
    return isAllToCome
      ? { ...shown, state: 'due', reason: 'this_period_to_come' }
      : { ...shown, state: 'kept', reason: 'all_periods_kept' }
  }
  const risk = riskOf(period, found[at] ?? 0, day)
  if (risk) return { ...shown, state: 'at_risk', reason: risk }
  return { ...shown, state: 'due', reason: (found[at] ?? 0) > 0 ? 'this_period_begun' : 'this_period_to_come' }
}

/**
 * At risk: what is left would have to come closer together than it was promised to, by more than one turn; or nothing is planned
 * with a month to go (in shorter periods, a quarter of them).
 */
const riskOf = (period: Period, found: number, day: DayNumber): 'behind_pace' | 'next_not_planned' | null => {
  const length = period.to - period.from + 1
  const left = period.due - day
  const missing = period.least - found
  const spacing = length / period.least
  if (period.least > 1 && missing * spacing > left + spacing) return 'behind_pace'
  return left < Math.min(31, length / 4) ? 'next_not_planned' : null
}
