import { parseNotation } from '../../commitments/index.ts'

/** So many a year, in each area or in all. */
export interface PromisedCap {
  readonly cap: number
  readonly isPerArea: boolean
  /** What is counted, as the agreement calls it; null where it does not say. */
  readonly unit: string | null
}

/**
 * How many times a year a promise is for at most, as its notation says; null where it says none. Source: "op til 5 prøveværksteder om året
 * i hvert af områderne", `QUANTITY<=5/YEAR unit=prøveværksteder per=area`, or `FREQ=YEARLY;COUNT_PER_PERIOD<=5 per=area`.
 */
export const capOf = (notation: string): PromisedCap | null => {
  for (const { terms } of parseNotation(notation)) {
    const isYearly = terms.some(({ key, value }) => key === 'FREQ' && value === 'YEARLY')
    for (const { key, op, value, unit, per } of terms) {
      if (op !== '<=' || (key !== 'QUANTITY' && key !== 'COUNT_PER_PERIOD')) continue
      const [, count, year] = /^(\d+)(\/YEAR)?$/.exec(value) ?? []
      if (count === undefined || Number(count) < 1 || (year === undefined && !isYearly)) continue
      return { cap: Number(count), isPerArea: per === 'area', unit }
    }
  }
  return null
}

/** Money an activity's economy names. Amounts in whole øre. */
export interface NamedAmount {
  readonly amountOere: number
  readonly per: string | null
  readonly text: string
}

const spans = /^(?:year|quarter|month|week|period|år|kvartal|måned|uge|periode)/i

const stem = (word: string): string => word.toLowerCase().replace(/(?:erne|er|s|et|en)$/u, '')

/**
 * What one of what is counted costs, among the amounts of its activity: the one told by the same word, else the only one that is told by
 * anything but a span of time. Null where none is, or several are: nobody guesses.
 */
export const unitPriceOf = (amounts: readonly NamedAmount[], unit: string | null): NamedAmount | null => {
  const each = amounts.filter(({ per }) => per !== null && !spans.test(per))
  const same = unit === null ? [] : each.filter(({ per }) => stem(per ?? '') === stem(unit))
  const [only, ...more] = same.length > 0 ? same : each
  return only !== undefined && more.every(({ amountOere }) => amountOere === only.amountOere) ? only : null
}
