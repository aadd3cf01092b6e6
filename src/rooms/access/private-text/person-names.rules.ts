import { isBuiltAsWord, isEveryday, isForeignLooking, isPlaceWord } from './common-words.ts'
import { givenNames, surnames } from './name-lists.ts'
import { anyVerbs, naming, personThings, personVerbs, titles } from './person-words.ts'
import { isGenitive, type TextWord, withoutGenitive } from './text-words.ts'

/** A stretch of words that is a person's name, from one word to another, both counted in. */
export interface NameSpan {
  readonly first: number
  readonly last: number
}

type Class = 'given' | 'given_or_word' | 'surname' | 'surname_or_word' | 'initial' | 'unknown' | 'word' | 'place'

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

const classOf = (word: TextWord): Class => {
  if (/^\p{Lu}$/u.test(word.text)) return 'initial'
  const forms = withoutGenitive(word.lower)
  const isWord = isEveryday(word.lower) || (forms.length === 1 && forms.some(isEveryday))
  if (forms.some((form) => isIn(givenNames, form))) return isWord ? 'given_or_word' : 'given'
  if (forms.some((form) => isIn(surnames, form) || /^(?:al|el)-./.test(form)))
    return isWord || (!/sen$|sson$/.test(forms.at(-1) ?? '') && isBuiltAsWord(word.lower)) ? 'surname_or_word' : 'surname'
  if (isPlaceWord(word.lower)) return 'place'
  return isWord || isBuiltAsWord(word.lower) || /^\p{Lu}{2,}$/u.test(word.text) ? 'word' : 'unknown'
}

const isIn = (names: ReadonlySet<string>, form: string): boolean => {
  if (names.has(form)) return true
  const parts = form.split('-')
  return parts.length > 1 && parts.some((part) => part.length > 2 && names.has(part) && !isEveryday(part))
}

const isNamePart = (kind: Class): boolean => kind !== 'word' && kind !== 'place'

const nameInRun = (
  words: readonly TextWord[],
  from: number,
  to: number,
  listed: ReadonlySet<number>,
): NameSpan | null => {
  const kinds = words.slice(from, to + 1).map(classOf)
  let [first, last] = [from, to]
  // Words before and after belong to the sentence ("Kære Lone", "Ring Peter"), unless they make it a place.
  while (first <= last && kinds[first - from] === 'word') first += 1
  while (last >= first && kinds[last - from] === 'word') last -= 1
  if (first > last || isOfPlace(words, { first, last }, kinds.slice(first - from, last - from + 1))) return null
  const inside = kinds.slice(first - from, last - from + 1)
  if (inside.some((kind) => !isNamePart(kind))) return null
  const span = { first, last }
  if (isNameByItself(inside)) return span
  return isNameHere(words, span, inside, listed) ? span : null
}

const isOfPlace = (words: readonly TextWord[], { first, last }: NameSpan, inside: readonly Class[]): boolean => {
  const [before, after, end] = [words[first - 1], words[last + 1], words[last]]
  if (inside.includes('place')) return true
  const isUnsure = inside.length === 1 && inside[0] !== 'given'
  if (after !== undefined && after.before === ' ' && isPlaceWord(after.lower) && !personThings.has(after.lower)) {
    if (after.isCapital) return true
    if (end !== undefined && isGenitive(end) && isUnsure) return true
  }
  const follows = before !== undefined && words[first]?.before === ' '
  return follows && isUnsure && !titles.has(before.lower) && isPlaceWord(before.lower)
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
  if (inside.length > 1 && inside.every((part) => part === 'unknown')) return !isWordy(word)
  if (inside.length > 1 && kind === 'unknown' && inside.includes('initial')) return true
  if (listed.has(span.first) || isNamed(words, span) || isAddressed(words, span)) return true
  if (kind === 'surname' && (!word.opens || /sen$|sson$/.test(withoutGenitive(word.lower).at(-1) ?? ''))) return true
  if (kind === 'given_or_word' && !word.opens) return !isTimeOfYear(words, span)
  return actsAsPerson(words, span, kind ?? 'unknown')
}

const isWordy = ({ lower }: TextWord): boolean => isBuiltAsWord(lower)

const isTimeOfYear = (words: readonly TextWord[], { first, last }: NameSpan): boolean => {
  const months = /^(?:maj|juni|juli|august|april|marts|jan)$/
  if (!months.test(words[first]?.lower ?? '')) return false
  return /^(?:i|til|fra|hele|primo|ultimo|medio|den|og|ca)$/.test(words[first - 1]?.lower ?? '') || /^(?:måned|og)$/.test(words[last + 1]?.lower ?? '')
}

/** What stands before says that a name comes: "hedder Siv", "fru Nygaard", "kalder ham Tyson". */
const isNamed = (words: readonly TextWord[], { first }: NameSpan): boolean => {
  const [before, second, third] = [words[first - 1], words[first - 2], words[first - 3]]
  const gap = words[first]?.before ?? ''
  if (before === undefined || !/^[.:,»"“']? ?[(»"“']?$/.test(gap)) return false
  if (naming.has(before.lower)) return true
  if (/^(?:ham|hende|sig|selv|mig|dem)$/.test(before.lower))
    return [second, third].some((word) => word !== undefined && /^kald(?:er|te|es|t)$/.test(word.lower))
  return titles.has(before.lower) && (/^\.? $/.test(gap) || /^, $|^ \($/.test(gap))
}

const greetings = /^(?:kære|hej|mvh|vh|kh|hilsen|hilsner|tillykke|farvel|tak)$/
/** Greetings and thanks: "Kære Lone", "Mvh Torben", "Tak til Sørine". */
const isAddressed = (words: readonly TextWord[], { first }: NameSpan): boolean => {
  const [before, second] = [words[first - 1], words[first - 2]]
  const gap = words[first]?.before ?? ''
  if (before === undefined || !/^[,.]?\s{1,2}$/.test(gap)) return false
  if (greetings.test(before.lower) && before.lower !== 'tak') return true
  return before.lower === 'til' && second !== undefined && /^(?:tak|tillykke|hilsen)$/.test(second.lower)
}

/** What stands after says that it is a person: what only people do, a class, an age, a mother. */
const actsAsPerson = (words: readonly TextWord[], span: NameSpan, kind: Class): boolean => {
  const [word, last, next] = [words[span.first], words[span.last], words[span.last + 1]]
  if (word === undefined || last === undefined) return false
  if (/^,? \(?\d{1,2} ?år|^ \(\d{1,2}\)|^,? (?:fra|i) \d{1,2}\. ?[a-g]\b/.test(last.after)) return true
  if (next === undefined) return false
  if (/^ (?:fra|i) \d{1,2}\. ?[a-g]\b/.test(` ${next.text}${next.after}${words[span.last + 2]?.text ?? ''} `)) return true
  if (isGenitive(last) && /^['’]? $/.test(next.before) && personThings.has(next.lower)) return true
  if (isPersonalCompany(words, span)) return true
  if (next.before !== ' ') return isAside(words, span, kind)
  if (personVerbs.has(next.lower)) return true
  if (kind === 'given_or_word') return word.opens ? opensAsPerson(words, span) : true
  if (word.opens || !anyVerbs.has(next.lower)) return !word.opens && isMet(words, span)
  return isSubject(words[span.first - 1]) || isForeignLooking(word.lower)
}

const isSubject = (before: TextWord | undefined): boolean =>
  before !== undefined && /^(?:at|når|hvis|fordi|mens|da|som|men|hvor|om|siden|så|inden|men|hverken)$/.test(before.lower)

/** "… og hans mor", "… og hendes veninder", "Maj og Liv". */
const isPersonalCompany = (words: readonly TextWord[], { last }: NameSpan): boolean => {
  const [and, other] = [words[last + 1], words[last + 2]]
  if (and === undefined || other === undefined || !/^(?:og|eller|samt)$/.test(and.lower) || and.before !== ' ') return false
  if (/^(?:hans|hendes)$/.test(other.lower)) return true
  return other.isCapital && (classOf(other) === 'given' || classOf(other) === 'given_or_word')
}

/** A name that is a word too, at the head of a sentence, is one where what follows fits a person: "Bo har", not "Storm og". */
const opensAsPerson = (words: readonly TextWord[], { first, last }: NameSpan): boolean => {
  const next = words[last + 1]
  if (next === undefined || !/^(?:har|vil|kan|skal|er|går|kommer|gik|kom|må|tager|tog|fik|får)$/.test(next.lower)) return false
  return !/^(?:kan|da|som|man|vi|en|maj|juni|sol|sten|storm|liv|dan|den|der)$/.test(words[first]?.lower ?? '')
}

/** A name set between commas or in brackets after a person: "pigen fra Syrien, Rahaf, er …". */
const isAside = (words: readonly TextWord[], { first, last }: NameSpan, kind: Class): boolean => {
  const [before, after] = [words[first]?.before ?? '', words[last]?.after ?? '']
  if (/^, (?=som|der|hvis)/.test(after + (words[last + 1]?.text ?? '')) && kind !== 'unknown') return true
  if (!/^(?:, | \()$/.test(before) || !/^(?:,|\)|\.)/.test(after)) return false
  return words.slice(Math.max(0, first - 5), first).some((word) => isPerson.test(word.lower))
}

const isPerson =
  /^(?:dreng|drengen|drenge|pige|pigen|unge|mand|manden|kvinde|kvinden|mor|far|moren|faren|beboer|elev|medlem|frivillig|frivillige|veninde|ven|kammerat|søster|bror|søn|datter|nabo)$/

/** Someone is met, asked or spoken of, and the word looks like no Danish one: "snak med Xiaoling". */
const isMet = (words: readonly TextWord[], { first }: NameSpan): boolean => {
  const [word, before] = [words[first], words[first - 1]]
  if (word === undefined || before === undefined || word.before !== ' ') return false
  return /^(?:med|om|til|hos|af|kender|mødte|møder|spørg|spurgte|ring|og)$/.test(before.lower) && isForeignLooking(word.lower)
}

const lowerPreludes =
  /^(?:med|til|fra|om|hos|at|og|når|hvis|fordi|kender|hedder|hed|spørg|spørge|ring|ringe|så|af|for|hvor|siger|sagde|ham|hende|kære|hej)$/

/** A name typed without its capital: "mohamed blev smidt ud". Short ones need words around that a person fits into. */
const isLowerCaseName = (words: readonly TextWord[], i: number): boolean => {
  const word = words[i]
  if (word === undefined || word.text.length < 3 || isEveryday(word.lower)) return false
  const forms = withoutGenitive(word.lower)
  const whole = forms[0] ?? ''
  const form = forms.find((form) => givenNames.has(form) && !isEveryday(form))
  if (form === undefined || (form !== whole && form.length < 5)) return false
  if (form.length >= 5) return true
  const next = words[i + 1]
  return lowerPreludes.test(words[i - 1]?.lower ?? '') || (next !== undefined && next.before === ' ' && personVerbs.has(next.lower))
}

const rollCall =
  /(?:^|\n)[ \t]*(?:[-*•·\d.)]+[ \t]*)?(?:til ?stede|deltagere|deltog|fraværende|afbud|referent|ordstyrer|mødeleder|dirigent|ansvarlig|ansvarlige|tovholder|tovholdere|kontakt|kontaktperson|opgaver|medlemmer|indkaldt|inviteret|gæster|observatører|formand|kasserer|suppleant|suppleanter|bestyrelse|gruppen|oplægsholder|fra beboerne|hjælpere|holdet)\b[^:\n]{0,30}:(?<list>[^\n]*)|(?:afbud|tak|oplæg) (?:fra|v\/|ved) (?<from>[^.\n]*)/giu
const speech = /(?:^|\n)[ \t]*(?<list>\p{Lu}\p{Ll}+)(?=:\s(?:["»”“]|Jeg|Vi|Det|Man|Jo|Nej|Ja|Men|Hvad|Hvorfor|Kan))/gu

/** The words of roll calls, and of speakers before what they say, that may be names by where they stand. */
const listedWords = (words: readonly TextWord[], text: string): Set<number> => {
  const lists = [...text.matchAll(rollCall), ...text.matchAll(speech)].map((match) => {
    const list = match.groups?.['list'] ?? match.groups?.['from'] ?? ''
    const at = match.index + match[0].lastIndexOf(list)
    return { at, end: at + list.length }
  })
  return new Set(
    words.flatMap((word, i) => {
      const isInList = lists.some(({ at, end }) => word.at >= at && word.end <= end)
      const beginsItem = /^$|[,:;&/(\n]\s*$|(?:og|fra) ?$|^ $/.test(word.before)
      return isInList && beginsItem && word.isCapital ? [i] : []
    }),
  )
}
