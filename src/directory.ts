import type { Directory } from './rooms/access/web/index.ts'
import { listOrganisationNames, listPostNames, postWords } from './rooms/parties/index.ts'

const inDanish = new Intl.Collator('da')

/** Who takes part, for the room that knows consents but not parties. */
export const directory: Directory = {
  listPosts: async (tx) =>
    (await listPostNames(tx))
      .map(({ postId, ...post }) => ({ id: postId, words: postWords(post) }))
      .toSorted((a, b) => inDanish.compare(a.words, b.words)),
  listOrganisations: async (tx) =>
    (await listOrganisationNames(tx)).map(({ organisationId, name }) => ({ id: organisationId, words: name })),
}
