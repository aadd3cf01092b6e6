import type { CommitmentReading } from '../commitment.ts'
import { findTerm, parseNotation } from '../notation.ts'
import { isSamePromise } from './same-promise.rules.ts'

/** A promise as it is told that it came, went or changed. */
export interface ToldPromise extends CommitmentReading {
  readonly lineageId: string | null
  readonly readingId: string
}

/** What becomes of the promises from one version to the next. */
export interface PromiseChanges {
  readonly added: readonly ToldPromise[]
  readonly dropped: readonly ToldPromise[]
  /** Another term, another owner, another receiver or kind. */
  readonly moved: readonly { readonly before: ToldPromise; readonly after: ToldPromise }[]
  /** The same promise in other words. */
  readonly reworded: readonly { readonly before: ToldPromise; readonly after: ToldPromise }[]
  /** How many stand word for word. */
  readonly kept: number
}

/** Tells the promises of two versions from each other by who they are, whatever their words. In the order of the text. */
export const promiseChanges = (before: readonly ToldPromise[], after: readonly ToldPromise[]): PromiseChanges => {
  const stood = new Map(before.map((promise) => [promise.lineageId, promise]))
  const goOn = new Set(after.map(({ lineageId }) => lineageId))
  const pairs = after.flatMap((promise) => {
    const was = promise.lineageId === null ? undefined : stood.get(promise.lineageId)
    return was === undefined ? [] : [{ before: was, after: promise }]
  })
  const moved = pairs.filter((pair) => !isSamePromise(pair.before, pair.after))
  const same = pairs.filter((pair) => isSamePromise(pair.before, pair.after))
  const reworded = same.filter((pair) => pair.before.text !== pair.after.text)
  return {
    added: after.filter(({ lineageId }) => lineageId === null || !stood.has(lineageId)),
    dropped: before.filter(({ lineageId }) => !goOn.has(lineageId)),
    moved,
    reworded,
    kept: same.length - reworded.length,
  }
}

const timesAYear: Readonly<Record<string, number>> = { YEAR: 1, HALFYEAR: 2, QUARTER: 4, MONTH: 12, WEEK: 52 }

/** What a promise costs a year, in whole øre, where its notation says an amount for a time; a range counts as its higher end. */
export const yearlyCost = (notation: string): number | null => {
  const costs = parseNotation(notation).flatMap((rule) => {
    const amount = findTerm(rule, 'AMOUNT')
    const [, kroner, unit] = /([\d.]+) DKK\/(\w+)$/.exec(amount?.value ?? '') ?? []
    const times = timesAYear[unit ?? '']
    if (amount === undefined || amount.per !== null || kroner === undefined || times === undefined) return []
    return [Math.round(Number(kroner) * 100) * times]
  })
  return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0)
}

/** How much more the promises cost a year after than before, in whole øre; null where none of those that change says an amount for a time. */
export const costOfChanges = ({ added, dropped, moved }: PromiseChanges): number | null => {
  const costs = [
    ...added.map(({ notation }) => yearlyCost(notation)),
    ...dropped.map(({ notation }) => negative(yearlyCost(notation))),
    ...moved.flatMap(({ before, after }) => [negative(yearlyCost(before.notation)), yearlyCost(after.notation)]),
  ].filter((cost) => cost !== null)
  return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0)
}

const negative = (cost: number | null): number | null => (cost === null ? null : -cost)
