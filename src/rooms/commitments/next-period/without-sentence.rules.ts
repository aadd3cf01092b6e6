/** A stretch of a section's text. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

const overlaps = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to

/** A text without some of its sentences; a sentence that something else stands in stays. A bullet left empty goes. */
export const withoutSentences = (text: string, gone: readonly Stretch[], stays: readonly Stretch[]): string => {
  const cut = gone.filter((one) => !stays.some((other) => overlaps(one, other))).toSorted((a, b) => b.from - a.from)
  if (cut.length === 0) return text
  const kept = cut.reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to).replace(/^ +/u, ''), text)
  return kept
    .split('\n')
    .map((line) => line.replaceAll(/(?<=\S) {2,}/gu, ' ').trimEnd())
    .filter((line) => !/^\s*(?:[•*–-]\s*)?[.;,]?\s*$/u.test(line))
    .join('\n')
}
