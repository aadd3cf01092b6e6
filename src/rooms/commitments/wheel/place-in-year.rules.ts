import { civilDate, type DayNumber, dayNumber, parseDayNumber } from '../../../platform/day-number.ts'
import type { CommitmentKind } from '../../agreements/index.ts'
import type { Rule, Term } from '../notation.ts'
import type { Cadence } from '../state/cadence.rules.ts'
import type { Period, Validity } from '../state/periods.rules.ts'
import type { Standing } from '../state/state.ts'
import type { Plan } from '../state/state.rules.ts'
import type { TracedPeriod } from '../state/trace.rules.ts'
import { stateOfPeriod, stateWithin } from './state-in-year.rules.ts'
import type { Beat, Occurrence, Placing, Rhythm } from './wheel.ts'

/** A promise laid over its agreement's days, and how it stands on the day that is asked. */
export interface Judgement {
  readonly kind: CommitmentKind
  readonly rules: readonly Rule[]
  readonly plan: Plan
  readonly standing: Standing
  /** The periods begun until the day, with what was found in each. */
  readonly traced: readonly TracedPeriod[]
  readonly day: DayNumber
}

type Periodic = Extract<Cadence, { kind: 'periodic' }>

interface Course {
  readonly cadence: Cadence
  readonly periods: readonly Period[]
  readonly terms: readonly Term[]
  /** The days of the year it applies to. */
  readonly within: Validity
}

/** The first and last day of a year. */
export const daysOfYear = (year: number): Validity => ({
  from: dayNumber(year, 1, 1),
  to: dayNumber(year + 1, 1, 1) - 1,
})

/** Where a promise stands in a year: the first of its alternatives counts, as in its trace. Pure. */
export const placeInYear = (judgement: Judgement, year: number): Placing => {
  const days = daysOfYear(year)
  const placings = judgement.plan.ways.flatMap((way, at) => {
    const course = way[0]
    if (course === undefined) return []
    const within = overlap(course.validity, days)
    if (within === null) return []
    const terms = judgement.rules[at]?.terms ?? []
    return [placeCourse({ cadence: course.cadence, periods: course.periods, terms, within }, judgement)]
  })
  return {
    occurrences: placings
      .flatMap(({ occurrences }) => occurrences)
      .toSorted((one, other) => one.from - other.from || one.to - other.to),
    rhythms: placings.flatMap(({ rhythms }) => rhythms),
  }
}

const none: Placing = { occurrences: [], rhythms: [] }

const overlap = (one: Validity, other: Validity): Validity | null => {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)]
  return from <= to ? { from, to } : null
}

const placeCourse = (course: Course, judgement: Judgement): Placing => {
  const { cadence } = course
  if (cadence.kind === 'once') {
    // A year alone is no place in it.
    const isYear = /^\d{4}$/.test(dateOf(course.terms)) && !isDeadline(course)
    if (isYear)
      return { ...none, rhythms: placeOnce(course, judgement).map(() => rhythmOf('anytime', course, judgement)) }
    return { ...none, occurrences: placeOnce(course, judgement) }
  }
  if (cadence.kind === 'total' && cadence.year !== null && course.periods.length > 0)
    return { ...none, rhythms: [rhythmOf('anytime', course, judgement)] }
  if (cadence.kind !== 'periodic') return none
  const beat = isByTheWeek(course.terms) ? 'week' : beatOf(cadence)
  if (beat !== null) {
    if (cadence.months.length > 0) return { ...none, occurrences: placeSeasons(course, cadence, judgement) }
    return { ...none, rhythms: [rhythmOf(beat, course, judgement)] }
  }
  if (cadence.unit !== 'year' || cadence.yearDays.length > 0 || cadence.stretches.length > 0)
    return { ...none, occurrences: placePeriods(course, cadence, judgement) }
  const named = namedMonth(course, judgement)
  return named === null
    ? { ...none, rhythms: [rhythmOf('anytime', course, judgement)] }
    : { ...none, occurrences: [named] }
}

const isDeadline = ({ terms }: Course): boolean => terms.some((term) => term.key === 'DEADLINE')

/** Hours a week run through the year, over whatever period they are judged. */
const isByTheWeek = (terms: readonly Term[]): boolean =>
  terms.some(({ key, value }) => key === 'QUANTITY' && value.endsWith('/WEEK'))

/** What comes oftener than every third month runs through the year; null for what falls in few enough places to be shown one by one. */
const beatOf = ({ unit, interval }: Periodic): Beat | null => {
  if (unit === 'week')
    return interval === 1 ? 'week' : interval < 4 ? 'fortnight' : interval < 8 ? 'month' : 'two_months'
  if (unit === 'month' && interval < 3) return interval === 1 ? 'month' : 'two_months'
  return null
}

const rhythmOf = (beat: Beat, { cadence, within }: Course, judgement: Judgement): Rhythm => ({
  beat,
  ...within,
  exceptMonths: cadence.kind === 'periodic' ? cadence.exceptMonths : [],
  state: stateWithin(within, judgement),
})

const placePeriods = (course: Course, cadence: Periodic, judgement: Judgement): Occurrence[] => {
  const { periods, within } = course
  const asking = periods.filter(({ least, most }) => least > 0 || most !== null)
  if (cadence.yearDays.length > 0) return placeYearDays({ ...course, periods: asking }, cadence, judgement)
  return asking.flatMap((period): Occurrence[] => {
    const seen = overlap(period, within)
    if (seen === null) return []
    const shown = { period: period.label, state: stateOfPeriod(period, judgement) }
    if (judgement.kind !== 'payment')
      return [{ shape: cadence.unit === 'year' ? 'stretch' : 'window', ...seen, ...shown }]
    // Money is for the whole period, and falls due at its end.
    return period.to > within.to ? [] : [{ shape: 'payment', from: period.to, to: period.to, ...shown }]
  })
}

/** Named days of the year, each judged by the period it lies in. */
const placeYearDays = ({ periods, within }: Course, { yearDays }: Periodic, judgement: Judgement): Occurrence[] => {
  const { year } = civilDate(within.from)
  const shape = judgement.kind === 'payment' ? 'payment' : 'deadline'
  return yearDays.flatMap(([month, day]): Occurrence[] => {
    // 29 February is the last of February in other years.
    const on = Math.min(dayNumber(year, month, day), dayNumber(year, month + 1, 1) - 1)
    const period = periods.find(({ from, to }) => from <= on && on <= to)
    if (period === undefined || on < within.from || on > within.to) return []
    return [{ shape, from: on, to: on, period: period.label, state: stateOfPeriod(period, judgement) }]
  })
}

/** What happens every week or month of a part of the year is one stretch for each run of months. */
const placeSeasons = ({ within }: Course, cadence: Periodic, judgement: Judgement): Occurrence[] => {
  const { year } = civilDate(within.from)
  const runs: [first: number, last: number][] = []
  for (const month of cadence.months.filter((one) => !cadence.exceptMonths.includes(one))) {
    const last = runs.at(-1)
    if (last && month === last[1] + 1) last[1] = month
    else runs.push([month, month])
  }
  return runs.flatMap(([first, last]): Occurrence[] => {
    const seen = overlap({ from: dayNumber(year, first, 1), to: dayNumber(year, last + 1, 1) - 1 }, within)
    return seen === null ? [] : [{ shape: 'stretch', ...seen, period: null, state: stateWithin(seen, judgement) }]
  })
}

const placeOnce = (course: Course, judgement: Judgement): Occurrence[] =>
  course.periods.flatMap((period): Occurrence[] => {
    const { terms, within } = course
    if (period.to < within.from || period.to > within.to) return []
    const state = stateOfPeriod(period, judgement)
    const shown = { period: period.label, state }
    if (judgement.kind === 'payment') return [{ shape: 'payment', from: period.to, to: period.to, ...shown }]
    const stretch = isDeadline(course) ? null : monthIn(dateOf(terms), within)
    if (stretch) return [{ shape: 'stretch', ...stretch, ...shown }]
    return [{ shape: 'deadline', from: period.to, to: period.to, ...shown }]
  })

/** Something yearly whose first time is named by its month stands in that month the first year. */
const namedMonth = ({ terms, within }: Course, judgement: Judgement): Occurrence | null => {
  const stretch = monthIn(dateOf(terms), within)
  return stretch && { shape: 'stretch', ...stretch, period: null, state: stateWithin(stretch, judgement) }
}

const dateOf = (terms: readonly Term[]): string => terms.find((term) => term.key === 'DATE')?.value ?? ''

const thirds: Readonly<Record<string, readonly [number, number]>> = {
  BEGINNING: [1, 10],
  MIDDLE: [11, 20],
  END: [21, 31],
}

/** The days a month or a third of it means, or a single day; null for anything else or outside the days given. */
const monthIn = (date: string, within: Validity): Validity | null => {
  const [, year, month, day, third] = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:\((BEGINNING|MIDDLE|END)\))?$/.exec(date) ?? []
  if (year === undefined || month === undefined) return null
  if (day !== undefined) {
    const on = parseDayNumber(`${year}-${month}-${day}`)
    return overlap({ from: on, to: on }, within)
  }
  const [first, last] = thirds[third ?? ''] ?? [1, 31]
  const end = dayNumber(Number(year), Number(month) + 1, 1) - 1
  const from = dayNumber(Number(year), Number(month), first)
  return overlap({ from, to: Math.min(end, from + last - first) }, within)
}
