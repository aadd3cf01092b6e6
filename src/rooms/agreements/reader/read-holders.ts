import { isNameParticle, isNameWord, isPostModifier, isPostWord, isUnitWord } from './contact-words.ts'

/** A word of a text with where it stands. */
export interface Word {
  text: string
  from: number
  to: number
}

export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }))

const endsAfter = (word: string): boolean => /[,;:!?)]$/u.test(word) && !/^["'’‘“”(].*["'’‘“”)]$/u.test(word)

const isSentenceEnd = (word: string): boolean => /\.$/u.test(word) && !/^(?:\p{Lu}\.)+$/u.test(word)

/** True where a post begins at a word: a post itself, or words that belong to one before it. */
const postBeginsAt = (words: Word[], at: number): boolean => {
  for (let next = at; next < Math.min(words.length, at + 4); next++) {
    const word = words[next]?.text ?? ''
    if (isPostWord(word)) return true
    if (!isPostModifier(word)) return false
  }
  return false
}

const endsName = (words: Word[], at: number, from: number): boolean => {
  const word = words[at]?.text ?? ''
  if (postBeginsAt(words, at)) return true
  if (at - from >= 2 && isUnitWord(word)) return true
  if (/^(?:Den|De|Det|Tlf\.?|Telefon:?|Mail:?|E-mail:?|Mobil:?)$/u.test(word)) return true
  if (isNameParticle(word) && /^\p{Ll}/u.test(word)) return !isNameWord(words[at + 1]?.text ?? '')
  return !isNameWord(word)
}

/** The person's name that begins at a word: how many words it takes, 0 if none. */
export const nameLength = (words: Word[], from: number): number => {
  let at = from
  while (at < words.length && at - from < 6) {
    if (endsName(words, at, from)) break
    at += 1
    const last = words[at - 1]?.text ?? ''
    if (endsAfter(last) || isSentenceEnd(last)) break
  }
  return at - from
}

/** A name without the punctuation that follows it. */
export const bareName = (name: string): string => {
  const trimmed = name.trim().replace(/[,;:!?)]+$/u, '')
  return /(?:^|\s)\p{Lu}\.$/u.test(trimmed) ? trimmed : trimmed.replace(/\.$/u, '')
}

const vacancy = /^(?:vakant|ubesat|ledig|nn|n\.n\.?|under besættelse|besættes|ikke besat|afventer)(?![\p{L}])/iu

/** How much of a text's beginning says that a post is empty ("ubesat", "vakant"); 0 where it does not. */
export const vacant = (text: string): number => {
  const match = vacancy.exec(text.trimStart())
  return match === null ? 0 : text.length - text.trimStart().length + match[0].length
}

const marker = /(?<![\p{L}\d])(?:p\.\s?t\.?|pt\.?|for tiden|for nuværende|i øjeblikket)\s*:?\s*(?=\S|$)/giu

/** The places where a text says "pt.": where the sign begins, and where what follows it begins. */
export const findMarkers = (text: string): { from: number; to: number }[] =>
  [...text.matchAll(marker)].map((match) => ({ from: match.index, to: match.index + match[0].length }))

/** Whether words look like a person's name beyond doubt: two to five, none of them a house, a unit or a post. */
export const isFullName = (text: string): boolean => {
  const words = wordsOf(text)
  if (words.length < 2 || words.length > 5) return false
  const solid = words.filter((word) => !(isNameParticle(word.text) && /^\p{Ll}/u.test(word.text)))
  return (
    solid.length >= 2 &&
    solid.every((word) => isNameWord(word.text) && !isPostWord(word.text) && !isUnitWord(word.text)) &&
    nameLength(words, 0) === words.length
  )
}
