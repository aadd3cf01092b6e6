import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { wordsMeant } from './fold-name.rules.ts'
import type { FoundInRegister } from './register.ts'
import { listUnknownInRegister, searchRegister } from './register-search.queries.ts'

interface Sought {
  readonly day: Day
  readonly words: readonly string[]
  readonly from: number
  readonly most: number
}

/** What was found in the register, and by which words instead of those that no name has. */
export interface MendedRegister extends FoundInRegister {
  readonly mended: readonly string[]
}

/** Finds organisations, units and posts; a word that is part of no name is taken for a slip of the pen. */
export const findInRegister = async (tx: ReadTx, { words, ...asked }: Sought): Promise<MendedRegister> => {
  const { unknown, known } = await listUnknownInRegister(tx, words)
  const meant = new Map(unknown.map((word) => [word, wordsMeant(word, known)]))
  if (words.length === 0 || [...meant.values()].some((instead) => instead.length === 0))
    return { things: [], total: 0, mended: [] }
  const found = await searchRegister(tx, { ...asked, words: words.map((word) => meant.get(word) ?? [word]) })
  return { ...found, mended: found.total === 0 ? [] : [...meant.values()].flat() }
}
