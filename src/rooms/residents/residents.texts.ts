import type { ResidentLanguage } from '../../platform/resident-language.ts'
import { ar } from './words/ar.words.ts'
import { da } from './words/da.words.ts'
import { en } from './words/en.words.ts'
import type { ResidentWords } from './words/resident-words.ts'
import { so } from './words/so.words.ts'
import { tr } from './words/tr.words.ts'
import { ur } from './words/ur.words.ts'

/** What these pages say, in each of the residents' languages. */
export const residentsTexts: Readonly<Record<ResidentLanguage, ResidentWords>> = { da, en, ar, so, tr, ur }
