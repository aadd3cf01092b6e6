import type { RecurrenceWords } from './recurrence-words.texts.ts'

/** `1, 3 and 5–9`: numbers in rising order, three in a row and more as a span. */
export const numbersInWords = (numbers: readonly number[], words: RecurrenceWords): string => {
  const spans: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = spans.at(-1)
    if (last !== undefined && last.to === number - 1) last.to = number
    else spans.push({ from: number, to: number })
  }
  return words.list(
    spans.flatMap(({ from, to }) => {
      if (to === from) return [String(from)]
      return to === from + 1 ? [String(from), String(to)] : [`${from}–${to}`]
    }),
  )
}

/** Those counted from the beginning, then those counted from the end. */
export const asTold = (numbers: readonly number[]): number[] => [
  ...numbers.filter((number) => number > 0),
  ...numbers.filter((number) => number < 0),
]
