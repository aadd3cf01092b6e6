import { anyVerbs, personVerbs } from './person-words.ts'
import {
  anybodyDoes,
  conditions,
  generalities,
  modals,
  privateMatters,
  privateStates,
  publicDone,
  publicVerbs,
  irregular,
} from './single-person-words.ts'
import type { NameSpan } from './name-span.ts'
import type { Sentence } from './sentences.ts'
import type { TextWord } from './text-words.ts'

/** A sentence as it has been read so far, from its first word on. */
export interface Reading {
  readonly words: readonly TextWord[]
  readonly first: number
  readonly end: number
  /** Whether something is told that nobody tells of themselves in passing. */
  readonly isPrivate: boolean
  /** Whether the sentence touches on what is private. */
  readonly isTouchy: boolean
  /** Whether the sentence says how things should be. */
  readonly isAim: boolean
  /** Whether the sentence has already spoken of anybody, or of somebody who speaks, whom a pronoun may stand for. */
  hasAnybody: boolean
}

const aims = /^(?:vigtigt|vigtig|væsentligt|centralt|forudsætning|målet|formålet|sikre|sikrer|princip|princippet)$/

export const read = (words: readonly TextWord[], { first, end }: Sentence): Reading => {
  const some = words.slice(first, end)
  return {
    words,
    first,
    end,
    isAim: some.some(({ lower }) => aims.test(lower)),
    isTouchy: some.some(({ lower }) => privateMatters.test(lower)),
    isPrivate: some.some(({ lower }) => privateStates.test(lower)),
    hasAnybody: some.some(({ lower }) => lower === 'enkelte' || lower === 'enhver') || isSaidLast(some),
  }
}

/** "…, fortalte en af kvinderne." */
const isSaidLast = (some: readonly TextWord[]): boolean =>
  some
    .slice(-5)
    .some(({ lower, before }) => /,|["”»] ?$/.test(before) && /^(?:sagde|fortalte|mente|spurgte|siger)$/.test(lower))

/** Remembers that a pronoun from here on may stand for anybody. */
export const noteAnybody = (reading: Reading): null => {
  reading.hasAnybody = true
  return null
}

export const lowerAt = ({ words, end }: Reading, i: number): string => (i < end ? (words[i]?.lower ?? '') : '')

/** Whether what is said of them is typical of many: "har ofte", "er som regel". */
export const isGeneral = (reading: Reading, last: number): boolean =>
  [1, 2, 3, 4].some((step) => generalities.has(lowerAt(reading, last + step)))

const isDone = /^(?:har|havde|er|var|blev|bliver)$/

/** Whether something has happened to a person, more than what may be, shall be, or is said at the meeting. */
export const hasHappened = (reading: Reading, { first, last }: NameSpan, isDefinite = false): boolean => {
  if ([1, 2].some((step) => conditions.has(lowerAt(reading, first - step)))) return noteAnybody(reading) !== null
  const at = verbAfter(reading, last)
  const verb = lowerAt(reading, at)
  if (at === -1) return reading.isPrivate
  if (modals.has(verb)) return noteAnybody(reading) !== null
  if (verb === 'får' && lowerAt(reading, at + 1) === 'ikke') return true
  if (anybodyDoes.has(verb) || isWhatOneIs(reading, at)) {
    noteAnybody(reading)
    return reading.isTouchy
  }
  if (isDefinite && isNoSpeaker(reading, at)) return true
  if (!isPublic(reading, at)) return true
  noteAnybody(reading)
  return reading.isPrivate
}

/** Who speaks at a meeting is told of as "en beboer": what "beboeren" has done is told of one. */
const isNoSpeaker = (reading: Reading, at: number): boolean => {
  const verb = lowerAt(reading, at)
  if (isDone.test(verb)) return ![1, 2, 3].some((step) => rights.test(lowerAt(reading, at + step)))
  return publicVerbs.has(verb)
}

const rights = /^(?:ret|krav|pligt|mulighed|brug|ansvar|ansvaret|velkommen|vigtig|central)$/

/** "… er en god rollemodel". */
const isWhatOneIs = (reading: Reading, at: number): boolean =>
  lowerAt(reading, at) === 'er' && /^(?:en|et|ofte|altid|velkommen)$/.test(lowerAt(reading, at + 1))

const isPublic = (reading: Reading, at: number): boolean => {
  const verb = lowerAt(reading, at)
  if (isDone.test(verb)) return [1, 2, 3].some((step) => publicDone.has(lowerAt(reading, at + step)))
  if (/^(?:står|stod)$/.test(verb)) return lowerAt(reading, at + 1) === 'for'
  return publicVerbs.has(verb) || (/..[^r]es$/.test(verb) && !irregular.has(verb))
}

const reach = 10
const notVerbs =
  /^(?:elever|uger|timer|måneder|piger|kvinder|steder|familier|gange|lejligheder|beboere|eller|over|under|efter)$/

/** Where the verb stands that a person is the subject of, or -1. */
export const verbAfter = (reading: Reading, last: number): number => {
  const next = reading.words[last + 1]
  if (next === undefined || last + 1 >= reading.end) return -1
  if (next.before === ' ' && !links.test(next.lower)) return isNextVerb(next.lower) ? last + 1 : -1
  const reached = Math.min(reading.end, last + reach)
  for (let at = last + 1; at < reached; at += 1) if (isVerb(lowerAt(reading, at))) return at
  for (let at = last + 2; at < reached; at += 1)
    if (/..er$/.test(lowerAt(reading, at)) && !notVerbs.test(lowerAt(reading, at))) return at
  return -1
}

const links =
  /^(?:fra|i|på|med|m|til|under|ved|over|uden|af|hos|om|der|som|og|blandt|oppe|nede|hvis|ca|bag|foran|mellem)$/

export const isVerb = (lower: string): boolean =>
  [modals, anyVerbs, personVerbs, publicVerbs, anybodyDoes, irregular].some((verbs) => verbs.has(lower)) ||
  (lower.length > 4 && /(?:[^n]ede|[^s]te)$/.test(lower))

const isNextVerb = (lower: string): boolean =>
  isVerb(lower) || /(?:r|s|ede|te|ende)$/.test(lower) || privateMatters.test(lower)
