import type { CommitmentReading } from '../commitment.ts'
import { parseNotation } from '../notation.ts'
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

/** What something costs, in whole øre: a year where `isYearly`, else once; `per` each of what (`plan`, `workshop`), null where it is all. */
export interface Cost {
  readonly oere: number
  readonly isYearly: boolean
  readonly per: string | null
}

const timesAYear: Readonly<Record<string, number>> = { YEAR: 1, HALFYEAR: 2, QUARTER: 4, MONTH: 12, WEEK: 52 }

/** The amounts a notation says, those for a time as a year's; of a range its higher end. */
export const costsIn = (notation: string): Cost[] =>
  parseNotation(notation).flatMap(({ terms }) =>
    terms.flatMap(({ key, value, per }) => {
      const [, kroner, unit] = /(?:^|\.\.)(\d+(?:\.\d+)?) DKK(?:\/([A-Z]+))?$/.exec(value) ?? []
      const times = unit === undefined ? 1 : timesAYear[unit]
      if (key !== 'AMOUNT' || kroner === undefined || times === undefined) return []
      return [{ oere: Math.round(Number(kroner) * 100) * times, isYearly: unit !== undefined, per }]
    }),
  )

/** How much the costs differ from some promises to others, one for each kind of cost that both or either has; what is equal is left out. */
export const costsBetween = (before: readonly ToldPromise[], after: readonly ToldPromise[]): Cost[] => {
  const sums = new Map<string, Cost>()
  const add = (promises: readonly ToldPromise[], sign: 1 | -1) => {
    for (const cost of promises.flatMap(({ notation }) => costsIn(notation))) {
      const key = `${cost.isYearly} ${cost.per}`
      sums.set(key, { ...cost, oere: (sums.get(key)?.oere ?? 0) + sign * cost.oere })
    }
  }
  add(before, -1)
  add(after, 1)
  return [...sums.values()].filter(({ oere }) => oere !== 0)
}

/** How much more, or less where it is negative, the promises cost after the change than before. */
export const costsOfChanges = ({ added, dropped, moved }: PromiseChanges): Cost[] =>
  costsBetween([...dropped, ...moved.map(({ before }) => before)], [...added, ...moved.map(({ after }) => after)])
