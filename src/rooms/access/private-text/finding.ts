/** What in a text can tell who a person is. */
export type FindingKind =
  | 'name'
  | 'known_person'
  | 'initials_with_age'
  | 'age_with_place'
  | 'relation'
  | 'description'
  | 'pronoun'
  | 'address'
  | 'birthday'
  | 'cpr'
  | 'phone'
  | 'mail'
  | 'handle'
  | 'plate'
  | 'case_number'

/** A place in a text that tells who a person is, and wording that would not. Positions in UTF-16 units. */
export interface Finding {
  readonly kind: FindingKind
  readonly at: number
  readonly length: number
  /** Danish, as the texts are. */
  readonly suggestion: string
}

/** The finding that a match is. */
export const found = (kind: FindingKind, match: RegExpExecArray, suggestion: string): Finding => ({
  kind,
  at: match.index,
  length: match[0].length,
  suggestion,
})

/** What is made of each place a pattern is met in a text. */
export const each = (pattern: RegExp, text: string, make: (match: RegExpExecArray) => Finding | null): Finding[] =>
  [...text.matchAll(pattern)].flatMap((match) => make(match) ?? [])

/** Words that may open a sentence, told apart by a stroke, as a pattern for both. */
export const eitherCase = (words: string): string => {
  const either = words.split('|').map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
  return `(?:${either.join('|')})`
}
