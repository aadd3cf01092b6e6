import { givenNames } from './name-lists.ts'
import { anyVerbs, personVerbs } from './person-words.ts'
import { type TextWord, withoutGenitive } from './text-words.ts'
import { isEveryday } from './word-shapes.ts'

const lowerPreludes =
  /^(?:med|m|v|vedr|ang|til|fra|om|hos|at|og|når|hvis|fordi|kender|hedder|hed|spørg|spørge|ring|ringe|så|af|for|hvor|siger|sagde|ham|hende|kære|hej)$/

const namesAndWords = /^(?:maj|bo|liv|dan|sol|storm|sten|bjørn|ask|vår|lind|kaj|kim)$/

/** "maj flytter", "hos bo": a name that is a word too, where only somebody fits. */
const isNameAndWord = (words: readonly TextWord[], i: number): boolean => {
  const [before, word, next] = [words[i - 1], words[i], words[i + 1]]
  if (word === undefined || word.isCapital) return false
  if (word.lower !== 'maj' && /^(?:hos|kender|spørg|spurgte|kalder|hedder)$/.test(before?.lower ?? '')) return true
  const isSubject = word.opens || /^(?:at|når|men|fordi|hvis|mens)$/.test(before?.lower ?? '')
  return isSubject && next?.before === ' ' && personVerbs.has(next.lower)
}

/** A name typed without its capital: "mohamed blev smidt ud". Short ones need words around that a person fits into. */
export const isLowerCaseName = (words: readonly TextWord[], i: number): boolean => {
  const word = words[i]
  if (word !== undefined && namesAndWords.test(word.lower)) return isNameAndWord(words, i)
  if (word === undefined || word.text.length < 3 || isEveryday(word.lower)) return false
  const forms = withoutGenitive(word.lower)
  const whole = forms[0] ?? ''
  const form = forms.find((form) => givenNames.has(form) && !isEveryday(form))
  if (/^..e[nt]$/.test(word.lower)) return false
  if (form === undefined || (form !== whole && form.length < 5)) return false
  if (form.length >= 5) return true
  const next = words[i + 1]
  const isBeforeInitial =
    next !== undefined && /^ \p{L}\./u.test(next.before + next.text + next.after) && next.text.length === 1
  if (isBeforeInitial || (next !== undefined && word.opens && next.before === ' ' && anyVerbs.has(next.lower)))
    return true
  return (
    lowerPreludes.test(words[i - 1]?.lower ?? '') ||
    (next !== undefined && next.before === ' ' && personVerbs.has(next.lower))
  )
}
