import type { Finding } from './finding.ts'
import type { NameSpan } from './name-span.ts'
import { findNames } from './person-names.rules.ts'
import { findRelations } from './kinship.rules.ts'
import { findNicknames } from './nicknames.rules.ts'
import { findBirthdays, findCaseNumbers, findHandles, findInitialsAndName, findPlates } from './person-marks.rules.ts'
import {
  findAddresses,
  findAgesWithPlace,
  findCpr,
  findInitialsWithAge,
  findMails,
  findPhones,
} from './person-shapes.rules.ts'
import { findSingledOut } from './singled-out.rules.ts'
import { findSinglePersons } from './single-person.rules.ts'
import { findToldByAge } from './told-by-age.rules.ts'
import { isEveryday } from './word-shapes.ts'
import { textWords, type TextWord, withoutGenitive } from './text-words.ts'

/**
 * What in a text tells, or may tell, who a person is: names from lists and by their place in the sentence, people the
 * system knows (`knownNames`, whole names), initials and ages with a place, kinship, addresses and numbers. In the order of
 * the text, none overlapping. Places, themes and organisations are let be. It is there to warn by, not to refuse by.
 */
export const findPersons = (text: string, { knownNames }: { knownNames: readonly string[] }): Finding[] => {
  const words = textWords(text)
  const known = findKnown(words, knownNames)
  const names = findNames(words, text).map((span): Finding => ({
    kind: 'name',
    ...placeOf(words, span),
    suggestion: someone(words, span),
  }))
  // Where two tell of the same words, the first in this row is kept.
  const inOrder = [
    findCpr(text),
    findMails(text),
    findPlates(text),
    findCaseNumbers(text),
    findPhones(text),
    findHandles(text),
    findBirthdays(text),
    findInitialsWithAge(text),
    findAddresses(text),
    known,
    names,
    findInitialsAndName(text),
    findNicknames(text),
    findRelations(text),
    findAgesWithPlace(text),
    findSingledOut(text),
    findSinglePersons(words),
    findToldByAge(text),
  ]
  return withoutOverlaps(inOrder.flat(), text.length).toSorted((one, other) => one.at - other.at)
}

const placeOf = (words: readonly TextWord[], { first, last }: NameSpan): { at: number; length: number } => {
  const at = words[first]?.at ?? 0
  return { at, length: (words[last]?.end ?? at) - at }
}

const someone = (words: readonly TextWord[], { last }: NameSpan): string => {
  const word = words[last]
  const isOwner =
    word !== undefined &&
    (/^['’]/.test(word.after) ||
      (word.lower.endsWith('s') && /^ \p{Ll}/u.test(word.after + (words[last + 1]?.text ?? ''))))
  return isOwner ? 'en persons' : 'en person'
}

/** The parts of a known person's name that are no everyday words, each followed by the rest where it stands. */
const findKnown = (words: readonly TextWord[], knownNames: readonly string[]): Finding[] => {
  if (knownNames.length === 0) return []
  const parts = new Set(
    knownNames.flatMap((name) => textWords(name).map(({ lower }) => lower)).filter((part) => part.length > 1),
  )
  const whole = new Set(knownNames.map((name) => name.toLowerCase()))
  const isKnown = (word: TextWord | undefined): boolean =>
    word !== undefined && word.isCapital && withoutGenitive(word.lower).some((form) => parts.has(form))
  const findings: Finding[] = []
  for (let i = 0; i < words.length; i += 1) {
    if (!isKnown(words[i])) continue
    let last = i
    while (words[last + 1]?.before === ' ' && isKnown(words[last + 1])) last += 1
    const span = { first: i, last }
    const isWhole = withoutGenitive(
      words
        .slice(i, last + 1)
        .map(({ lower }) => lower)
        .join(' '),
    ).some((form) => whole.has(form))
    if (isWhole || !isEveryday(words[i]?.lower ?? ''))
      findings.push({ kind: 'known_person', ...placeOf(words, span), suggestion: someone(words, span) })
    i = last
  }
  return findings
}

/** Those that take no letter an earlier one has taken. */
const withoutOverlaps = (findings: readonly Finding[], length: number): Finding[] => {
  const isTaken = new Uint8Array(length)
  return findings.filter(({ at, length }) => {
    if (isTaken.subarray(at, at + length).includes(1)) return false
    isTaken.fill(1, at, at + length)
    return true
  })
}
