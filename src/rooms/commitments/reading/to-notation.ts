import { termInWords } from '../../agreements/index.ts'
import { formatNotation, parseNotation } from '../notation.ts'
import { readTerms } from '../grammar/read-terms.ts'

/** The notation of a term typed by a person, in Danish words or as notation; null where it is neither. Nothing typed is no term. */
export const toNotation = (text: string): string | null => {
  const typed = text.trim()
  if (typed === '') return ''
  try {
    return formatNotation(parseNotation(typed))
  } catch {
    return formatNotation(readTerms(typed)) || null
  }
}

/** A term as a person may type it: in Danish words where those are read back as the same term, else its notation. */
export const termToType = (notation: string): string => {
  const words = termInWords(notation, 'da')
  return words !== null && toNotation(words) === toNotation(notation) ? words : notation
}
