import type { DayNumber } from '../../../platform/day-number.ts'
import type { CommitmentKind } from '../../agreements/index.ts'
import type { Rule, Term } from '../notation.ts'
import { type Cadence, cadenceOf } from './cadence.rules.ts'
import { countUntil, fulfil } from './fulfil.rules.ts'
import { bestOf, worstOf } from './gravity.rules.ts'
import { type Period, periodsOf, type Validity } from './periods.rules.ts'
import type { EvidenceDay, HoldBack, Standing } from './state.ts'
import { validityWithin } from './validity.rules.ts'

export { loudest } from './gravity.rules.ts'

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
  /** Whether any period asks for something, and whether any sets a limit. */
  readonly isAsked: boolean
  readonly isLimited: boolean
}

/** Hedged promises ("ca.", "typisk", "som udgangspunkt") may lack one in ten. */
const hedgedOneIn = 10

const hedges: ReadonlySet<string> = new Set(['APPROX', 'TYPICAL', 'DEFAULT', 'EXPECTED'])

/** Lays a promise's rules over the agreement's validity. A promise without rules has one that cannot be measured. */
export const planOf = (rules: readonly Rule[], validity: Validity, kind: CommitmentKind = 'task'): Plan => ({
  validity,
  ways: (rules.length === 0 ? [{ terms: [], alternatives: [] }] : rules).map((rule) =>
    [rule.terms, ...rule.alternatives].map((terms) => courseOf(terms, validity, kind)),
  ),
})

const courseOf = (terms: readonly Term[], agreed: Validity, kind: CommitmentKind): Course => {
  const validity = validityWithin(terms, agreed)
  const cadence = cadenceOf(terms, kind)
  const periods = periodsOf(cadence, validity)
  return {
    cadence,
    periods,
    oneIn: terms.some((term) => hedges.has(term.key)) ? hedgedOneIn : null,
    validity,
    isAsked: periods.some(({ least }) => least > 0),
    isLimited: periods.some(({ most }) => most !== null),
  }
}

/**
 * How a promise stands at the end of a day, from its plan and the evidence dated until then. Pure; linear in periods and evidence.
 * `evidence` is in order of days (`inOrderOfDays`). Evidence dated after the day is not looked at. `held` are the reservations it hangs on.
 */
export const standingOn = (
  plan: Plan,
  evidence: readonly EvidenceDay[],
  day: DayNumber,
  held: readonly HoldBack[] = [],
): Standing => {
  if (day < plan.validity.from) return bare('waiting', 'starts_later', plan.validity.from)
  const heldBack = heldStanding(plan, day, held)
  if (heldBack) return heldBack
  const until = countUntil(evidence, day)
  const asked = { evidence, until, day }
  const worst = worstOf(plan.ways.map((way) => bestOf(way.map((course) => courseStanding(course, asked)))))
  return day > plan.validity.to ? { ...worst, state: 'ended', nextOn: null } : worst
}

/** What the reservations make of it: ended by any of them, else waiting for any of them, else nothing. */
const heldStanding = ({ validity }: Plan, day: DayNumber, held: readonly HoldBack[]): Standing | null => {
  const isSettled = ({ settledOn }: HoldBack) => settledOn !== null && day >= settledOn
  if (held.some((one) => isSettled(one) && one.endsAfter !== null && day > one.endsAfter))
    return bare('ended', 'over', null)
  const waits = held.some((one) => !isSettled(one) && one.waitsAfter !== null && day > one.waitsAfter)
  if (!waits) return null
  return day > validity.to ? bare('ended', 'over', null) : bare('waiting', 'held_back', null)
}

const bare = (state: Standing['state'], reason: Standing['reason'], nextOn: DayNumber | null): Standing => ({
  state,
  reason,
  period: null,
  expected: 0,
  found: 0,
  nextOn,
  lacking: [],
})

interface Asked {
  readonly evidence: readonly EvidenceDay[]
  readonly until: number
  readonly day: DayNumber
}

const courseStanding = (course: Course, { evidence, until, day }: Asked): Standing => {
  const { cadence, periods, validity } = course
  if (cadence.kind === 'unjudged') return bare('unjudged', 'not_measurable', null)
  if (day < validity.from && validity.from <= validity.to) return bare('waiting', 'starts_later', validity.from)
  if (cadence.kind === 'on_demand') return { ...bare('on_demand', 'used', null), found: until }
  if (!course.isAsked && !course.isLimited) {
    const asksNothing = cadence.kind !== 'once' && cadence.least === 0
    return bare('unjudged', asksNothing ? 'not_measurable' : 'no_period', null)
  }
  const measure = cadence.kind === 'periodic' ? cadence.measure : cadence.kind === 'once' ? 'times' : 'quantity'
  const judged = { course, found: fulfil(periods, { evidence, until, measure }), day }
  return limitStanding(judged) ?? brokenStanding(judged) ?? openStanding(judged)
}

interface Judged {
  readonly course: Course
  readonly found: readonly number[]
  readonly day: DayNumber
}

/** A limit is broken when it is passed; one that nothing is asked beside is otherwise only used. */
const limitStanding = ({ course, found, day }: Judged): Standing | null => {
  if (!course.isLimited) return null
  const { periods, isAsked } = course
  const passed = periods.findLastIndex((period, at) => period.most !== null && (found[at] ?? 0) > period.most)
  if (passed < 0 && isAsked) return null
  const at = passed >= 0 ? passed : currentOf(periods, day)
  const period = periods[at]
  if (period === undefined) return null
  const most = period.most !== null && Number.isFinite(period.most) ? period.most : 0
  const shown = { period: period.label, expected: most, found: found[at] ?? 0 }
  if (passed >= 0) return { ...bare('broken', 'limit_passed', null), ...shown, lacking: [period.label] }
  return { ...bare('on_demand', 'used', null), ...shown }
}

const brokenStanding = ({ course, found, day }: Judged): Standing | null => {
  const { periods, oneIn } = course
  let [closed, last] = [0, -1]
  const lacking: string[] = []
  for (const [at, period] of periods.entries()) {
    if (period.due > day) continue
    if (period.least > 0) closed += 1
    if ((found[at] ?? 0) >= needed(period, oneIn)) continue
    lacking.push(period.label)
    last = at
  }
  const period = periods[last]
  if (period === undefined) return null
  // What is counted in tens loosens within each period, the rest by one period in ten: never both.
  const allowed = oneIn === null || period.least >= oneIn ? 0 : Math.floor(closed / oneIn)
  if (lacking.length <= allowed) return null
  return {
    state: 'broken',
    reason: 'period_lacks',
    period: period.label,
    expected: period.least,
    found: found[last] ?? 0,
    nextOn: nextDueOf(periods, day),
    lacking,
  }
}

const needed = (period: Period, oneIn: number | null): number =>
  oneIn === null ? period.least : period.least - Math.floor(period.least / oneIn)

/** The next day a period that asks for something is due; null where none is left. */
const nextDueOf = (periods: readonly Period[], day: DayNumber): DayNumber | null =>
  periods.find((period) => period.due > day && period.least > 0)?.due ?? null

/** The period the day falls in; the last one where all are over, the first where none has begun. */
const currentOf = (periods: readonly Period[], day: DayNumber): number => {
  const at = periods.findLastIndex((period) => period.from <= day)
  return at < 0 ? 0 : at
}

const openStanding = ({ course, found, day }: Judged): Standing => {
  const { periods, oneIn } = course
  const open = periods.findIndex((period, at) => period.due > day && (found[at] ?? 0) < needed(period, oneIn))
  const current = currentOf(periods, day)
  const isBegun = open >= 0 && (periods[open]?.from ?? 0) <= day
  const at = isBegun ? open : current
  const period = periods[at]
  if (period === undefined) return bare('unjudged', 'no_period', null)
  const has = found[at] ?? 0
  const next = periods[open]?.due ?? null
  const shown = { period: period.label, expected: period.least, found: has, nextOn: next, lacking: [] }
  if (!isBegun) {
    const isAllToCome = !periods.some((one, index) => one.from <= day && one.least > 0 && index <= current)
    return isAllToCome
      ? { ...shown, state: 'due', reason: 'this_period_to_come' }
      : { ...shown, state: 'kept', reason: 'all_periods_kept' }
  }
  if (hasPace(course.cadence) && isBehind(period, needed(period, oneIn) - has, day))
    return { ...shown, state: 'at_risk', reason: 'behind_pace' }
  if (isNearlyOver(period, day)) return { ...shown, state: 'at_risk', reason: 'next_not_planned' }
  return { ...shown, state: 'due', reason: has > 0 ? 'this_period_begun' : 'this_period_to_come' }
}

/** A whole told for all the years together says nothing of how it is spread over them. */
const hasPace = (cadence: Cadence): boolean => cadence.kind !== 'total' || cadence.year !== null

/** What is left would have to come closer together than promised, by more than one turn or, where much is counted, a quarter of the period. */
const isBehind = (period: Period, missing: number, day: DayNumber): boolean => {
  const length = period.to - period.from + 1
  const spacing = length / period.least
  return period.least > 1 && missing * spacing > period.due - day + Math.max(spacing, length / 4)
}

/** There is a month to go; in shorter periods, a quarter of them. */
const isNearlyOver = (period: Period, day: DayNumber): boolean =>
  period.due - day < Math.min(31, (period.to - period.from + 1) / 4)
