import type { TextWord } from './text-words.ts'

/** Where a sentence's words begin and end, the last not counted in. */
export interface Sentence {
  readonly first: number
  readonly end: number
}

/** The sentences and lines of a text. A full stop behind a number or a short word in lower case ends none: "3. sal", "opg. 5". */
export const sentencesOf = (words: readonly TextWord[]): Sentence[] => {
  const firsts = [...words.keys()].filter((i) => i === 0 || begins(words[i], words[i - 1]))
  return firsts.map((first, i) => ({ first, end: firsts[i + 1] ?? words.length }))
}

const begins = (word: TextWord | undefined, previous: TextWord | undefined): boolean => {
  if (word === undefined || previous === undefined || word.before === ' ') return false
  if (/[!?\n;•]/.test(word.before)) return true
  if (!/^[^\d]{0,3}\.(?!\S*\d)/.test(word.before) && !/\d{2,}\.\s$/.test(word.before)) return false
  return previous.lower.length > 4 || word.isCapital
}
