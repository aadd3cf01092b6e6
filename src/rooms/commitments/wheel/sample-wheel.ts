import { dayNumber, type DayNumber, toDay } from '../../../platform/day-number.ts'
import type { CommitmentKind } from '../../agreements/index.ts'
import { parseNotation } from '../notation.ts'
import type { EvidenceDay } from '../state/state.ts'
import { planOf, standingOn } from '../state/state.rules.ts'
import { tracePeriods } from '../state/trace.rules.ts'
import { placeInYear } from './place-in-year.rules.ts'
import type { Placing, WheelPromise } from './wheel.ts'

/** A promise to try the wheel's rules with; what is left out is usual. */
export interface TriedPromise {
  readonly notation: string
  readonly kind?: CommitmentKind
  readonly evidence?: readonly EvidenceDay[]
  readonly from?: DayNumber
  readonly to?: DayNumber
}

/** The day the tried promises are looked at: Danish autumn, with a year half kept behind it. */
export const triedDay = dayNumber(2026, 11, 21)

/** Where a promise made for 2025–2028 stands in a year. */
export const placeTried = (tried: TriedPromise, year = 2026): Placing => {
  const { notation, kind = 'meeting', evidence = [] } = tried
  const rules = parseNotation(notation)
  const validity = { from: tried.from ?? dayNumber(2025, 1, 1), to: tried.to ?? dayNumber(2028, 12, 31) }
  const plan = planOf(rules, validity, kind)
  const standing = standingOn(plan, evidence, triedDay)
  return placeInYear(
    { kind, rules, plan, standing, traced: tracePeriods(plan, evidence, triedDay), day: triedDay },
    year,
  )
}

/** A promise of the wheel made of its notation. */
export const wheelPromise = (number: number, tried: TriedPromise, agreement = 'Leg og læring'): WheelPromise => ({
  ...placeTried(tried),
  number,
  name: 'Fællesmøde',
  state: 'due',
  commitment: {
    commitmentId: `promise-${number}`,
    agreementVersionId: 'version',
    readingId: `a1/k${number}`,
    kind: tried.kind ?? 'meeting',
    text: 'holder et fællesmøde',
    owedBy: ['Klubben'],
    owedTo: [],
    notation: tried.notation,
    within: null,
    sourceLine: 1,
    origin: 'read',
    corrections: 0,
    slug: 'aftale',
    agreement,
    activity: 'Naboerne mødes',
    version: 1,
    lineageId: `promise-${number}`,
    judgedFrom: null,
    meantDuring: null,
    inForceDuring: { from: toDay(dayNumber(2025, 1, 1)), to: toDay(dayNumber(2028, 12, 31)) },
  },
})
