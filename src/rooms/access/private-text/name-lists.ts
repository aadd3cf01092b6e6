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
