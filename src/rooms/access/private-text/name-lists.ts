import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../../platform/root.ts'

const wordsOf = (file: string): Set<string> =>
  new Set(
    readFileSync(join(projectRoot, 'src', 'rooms', 'access', 'private-text', file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.toLowerCase()),
  )

/** Given names used in Denmark, in lower case. */
export const givenNames = wordsOf('given-names.txt')

/** Surnames used in Denmark, in lower case. */
export const surnames = wordsOf('surnames.txt')

/** Words that are no names, and names that are words too (Bo, Sol, Storm), in lower case: alone they prove nothing. */
export const everydayWords = wordsOf('everyday-words.txt')

/** People, works and shops that everybody knows, in lower case: to name them tells of nobody here. */
export const wellKnown = wordsOf('well-known.txt')

/** A name without what spellings differ in: Sulejman and Suleyman, Vahida and Wahide, Mohammed and Muhamed. */
const soundOf = (lower: string): string =>
  lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/g, 'o')
    .replace(/w/g, 'v')
    .replace(/[qc]/g, 'k')
    .replace(/[yj]/g, 'i')
    .replace(/z/g, 's')
    .replace(/ph/g, 'f')
    .replace(/(?<=[bcdfghkpst])h/g, '')
    .replace(/ou|oo|o(?=[^aeiou])/g, 'u')
    .replace(/e(?=[^aeiou])/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/[aeiou]$/, 'a')

const sounds = new Set([...givenNames].filter((name) => name.length > 4 && !everydayWords.has(name)).map(soundOf))

/** Whether a word of five letters or more sounds like a given name in the list. */
export const soundsLikeName = (lower: string): boolean => lower.length > 4 && sounds.has(soundOf(lower))
