import { isForeignLooking, isForeignSpelled, isPlaceWord } from './word-shapes.ts'
import { type Class, classOf } from './name-class.ts'
import { anyVerbs, naming, personalStates, personThings, personVerbs, titles } from './person-words.ts'
import { isGenitive, type TextWord } from './text-words.ts'
import type { NameSpan } from './name-span.ts'

/** Whether a month is meant by a name that is one: "i maj". */
export const isTimeOfYear = (words: readonly TextWord[], { first, last }: NameSpan): boolean => {
  const months = /^(?:maj|juni|juli|august|april|marts|jan)$/
  if (!months.test(words[first]?.lower ?? '')) return false
  return (
    /^(?:i|til|fra|hele|primo|ultimo|medio|den|og|ca)$/.test(words[first - 1]?.lower ?? '') ||
    /^(?:måned|og)$/.test(words[last + 1]?.lower ?? '')
  )
}

/** What stands before says that a name comes: "hedder Siv", "fru Nygaard", "kalder ham Tyson". */
export const isNamed = (words: readonly TextWord[], { first }: NameSpan): boolean => {
  const [before, second, third] = [words[first - 1], words[first - 2], words[first - 3]]
  const gap = words[first]?.before ?? ''
  if (before === undefined || !/^[.:,»"“']? ?[(»"“']?$/.test(gap)) return false
  if (naming.has(before.lower)) return true
  if (/^(?:ham|hende|sig|selv|mig|dem)$/.test(before.lower))
    return [second, third].some((word) => word !== undefined && /^kald(?:er|te|es|t)$/.test(word.lower))
  if (/^\. $/.test(gap)) return /^(?:hr|fr|frk|dr|fam|brdr)$/.test(before.lower)
  return titles.has(before.lower) && /^,? \(?$/.test(gap)
}

/** "Det er Burak, der …". */
export const isPointedOut = (words: readonly TextWord[], { first, last }: NameSpan): boolean => {
  const [before, second, next] = [words[first - 1], words[first - 2], words[last + 1]]
  if (before === undefined || second === undefined || next === undefined) return false
  if (!/^(?:er|var|bliver)$/.test(before.lower) || !/^(?:det|ham|hende)$/.test(second.lower)) return false
  return /^(?:der|som)$/.test(next.lower) && /^,? $/.test(next.before)
}

const greetings = /^(?:kære|hej|mvh|vh|kh|hilsen|hilsner|tillykke|farvel|tak)$/
/** Greetings and thanks: "Kære Lone", "Mvh Torben", "Tak til Sørine". */
export const isAddressed = (words: readonly TextWord[], { first }: NameSpan): boolean => {
  const [before, second] = [words[first - 1], words[first - 2]]
  const gap = words[first]?.before ?? ''
  if (before === undefined || !/^[,.]?\s{1,2}$/.test(gap)) return false
  if (greetings.test(before.lower) && before.lower !== 'tak') return true
  return before.lower === 'til' && second !== undefined && /^(?:tak|tillykke|hilsen)$/.test(second.lower)
}

/** What stands after says that it is a person: what only people do, a class, an age, a mother. */
export const actsAsPerson = (words: readonly TextWord[], span: NameSpan, kind: Class): boolean => {
  const [word, last, next] = [words[span.first], words[span.last], words[span.last + 1]]
  if (word === undefined || last === undefined) return false
  if (/^,? \(?\d{1,2} ?år|^ \(\d{1,2}\)|^,? (?:fra|i) \d{1,2}\. ?[a-g]\b/.test(last.after)) return true
  if (next === undefined || next.opens) return !word.opens && isMet(words, span)
  if (/^ (?:fra|i) \d{1,2}\. ?[a-g]\b/.test(` ${next.text}${next.after}${words[span.last + 2]?.text ?? ''} `))
    return true
  if (last.lower !== 'hans' && isGenitive(last) && /^['’]? $/.test(next.before) && personThings.has(next.lower))
    return true
  if (isPersonalCompany(words, span)) return true
  if (next.before !== ' ') return isAside(words, span, kind) || (!word.opens && isMet(words, span))
  if (personVerbs.has(next.lower) || isInPersonalState(words, span)) return true
  if (kind === 'given_or_word') return word.opens ? opensAsPerson(words, span) : true
  if (!anyVerbs.has(next.lower)) return !word.opens && isMet(words, span)
  if (word.opens) return word.text.length > 3 && (isForeignSpelled(word.lower) || hasDoneAsPerson(words, span))
  return isSubject(words[span.first - 1]) || isForeignLooking(word.lower) || isOneWordWithVerb(words, span)
}

/** "… er bange", "… har fået fritidsjob": what a person may be said to be, and a storm or a shop not. */
const isInPersonalState = (words: readonly TextWord[], { last }: NameSpan): boolean => {
  if (!/^(?:er|var|har|havde|blev|bliver|fik|får|skal|må)$/.test(words[last + 1]?.lower ?? '')) return false
  const after = words.slice(last + 2, last + 5)
  const end = after.findIndex(({ before }) => before !== ' ')
  return after.slice(0, end === -1 ? after.length : end).some(({ lower }) => personalStates.has(lower))
}

/** "… har klaget", "… er begyndt at": what few but people have done. */
const hasDoneAsPerson = (words: readonly TextWord[], { last }: NameSpan): boolean =>
  /^(?:har|er|blev|havde|var)$/.test(words[last + 1]?.lower ?? '') &&
  [2, 3].some((step) => doneByPeople.test(words[last + step]?.lower ?? ''))

const doneByPeople =
  /^(?:klaget|begyndt|stoppet|startet|droppet|flyttet|ringet|skrevet|sagt|fortalt|lovet|spurgt|kommet|bedt|truet|slået|taget|stjålet|røget|drukket|tilbage|hjemme|ked|bange|vred|glad|alene|syg)$/

/** One word that does something, and no place or organisation by what stands before: "på Ellekilde", "Foreningen Grobund". */
const isOneWordWithVerb = (words: readonly TextWord[], { first, last }: NameSpan): boolean => {
  const before = words[first - 1]
  if (before === undefined || first !== last || before.isCapital) return false
  return !placeBefore.test(before.lower) && !isPlaceWord(before.lower)
}

const placeBefore =
  /^(?:i|på|ved|fra|mellem|nær|omkring|over|en|et|den|det|de|projekt|projektet|firmaet|appen|spillet)$/

const isSubject = (before: TextWord | undefined): boolean =>
  before !== undefined &&
  /^(?:at|når|hvis|fordi|mens|da|som|men|hvor|hvorfor|om|siden|så|inden|hverken)$/.test(before.lower)

/** "… og hans mor", "… og hendes veninder", "Maj og Liv". */
const isPersonalCompany = (words: readonly TextWord[], { last }: NameSpan): boolean => {
  const [and, other] = [words[last + 1], words[last + 2]]
  if (and === undefined || other === undefined || !/^(?:og|eller|samt)$/.test(and.lower) || and.before !== ' ')
    return false
  if (other.lower === 'de' && /^(?:andre|øvrige|store|små|to|tre)$/.test(words[last + 3]?.lower ?? '')) return true
  if (/^(?:hans|hendes)$/.test(other.lower)) return words[last]?.lower !== 'hans'
  return other.isCapital && (classOf(other) === 'given' || classOf(other) === 'given_or_word')
}

/** A name that is a word too, at the head of a sentence, is one where what follows fits a person: "Bo har", not "Storm og". */
const opensAsPerson = (words: readonly TextWord[], { first, last }: NameSpan): boolean => {
  const next = words[last + 1]
  if (
    next === undefined ||
    !/^(?:har|vil|kan|skal|er|går|kommer|gik|kom|må|tager|tog|fik|får|fra|følger|sørger)$/.test(next.lower)
  )
    return false
  return !/^(?:kan|da|som|man|vi|en|maj|juni|sol|sten|storm|den|der)$/.test(words[first]?.lower ?? '')
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

const metSurely =
  /^(?:hos|kender|kendte|mødte|møder|spørg|spurgte|ring|ringede|m|kontakter|bedt|bad|bede|hjælper|hentede|ham|hende|mens|fordi|når|hvis|imod|overfor|iflg|ifølge|angående|vedrørende|vedr|ang)$/

/** Someone is met, asked or spoken of, and the word looks like no Danish one: "snak med Xiaoling". */
const isMet = (words: readonly TextWord[], { first }: NameSpan): boolean => {
  const [word, before] = [words[first], words[first - 1]]
  if (word === undefined || before === undefined || word.before !== ' ') return false
  if (isForeignSpelled(word.lower))
    return (
      !/^(?:i|på|ved|fra|mellem|nær|hos|og|eller|en|et|den|det|de)$/.test(before.lower) && !isPlaceWord(before.lower)
    )
  if (metSurely.test(before.lower)) return !/^(?: \p{Lu}|-)/u.test(word.after + (words[first + 1]?.text ?? ''))
  return /^(?:med|om|hos|for|til|mod|af|særligt|især)$/.test(before.lower) && isForeignLooking(word.lower)
}

// A surname alone may be a town ("i Tønder"); those in -sen are none.
export const isSurnameHere = (words: readonly TextWord[], { first }: NameSpan): boolean => {
  const [word, before] = [words[first], words[first - 1]]
  if (word === undefined) return false
  if (/sens?$|ssons?$/.test(word.lower)) return true
  return !word.opens && !/^(?:i|fra|til|ved|på|nær|omkring|mellem|syd|nord|øst|vest|for)$/.test(before?.lower ?? '')
}

const ofPlace =
  /^(?:i|på|ved|fra|til|mellem|nær|omkring|over|under|bag|langs|mod|en|et|den|det|de|denne|hver|hos|via|af|gennem|og|eller|projekt|appen|firmaet|pr|uge|kl|v|bl)$/

/** A word that is neither a listed name nor like a Danish word, inside a sentence and behind no place: "hvorfor Thuvaraka ikke …". */
export const isUnknownInside = (words: readonly TextWord[], { first, last }: NameSpan): boolean => {
  const [word, before] = [words[first], words[first - 1]]
  if (word === undefined || before === undefined || word.opens || first !== last) return false
  if (!/^[,.]? $/.test(word.before) || !/^(?:[ ,.!?)]|['’]|$)/.test(word.after) || word.text.length < 4) return false
  return (
    !before.isCapital && !ofPlace.test(before.lower) && !isPlaceWord(before.lower) && /[aeiouyæøå]/.test(word.lower)
  )
}

const titlesOfPersons = /^(?:fru|hr|herr|frk|frøken|brdr|ægteparret|familien|fam|brødrene|søstrene|enken)$/

/** "fru Bakkegård": whatever stands behind such a title is a name. */
export const isBehindTitle = (words: readonly TextWord[], first: number): boolean =>
  titlesOfPersons.test(words[first - 1]?.lower ?? '') && /^\.? $/.test(words[first]?.before ?? '')
