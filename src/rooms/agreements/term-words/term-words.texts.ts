import { conditionTexts } from './condition.texts.ts'
import { rhythmTexts } from './rhythm.texts.ts'

/** All the words for the parts of a term's notation. */
export const termTexts = {
  da: { ...rhythmTexts.da, ...conditionTexts.da },
  en: { ...rhythmTexts.en, ...conditionTexts.en },
}

export type TermTexts = (typeof termTexts)['da']
