/** A word or a sign of a sentence with its offsets. A quoted name ('…') is one word. */
export interface Token {
  text: string
  lower: string
  from: number
  to: number
  isWord: boolean
}

const piece =
  /(?<=^|[\s(])['‘’"“][\p{Lu}\d][^'‘’"“”\n]{1,60}['’"”](?=[\s,.:;)]|$)|[\p{L}\p{N}½¼¾]+(?:[&'’./-]*[\p{L}\p{N}½¼¾&]+)*-?|[^\s\p{L}\p{N}]/gu

/** Splits a sentence into words and signs. */
export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(piece)].map((found) => ({
    text: found[0],
    lower: found[0].toLowerCase(),
    from: found.index,
    to: found.index + found[0].length,
    isWord: /[\p{L}\p{N}]/u.test(found[0]),
  }))
