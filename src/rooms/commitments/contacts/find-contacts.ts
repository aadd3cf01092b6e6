import type { ReadTx } from '../../../platform/database/index.ts'
import { wordsMeant } from '../../parties/index.ts'
import type { AskedContacts, ListedContacts } from './contact.ts'
import { listUnknownWords } from './contact-names.queries.ts'
import { listContacts } from './contact.queries.ts'

/** What is looked for by words as they were typed, folded. */
export type SoughtContacts = Omit<AskedContacts, 'words'> & { readonly words: readonly string[] }

/** What was found, and by which words instead of those that no name has. */
export interface FoundContacts extends ListedContacts {
  readonly mended: readonly string[]
}

/** Finds contacts; a word that is part of no name is taken for a slip of the pen, and the words it may have meant are looked for. */
export const findContacts = async (tx: ReadTx, { words, ...asked }: SoughtContacts): Promise<FoundContacts> => {
  if (words.length === 0) return { ...(await listContacts(tx, { ...asked, words: [] })), mended: [] }
  const { unknown, known } = await listUnknownWords(tx, asked, words)
  const meant = new Map(unknown.map((word) => [word, wordsMeant(word, known)]))
  if ([...meant.values()].some((instead) => instead.length === 0)) return { contacts: [], total: 0, mended: [] }
  const listed = await listContacts(tx, { ...asked, words: words.map((word) => meant.get(word) ?? [word]) })
  return { ...listed, mended: listed.total === 0 ? [] : [...meant.values()].flat() }
}
