import type { SourcePlace } from '../agreement-format.ts'
import { editDistance, foldedWords, foldText } from './match-words.ts'

/** A name somewhere in the agreement, with the path that leads to it. */
export interface NamedAt {
  name: string
  about: string
  source: SourcePlace | null
}

const squashed = (name: string): string => foldText(name).replace(/[^\p{L}\d]/gu, '')

const departmentStems = (name: string): string | null => {
  if (!/forvaltning/iu.test(name) || name.length > 70) return null
  const words = foldedWords(name.replace(/forvaltning\S*/iu, ' ')).filter((word) => word.length > 2 && word !== 'og')
  return words.length === 0
    ? null
    : words
        .map((word) => word.slice(0, 3))
        .toSorted()
        .join(' ')
}

/** How many parties a name joins: "A, B og C" is three. */
const joined = (name: string): number => name.split(/,|\sog\s(?!\S*forvaltning)/u).length

const isWithin = (few: string[], many: string[]): boolean =>
  few.length < many.length &&
  (few.length > 1 || few[0] === many[0]) &&
  few.every((word) => many.includes(word)) &&
  few.join('').length >= 7

const isVariant = (one: string, other: string): boolean => {
  const department = departmentStems(one)
  if (department !== null && department === departmentStems(other)) return true
  const a = squashed(one)
  const b = squashed(other)
  if (a === b) return true
  if (joined(one) !== joined(other)) return false
  if (/\d/u.test(a) || /\d/u.test(b)) return false
  const shorter = Math.min(a.length, b.length)
  if (shorter >= 9 && editDistance(a, b, 2) <= 2) return true
  const [few, many] = [foldedWords(one), foldedWords(other)].toSorted((x, y) => x.length - y.length)
  return few !== undefined && many !== undefined && isWithin(few, many)
}

/** Groups of names that are one thing written in several ways. Names written alike everywhere give none. */
export const findVariants = (names: NamedAt[]): NamedAt[][] => {
  const groups: NamedAt[][] = []
  for (const named of names) {
    const group = groups.find((one) => one.some((other) => isVariant(other.name, named.name)))
    if (group === undefined) groups.push([named])
    else if (!group.some((other) => other.name.toLowerCase() === named.name.toLowerCase())) group.push(named)
  }
  return groups.filter((group) => group.length > 1)
}

const endings = /^(?:s|n|t|en|et|e|er|ens|ets|r|ne)$/u

/** "centret" and "centeret" are both right. */
const withPlainCenter = (word: string): string => word.replace(/cent(?:eret|ret)(?=s?$)/u, 'center')

const isInflected = (one: string, other: string): boolean => {
  if (withPlainCenter(one) === withPlainCenter(other)) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return long.startsWith(short) && endings.test(long.slice(short.length))
}

/**
 * Proper names that occur once and differ by a letter or two from one that occurs more often: most likely a slip.
 * Words differing only by an ending are the same word.
 */
export const findMisspelt = (texts: string[]): { odd: string; usual: string }[] => {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const match of text.matchAll(/(?<=[\p{Ll},/(]\s?|[/(])\p{Lu}\p{Ll}{6,}(?![\p{L}])/gu)) {
      counts.set(match[0], (counts.get(match[0]) ?? 0) + 1)
    }
  }
  const words = [...counts]
  return words.flatMap(([odd, times]) => {
    if (times > 1) return []
    const usual = words.find(
      ([other, often]) =>
        often > 1 &&
        other !== odd &&
        !isInflected(odd, other) &&
        Math.abs(odd.length - other.length) <= 1 &&
        editDistance(odd, other, 1) === 1,
    )
    return usual === undefined ? [] : [{ odd, usual: usual[0] }]
  })
}
