/** A stretch of words that is a person's name, from one word to another, both counted in. */
export interface NameSpan {
  readonly first: number
  readonly last: number
}
