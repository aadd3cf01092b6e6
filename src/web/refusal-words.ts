import { type Language, pick } from '../platform/language.ts'
import type { Refused } from '../platform/refused.ts'

type Words = Record<Language, Readonly<Record<string, unknown>>>

/** The sentence for a refusal: the first of the rooms' texts that knows its code, filled with its facts. Throws the refusal itself where none does. */
export const refusalWords = (texts: readonly Words[], refused: Refused, language: Language): string => {
  for (const words of texts) {
    const found = pick(words, language)[refused.code]
    if (typeof found === 'string') return found
    if (typeof found === 'function') return String(found(refused.facts))
  }
  throw refused
}
