import type { Finding } from './finding.ts'
import { givenNames } from './name-lists.ts'
import { findPersons } from './person-free.rules.ts'
import { type TextWord, textWords, withoutGenitive } from './text-words.ts'
import { isEveryday } from './word-shapes.ts'

/**
 * What in the name of a file tells, or may tell, who a person is: "Referat om Ali H.docx", "samtale_emil_14.pdf",
 * "UdtalelseFatimaAbdi.pdf". The folder before it and the ending behind it are let be, as are months.
 * Positions in the name as it was given.
 */
export const findPersonsInFileName = (
  name: string,
  { knownNames }: { knownNames: readonly string[] } = { knownNames: [] },
): Finding[] => {
  const { text, places } = asText(name)
  const findings = [...findPersons(text, { knownNames }), ...lowerCaseNames(text)]
    .filter((finding) => !months.test(text.slice(finding.at, finding.at + finding.length)))
    .toSorted((one, other) => one.at - other.at || other.length - one.length)
  const whole = findings.filter(({ at }, i) => !findings.slice(0, i).some((before) => at < before.at + before.length))
  return whole.map(({ at, length, ...finding }) => {
    const begin = places[at] ?? 0
    return { ...finding, at: begin, length: (places[at + length - 1] ?? begin) + 1 - begin }
  })
}

const months = /^(?:maj|juni|juli|august|april|marts)$/i
const longestName = 400

/** The name as words with spaces between them, and where in the name each letter stood. */
const asText = (name: string): { text: string; places: number[] } => {
  const from = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1
  const ending = /(?:\.[a-z\d]{1,5}){1,2}$/i.exec(name.slice(-12))?.[0].length ?? 0
  const stem = name.slice(from, Math.min(name.length - ending, from + longestName)).replace(/%20/g, '   ')
  let text = ''
  const places: number[] = []
  for (let i = 0; i < stem.length; i += 1) {
    const sign = stem.charAt(i)
    // A capital inside a word begins the next: "ReferatAli".
    if (/\p{Ll}$/u.test(text.slice(-1)) && /\p{Lu}/u.test(sign)) {
      text += ' '
      places.push(from + i - 1)
    }
    text += /[_+]/.test(sign) || (sign === '.' && !isFullStop(stem, i)) ? ' ' : sign
    places.push(from + i)
  }
  return { text: text.replace(/(?<=\p{L}{2})-(?=\p{L}{2})/gu, ' '), places }
}

/** Whether the full stop here is one, as in "Ali H. og", "Skt. Hans", "2. tv", or stands between two words. */
const isFullStop = (stem: string, i: number): boolean =>
  stem.charAt(i + 1) === ' ' || /(?:^|[^\p{L}])\p{L}$/u.test(stem.slice(Math.max(0, i - 2), i))

/** Names typed without their capital, for a file's name is no sentence to tell them by. */
const lowerCaseNames = (text: string): Finding[] =>
  textWords(text)
    .filter(isGivenName)
    .map(({ at, end }) => ({ kind: 'name', at, length: end - at, suggestion: 'en person' }))

const isGivenName = ({ lower }: TextWord): boolean =>
  lower.length > 2 && !isEveryday(lower) && withoutGenitive(lower).some((form) => givenNames.has(form))
