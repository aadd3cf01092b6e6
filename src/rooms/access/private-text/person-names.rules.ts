import {
  isEveryday,
  isFamilyOf,
  isForeignLooking,
  isHouse,
  isLikeSurname,
  isNamedThing,
  isPlaceWord,
  isWork,
} from './word-shapes.ts'
import { isLowerCaseName } from './lower-case-names.rules.ts'
import { type Class, classOf, isNamePart } from './name-class.ts'
import {
  actsAsPerson,
  isAddressed,
  isBehindTitle,
  isNamed,
  isPointedOut,
  isSurnameHere,
  isTimeOfYear,
  isUnknownInside,
} from './name-context.rules.ts'
import { givenNames, wellKnown } from './name-lists.ts'
import type { NameSpan } from './name-span.ts'
import { acronyms } from './person-shapes.rules.ts'
import { anyVerbs, personThings, personVerbs, titles } from './person-words.ts'
import { listedWords } from './roll-call.ts'
import { isGenitive, type TextWord, withoutGenitive } from './text-words.ts'

/** Where persons are named in a text. */
export const findNames = (words: readonly TextWord[], text: string): NameSpan[] => {
  const listed = listedWords(words, text)
  const spans: NameSpan[] = []
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]
    if (word === undefined) continue
    if (!word.isCapital) {
      if (isLowerCaseName(words, i)) spans.push({ first: i, last: i })
      continue
    }
    const last = endOfRun(words, i)
    const span = nameInRun(words, i, last, listed)
    if (span !== null) spans.push(span)
    i = last
  }
  return spans
}

const joins = /^(?: |\. |\.)$/
const connecting = new Set(['af', 'von', 'van', 'de', 'el', 'al', 'bin', 'ben', 'da', 'dos', 'ul', 'der'])

/** The last word of the capital words that stand together from here on: "Ewa Maria Holm", "Jakob K", "Peter von Essen". */
const endOfRun = (words: readonly TextWord[], first: number): number => {
  let last = first
  for (;;) {
    const [here, next, third] = [words[last], words[last + 1], words[last + 2]]
    if (here === undefined || next === undefined || next.opens) return last
    const isJoined = joins.test(next.before) && (!here.after.startsWith('.') || here.text.length === 1)
    if (isJoined && next.isCapital) last += 1
    else if (isJoined && connecting.has(next.lower) && third?.before === ' ' && third.isCapital) last += 2
    else return last
  }
}

const nameInRun = (
  words: readonly TextWord[],
  from: number,
  to: number,
  listed: ReadonlySet<number>,
): NameSpan | null => {
  const end = words[to]
  const [owner = '', thing = ''] = end?.lower.split('-') ?? []
  if (/^(?:drengen|pigen|manden|drengene|pigerne|fyren|sønnen)s?$/.test(thing) && givenNames.has(owner))
    return { first: to, last: to }
  if (end !== undefined && isFamilyOf(end.text)) return { first: to, last: to }
  if (isNamedThing(end?.text ?? '') || isNamedThing(wordAfterAnd(words, to)) || isWellKnown(words, from, to))
    return null
  const titled = [from, from + 1].find((at) => at <= to && isBehindTitle(words, at))
  if (titled !== undefined) return { first: titled, last: to }
  const initials = initialsFrom(words, from, to)
  if (areInitials(words, initials, to, listed)) return { first: initials, last: to }
  const kinds = words.slice(from, to + 1).map(classOf)
  let [first, last] = [from, to]
  // Words before and after belong to the sentence ("Kære Lone", "Ring Peter"), unless they make it a place.
  while (first <= last && (kinds[first - from] === 'word' || isOwnerOfPost(kinds, first - from))) first += 1
  while (last >= first && kinds[last - from] === 'word') last -= 1
  if (first > last || isOfPlace(words, { first, last }, kinds.slice(first - from, last - from + 1))) return null
  const inside = kinds.slice(first - from, last - from + 1)
  const other = inside.findIndex((kind) => !isNamePart(kind))
  if (other !== -1 && !isGivenWithSurname(words, { first, last }, inside)) {
    // "Thomas Holm Kultur og Fritid": the name ends where the next words begin.
    return other > 1 && isNameByItself(inside.slice(0, other)) ? { first, last: first + other - 1 } : null
  }
  const span = { first, last }
  if (isNameByItself(inside)) return span
  return isNameHere(words, span, inside, listed) ? span : null
}

/** "Skolens" in "Skolens AKT-lærer Bo Holm". */
const isOwnerOfPost = (kinds: readonly Class[], at: number): boolean =>
  kinds[at] === 'place' && kinds[at + 1] === 'word' && kinds.length > at + 2

/** "Ella-klubben" of "Anna og Ella-klubben". */
const wordAfterAnd = (words: readonly TextWord[], at: number): string =>
  words[at + 1]?.lower === 'og' ? (words[at + 2]?.text ?? '') : ''

const longestKnown = 5
const beginsWellKnown = new Set([...wellKnown].map((name) => name.split(' ')[0]))

/** Whether somebody or something known to all begins in a run of capital words and goes at least to its end. */
const isWellKnown = (words: readonly TextWord[], from: number, to: number): boolean => {
  for (let first = from; first <= Math.min(to, from + 2); first += 1) {
    if (!withoutGenitive(words[first]?.lower ?? '').some((form) => beginsWellKnown.has(form))) continue
    for (let last = to; last < first + longestKnown && last < words.length; last += 1) {
      const lowers = words.slice(first, last + 1).map(({ lower }) => lower)
      if (withoutGenitive(lowers.join(' ')).some((name) => wellKnown.has(name))) return true
    }
  }
  return false
}

/** Where the initials begin that end a run of capital words: "Drengene A.K.". */
const initialsFrom = (words: readonly TextWord[], from: number, to: number): number => {
  let first = to
  while (first > from && /^\p{Lu}$/u.test(words[first - 1]?.text ?? '')) first -= 1
  return first
}

/** Initials stand for somebody where they do what people do ("JH sagde"), are called up ("Ref.: MKL"), or carry points ("A.H."). */
const areInitials = (words: readonly TextWord[], from: number, to: number, listed: ReadonlySet<number>): boolean => {
  const run = words.slice(from, to + 1)
  if (run.length > 1)
    return run.every(({ text }, i) => /^\p{Lu}$/u.test(text) && (i === 0 || run[i]?.before.startsWith('.')))
  const [word, next] = [words[from], words[to + 1]]
  if (isOneLetter(word)) return isLetterForSomebody(words, from)
  if (word === undefined || !/^\p{Lu}{2,4}$/u.test(word.text) || acronyms.has(word.text) || isEveryday(word.lower))
    return false
  if (listed.has(from) || isPairOfInitials(words, from)) return true
  return (
    next !== undefined &&
    next.before === ' ' &&
    (personVerbs.has(next.lower) || /^(?:følger|tager|sørger)$/.test(next.lower))
  )
}

/** "HC og LBM deler vagten". */
const isPairOfInitials = (words: readonly TextWord[], at: number): boolean =>
  [1, -1].some((step) => {
    const other = words[at + 2 * step]
    return (
      words[at + step]?.lower === 'og' &&
      other !== undefined &&
      /^\p{Lu}{2,4}$/u.test(other.text) &&
      !acronyms.has(other.text) &&
      !isEveryday(other.lower)
    )
  })

const isOneLetter = (word: TextWord | undefined): boolean => word !== undefined && /^(?![IÅ])\p{Lu}$/u.test(word.text)

/** "F og hans lillebror", "talt med H", "B og T slås", but not "blok B og C". */
const isLetterForSomebody = (words: readonly TextWord[], at: number): boolean => {
  const [before, word, next, third, fourth] = [-1, 0, 1, 2, 3].map((step) => words[at + step])
  if (next === undefined || !/^[.]? $/.test(next.before))
    return isSpokenOf.test(before?.lower ?? '') && word?.before === ' ' && /^[.,!?\n]|^$/.test(word.after)
  const isFirst = word?.opens === true || /^(?:at|når|men|hvis|fordi)$/.test(before?.lower ?? '')
  if (
    isFirst &&
    (personVerbs.has(next.lower) || /^(?:er|var|har|vil|fik|får|går|skal|må|blev|kommer|slår)$/.test(next.lower))
  )
    return true
  if (isSpokenOf.test(before?.lower ?? '') && word?.before === ' ') return !next.isCapital
  if (next.lower !== 'og' || third === undefined) return false
  if (/^(?:hans|hendes)$/.test(third.lower)) return true
  const isVerb = fourth !== undefined && (personVerbs.has(fourth.lower) || anyVerbs.has(fourth.lower))
  return word?.opens === true && isOneLetter(third) && isVerb
}

const isSpokenOf = /^(?:med|om|hos|kender|mødte|spurgte)$/

const ofPlaces =
  /^(?:nordre|søndre|vestre|østre|nørre|vester|øster|sønder|indre|ydre|sankt|skt|sct|dronning|kong|biskop)$/

const isOfPlace = (words: readonly TextWord[], { first, last }: NameSpan, inside: readonly Class[]): boolean => {
  const [before, after, end] = [words[first - 1], words[last + 1], words[last]]
  if (before !== undefined && /^\.? $/.test(words[first]?.before ?? '') && ofPlaces.test(before.lower)) return true
  if (before !== undefined && /^ [»"“'’]?$/.test(words[first]?.before ?? '')) {
    if (isHouse(before.lower) && first === last) return true
    if (isWork(before.lower)) return true
  }
  if (inside.includes('place') && !isGivenWithSurname(words, { first, last }, inside)) return true
  if (last > first && isStreetOf(words[last - 1], end)) return true
  if (isOfThing(end, after)) return true
  const isUnsure = inside.length === 1 && inside[0] !== 'given'
  if (after !== undefined && after.before === ' ' && isPlaceWord(after.lower) && !personThings.has(after.lower)) {
    if (after.isCapital) return true
    if (end !== undefined && isGenitive(end) && isUnsure) return true
  }
  const follows = before !== undefined && words[first]?.before === ' '
  return follows && isUnsure && !titles.has(before.lower) && isPlaceWord(before.lower)
}

/** "Mortens Aften", "Kalles Boldbaner", "Hansen & Co.": what a capital word after makes the name of a thing. */
const isOfThing = (end: TextWord | undefined, after: TextWord | undefined): boolean => {
  if (end === undefined || after === undefined) return false
  if (/^ & $/.test(after.before) && /^(?:co|søn|sønner|partnere)$/.test(after.lower)) return true
  const isOwner = end.lower.endsWith('s') && !givenNames.has(end.lower)
  return (
    isOwner &&
    after.before === ' ' &&
    after.isCapital &&
    !after.opens &&
    classOf(after) === 'word' &&
    !personThings.has(after.lower)
  )
}

const streets =
  /^(?:gade|vej|allé|alle|plads|torv|bro|park|have|kaj|stræde|sti|boulevard|skole|kirke|minde|gård|hus|hal|hule|kvarter|vænge|toft|bakke)$/

/** "Hans Egedes Gade", but not "Jens Gade": a name that ends in s is no genitive. */
const isStreetOf = (owner: TextWord | undefined, end: TextWord | undefined): boolean =>
  owner !== undefined &&
  end !== undefined &&
  streets.test(end.lower) &&
  isGenitive(owner) &&
  !givenNames.has(owner.lower)

/** "Frank Mosegård": a given name, and last a word that might be a place. */
const isGivenWithSurname = (
  words: readonly TextWord[],
  { first, last }: NameSpan,
  inside: readonly Class[],
): boolean => {
  const [given, end] = [words[first], words[last]]
  if (given === undefined || end === undefined || inside.indexOf('place') !== inside.length - 1) return false
  const isGiven =
    inside.length > 1 && (inside[0] === 'given' || inside[0] === 'given_or_word') && !inside.includes('word')
  return isGiven && isLikeSurname(end.lower) && !(given.lower.endsWith('s') && isEveryday(end.lower))
}

/** A listed name, or two words of which one is a listed name. */
const isNameByItself = (inside: readonly Class[]): boolean => {
  if (inside.includes('given')) return true
  return inside.length > 1 && inside.some((kind) => kind !== 'unknown' && kind !== 'initial')
}

const isNameHere = (
  words: readonly TextWord[],
  span: NameSpan,
  inside: readonly Class[],
  listed: ReadonlySet<number>,
): boolean => {
  const word = words[span.first]
  if (word === undefined || inside.every((kind) => kind === 'initial')) return false
  const [kind] = inside
  if (inside.length > 1 && inside.every((part) => part === 'unknown'))
    return isForeignRun(words, span) || isNamed(words, span) || actsAsPerson(words, span, 'unknown')
  if (inside.length > 1 && kind === 'unknown' && inside.includes('initial')) return true
  if (
    isPointedOut(words, span) ||
    (listed.has(span.first) && !/[^n]er$/.test(word.lower)) ||
    isNamed(words, span) ||
    isAddressed(words, span)
  )
    return true
  if (kind === 'given_or_word' && word.before.endsWith('(') && word.after.startsWith(')')) return true
  if (kind === 'surname' && isSurnameHere(words, span)) return true
  if (kind === 'given_or_word' && !word.opens) return !isTimeOfYear(words, span)
  return actsAsPerson(words, span, kind ?? 'unknown') || (kind === 'unknown' && isUnknownInside(words, span))
}

const isForeignRun = (words: readonly TextWord[], { first, last }: NameSpan): boolean =>
  words.slice(first, last + 1).some(({ lower }) => isForeignLooking(lower))
