import { isBuiltAsWord, isEveryday, isOtherName, isPlaceWord } from './word-shapes.ts'
import { givenNames, soundsLikeName, surnames } from './name-lists.ts'
import { type TextWord, withoutGenitive } from './text-words.ts'

/** What a capital word may be, seen alone: a listed name, one that is a word too, neither, a place. */
export type Class = 'given' | 'given_or_word' | 'surname' | 'surname_or_word' | 'initial' | 'unknown' | 'word' | 'place'

/** What a capital word may be. */
export const classOf = (word: TextWord): Class => {
  if (/^\p{Lu}$/u.test(word.text)) return /^[IÅ]$/.test(word.text) && !word.after.startsWith('.') ? 'word' : 'initial'
  if (isOtherName(word.lower) || /\p{Ll}\p{Lu}/u.test(word.text)) return 'word'
  const forms = withoutGenitive(word.lower)
  const isWord = isEveryday(word.lower) || (forms.length === 1 && forms.some(isEveryday))
  if (forms.some((form) => isIn(givenNames, form))) return isWord ? 'given_or_word' : 'given'
  if (forms.some((form) => isIn(surnames, form) || /^(?:al|el)-./.test(form)))
    return isWord || (!/sen$|sson$/.test(forms.at(-1) ?? '') && isBuiltAsWord(word.lower))
      ? 'surname_or_word'
      : 'surname'
  if (isPlaceWord(word.lower)) return 'place'
  if (!isWord && !isBuiltAsWord(word.lower) && forms.some(soundsLikeName)) return 'given_or_word'
  return isWord || isBuiltAsWord(word.lower) || /^\p{Lu}{2,}$/u.test(word.text) ? 'word' : 'unknown'
}

const isIn = (names: ReadonlySet<string>, form: string): boolean => {
  if (names.has(form)) return true
  const parts = form.split('-')
  if (isBuiltAsWord(parts.at(-1) ?? '') && !names.has(parts.at(-1) ?? '')) return false
  return parts.length > 1 && parts.some((part) => part.length > 2 && names.has(part) && !isEveryday(part))
}

/** Whether a word of this kind may be part of a name. */
export const isNamePart = (kind: Class): boolean => kind !== 'word' && kind !== 'place'
