/** So much of the pairs and threes of letters two words share makes them alike: 0 nothing, 1 all. */
const alikeFrom = 0.45

const trigrams = (word: string): Set<string> => {
  const padded = `  ${word} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}

/** How much two folded words are alike, by the rows of three letters they share (as pg_trgm counts them). */
const likeness = (one: string, other: string): number => {
  const [a, b] = [trigrams(one), trigrams(other)]
  const shared = [...a].filter((three) => b.has(three)).length
  return shared / (a.size + b.size - shared)
}

/** Whether every word asked for is like one of a text's words, so that a letter wrong is forgiven. Both are folded. */
export const isLike = (asked: readonly string[], text: readonly string[]): boolean =>
  asked.length > 0 && asked.every((word) => text.some((other) => isLikeWord(word, other)))

const isLikeWord = (word: string, other: string): boolean =>
  other.startsWith(word) ||
  likeness(word, other) >= alikeFrom ||
  likeness(word, other.slice(0, word.length)) >= alikeFrom
