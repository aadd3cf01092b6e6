import { civilDate, dayNumber, type DayNumber, formatDayNumber } from '../../platform/day-number.ts'
import type { AgreementDocument, CommitmentKind } from '../agreements/index.ts'
import { parseNotation } from './notation.ts'
import { holdBackOf, reservationsOf } from './reservation.rules.ts'
import { inOrderOfDays } from './state/fulfil.rules.ts'
import type { Validity } from './state/periods.rules.ts'
import { reasonInWords } from './state/state-words.ts'
import { planOf, standingOn } from './state/state.rules.ts'
import type { CommitmentState, EvidenceDay, HoldBack } from './state/state.ts'

/** A promise to be replayed, by the id it has in its agreement (`a3.1/k2`). */
export interface ReplayedPromise {
  readonly id: string
  readonly kind: CommitmentKind
  readonly text: string
  readonly notation: string
}

/** An agreement laid ready: its promises, the days it applies, what has happened and what holds promises back, by promise. */
export interface Replay {
  readonly promises: readonly ReplayedPromise[]
  readonly validity: Validity
  readonly evidence: ReadonlyMap<string, readonly EvidenceDay[]>
  readonly holdBacks: ReadonlyMap<string, readonly HoldBack[]>
}

/** How one promise stood at the end of a month, as printed. */
export interface ReplayLine {
  readonly on: string
  readonly commitment: string
  readonly text: string
  readonly state: CommitmentState
  /** The latest closed or current period; null where the promise has none. */
  readonly period: string | null
  readonly expected: number
  readonly found: number
  readonly reason: string
}

/** The last days of the months that end within the span, both ends included. */
export const monthEnds = (from: DayNumber, to: DayNumber): DayNumber[] => {
  const { year, month } = civilDate(from)
  const ends: DayNumber[] = []
  for (let at = month; ; at += 1) {
    const end = dayNumber(year + Math.floor(at / 12), (at % 12) + 1, 1) - 1
    if (end > to) return ends
    ends.push(end)
  }
}

/** How each promise stood at each month's end within the span: month by month, in the order of the text. Reasons in Danish. */
export function* replay({ promises, validity, evidence, holdBacks }: Replay, span: Validity): Generator<ReplayLine> {
  const laid = promises.map((promise) => ({
    promise,
    plan: planOf(parseNotation(promise.notation), validity, promise.kind),
    done: inOrderOfDays(evidence.get(promise.id) ?? []),
    held: holdBacks.get(promise.id) ?? [],
  }))
  for (const day of monthEnds(span.from, span.to))
    for (const { promise, plan, done, held } of laid) {
      const standing = standingOn(plan, done, day, held)
      const { state, period, expected, found } = standing
      const line = { on: formatDayNumber(day), commitment: promise.id, text: promise.text, state }
      yield { ...line, period, expected, found, reason: reasonInWords(standing, 'da') }
    }
}

/** What a document's own reservations hold back, nobody having settled any of them; by promise. */
export const holdBacksIn = (document: AgreementDocument): Map<string, HoldBack[]> => {
  const promises = [...document.activities, ...document.otherActivities].flatMap(({ commitments }) => commitments)
  const held = new Map<string, HoldBack[]>()
  for (const reserved of reservationsOf(document.activities, promises))
    for (const id of reserved.promises) held.set(id, [...(held.get(id) ?? []), holdBackOf(reserved.until, null)])
  return held
}
