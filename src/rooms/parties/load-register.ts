import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { findInRegister, type MendedRegister } from './find-in-register.ts'
import { soughtWords } from './fold-name.rules.ts'
import type { ListedOrganisation, OrganisationBranch } from './register.ts'
import { countPosts, listOrganisations, listRegister } from './register.queries.ts'
import { byName, treeOf } from './register.rules.ts'

/** The whole tree of a small register, or a page of the organisations of a large one, or what was looked for. */
export type LoadedRegister =
  | { readonly what: 'tree'; readonly tree: readonly OrganisationBranch[] }
  | { readonly what: 'page'; readonly organisations: readonly ListedOrganisation[]; readonly total: number }
  | ({ readonly what: 'found' } & MendedRegister)

/** A register of more posts lists its organisations alone. */
const mostPostsShown = 400

interface AskedRegister {
  readonly day: Day
  /** As it was typed. */
  readonly sought: string
  readonly from: number
  readonly most: number
}

/** Loads what a page of the register shows. */
export const loadRegister = async (tx: ReadTx, { day, sought, from, most }: AskedRegister): Promise<LoadedRegister> => {
  if (sought !== '')
    return { what: 'found', ...(await findInRegister(tx, { day, words: soughtWords(sought), from, most })) }
  const counts = await countPosts(tx)
  if (counts.values().reduce((sum, count) => sum + count, 0) <= mostPostsShown)
    return { what: 'tree', tree: treeOf(await listRegister(tx, day)) }
  const all = (await listOrganisations(tx, day)).toSorted(byName)
  const organisations = all.slice(from, from + most)
  return {
    what: 'page',
    organisations: organisations.map((one) => ({ ...one, postCount: counts.get(one.organisationId) ?? 0 })),
    total: all.length,
  }
}
