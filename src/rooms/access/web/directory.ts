import type { ReadTx } from '../../../platform/database/index.ts'

/** Something by its id and its words. */
export interface Named {
  readonly id: string
  readonly words: string
}

/** What this room must be told of those who take part, which it does not know; handed in by app.ts. */
export interface Directory {
  listPosts(tx: ReadTx): Promise<readonly Named[]>
  listOrganisations(tx: ReadTx): Promise<readonly Named[]>
}

/** Posts and organisations by id, in words. */
export type Names = ReadonlyMap<string, string>

export const namesOf = async (tx: ReadTx, directory: Directory): Promise<Names> =>
  new Map(
    [...(await directory.listPosts(tx)), ...(await directory.listOrganisations(tx))].map(({ id, words }) => [
      id,
      words,
    ]),
  )
