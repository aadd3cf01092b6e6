import type { Finding } from './finding.ts'
import { findOne } from './indefinite-person.rules.ts'
import type { NameSpan } from './name-span.ts'
import { isDoer, isPrivateToPost } from './private-post.rules.ts'
import { hasHappened, isGeneral, lowerAt, noteAnybody, read, type Reading } from './sentence-reading.ts'
import { sentencesOf } from './sentences.ts'
import { isAnyOne, isCertainOne, isOne, isPost, isPronoun } from './single-person-words.ts'
import type { TextWord } from './text-words.ts'

/**
 * One person, told by a word for one and by what is said of them: a pronoun, a definite person ("drengen"), an indefinite
 * one that something happened to ("en mor blev …"), a post that something private is told about. Left alone: anybody ("en
 * ung kan", "hvis en elev"), whoever says something at the meeting ("en beboer spurgte"), and posts at their work.
 */
export const findSinglePersons = (words: readonly TextWord[]): Finding[] =>
  sentencesOf(words).flatMap((sentence) => {
    const reading = read(words, sentence)
    const findings: Finding[] = []
    for (let i = sentence.first; i < sentence.end; i += 1) {
      const span = findAt(reading, i)
      if (span !== null) findings.push(findingOf(words, span))
    }
    return findings
  })

const findAt = (reading: Reading, i: number): NameSpan | null => {
  const word = reading.words[i]
  if (word === undefined || (word.isCapital && !word.opens && !isShouted(reading, i))) return null
  const span = { first: i, last: i }
  if (isPronoun.test(word.lower)) return isSomebody(reading, i) ? span : null
  if (isPost.test(word.lower)) return isPrivateToPost(reading, i) ? span : noteAnybody(reading)
  if (isCertainOne.test(word.lower)) return isMeant(reading, span, true) ? span : null
  if (isAnyOne.test(word.lower)) return isMeant(reading, span, false) ? span : null
  return findOne(reading, i, isMeant) ?? (isDoer(reading, i) && isPrivateToPost(reading, i) ? span : null)
}

/** A line all in capitals says nothing by its capitals. */
const isShouted = (reading: Reading, i: number): boolean => {
  const text = reading.words[i]?.text ?? ''
  return text.length > 2 && text === text.toUpperCase()
}

const findingOf = (words: readonly TextWord[], { first, last }: NameSpan): Finding => {
  const [from, to] = [words[first], words[last]]
  const [at, lower] = [from?.at ?? 0, to?.lower ?? '']
  return {
    kind: first === last && isPronoun.test(lower) ? 'pronoun' : 'description',
    at,
    length: (to?.end ?? at) - at,
    suggestion: /famil|par(?:ret)?$/.test(lower) ? 'en familie' : 'nogen',
  }
}

const workplaces =
  /^(?:kommunen|politiet|boligforeningen|boligselskabet|skolen|klubben|ssp|biblioteket|jobcenteret|jobcentret|forvaltningen|avisen)$/
const opinions = /^(?:synes|mener|oplever|foreslog|foreslår|fortalte|sagde|spurgte)$/

/** Whether a pronoun stands for somebody, and not for anybody, for whoever speaks or for a post. */
const isSomebody = (reading: Reading, i: number): boolean => {
  const [word, next, third] = [lowerAt(reading, i), lowerAt(reading, i + 1), lowerAt(reading, i + 2)]
  if (isOfBoth(reading, i) || (word === 'hans' && isSaint(reading, i))) return false
  if (reading.isPrivate) return true
  // Whoever speaks, their family is told of.
  if (/^(?:hans|hendes)$/.test(word) && isOne.test(next)) return true
  if (reading.hasAnybody) return false
  if (/^(?:han|hun)$/.test(word) && opinions.test(next)) return noteAnybody(reading) !== null
  const isAtWork = /^(?:fra|hos)$/.test(next) && workplaces.test(third)
  const isOnDuty = /^(?:der|som)$/.test(next) && /^(?:har|styrer|står|leder|passer)$/.test(third)
  return !isAtWork && !isOnDuty
}

/** "han eller hun", "hans/hendes". */
const isOfBoth = (reading: Reading, i: number): boolean => {
  const word = reading.words[i]
  if (/^\s?\/\s?$/.test(word?.after ?? '') || /^\s?\/\s?$/.test(word?.before ?? '')) return true
  const isBeside = (step: number): boolean =>
    /^(?:og|eller)$/.test(lowerAt(reading, i + step)) && isPronoun.test(lowerAt(reading, i + 2 * step))
  return isBeside(1) || isBeside(-1)
}

/** "Skt. Hans", "Hans Egede". */
const isSaint = (reading: Reading, i: number): boolean =>
  /^(?:skt|sankt|sct)$/.test(lowerAt(reading, i - 1)) || reading.words[i + 1]?.isCapital === true

/** Whether a person in the definite is somebody: always, but for what many do; one of many only where something has happened. */
const isMeant = (reading: Reading, { first, last }: NameSpan, isCertain: boolean): boolean => {
  const before = lowerAt(reading, first - 1)
  if (
    /^(?:ingen|hele|hver|film|filmen|filmene|bogen|hedder)$/.test(before) ||
    (!isCertain && /^(?:for|hvis)$/.test(before))
  )
    return false
  if (isCertain) return !isTypical(reading, last) && !(reading.hasAnybody && !reading.isPrivate)
  if (isGeneral(reading, last) || reading.isAim) return noteAnybody(reading) !== null
  return hasHappened(reading, { first, last }, true)
}

/** "… har typisk": what is told of those who are alike. */
const isTypical = (reading: Reading, last: number): boolean =>
  [1, 2, 3, 4].some((step) => /^(?:typisk|oftest|generelt|normalt|regel)$/.test(lowerAt(reading, last + step)))
