import type { ReadTx } from '../../../platform/database/index.ts'
import { foldName } from '../../parties/index.ts'
import { isLike } from './like-words.rules.ts'
import { listSoughtTexts, mostFound, type SoughtText } from './search-minutes.queries.ts'

/** What a search found; `isExact`: every word stands there as it was asked for. */
export interface FoundMinutes {
  readonly found: readonly SoughtText[]
  readonly isExact: boolean
}

/** So many texts are looked through for words that are like those asked for. */
const mostLookedThrough = 3000

/** Searches all minutes and decisions the actor may see: by how words begin, else by words like them. */
export const searchMinutes = async (tx: ReadTx, asked: string): Promise<FoundMinutes> => {
  const words = foldName(asked)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 12)
  if (words.length === 0) return { found: [], isExact: true }
  const exact = await listSoughtTexts(tx, words, mostFound)
  if (exact.length > 0) return { found: exact, isExact: true }
  const all = await listSoughtTexts(tx, [], mostLookedThrough)
  const alike = all.filter(({ title, text, group }) =>
    isLike(words, [...new Set(foldName(`${title} ${text} ${group}`).split(' '))]),
  )
  return { found: alike.slice(0, mostFound), isExact: false }
}
