import { readAs } from '../../platform/database/index.ts'
import { type Day, today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, signInDesk, visitor } from '../access/index.ts'
import { findPersonMail, type HeldPost, listPostsOf, postWords } from '../parties/index.ts'
import { listRelations } from './relation.queries.ts'

/** Someone who acts today, and the posts they may choose among. */
export interface Acting {
  readonly actor: Actor
  readonly posts: readonly HeldPost[]
}

/** The person, acting for the post they chose if they hold it today, else for the first they hold; a visitor where nobody knows them. */
export const actAs = async (platform: Platform, personId: string, chosenPostId: string | null): Promise<Acting> => {
  const day = today(platform.clock)
  const { person, posts } = await readAs(platform, signInDesk, async (tx) => ({
    person: await findPersonMail(tx, personId),
    posts: await listPostsOf(tx, personId, day),
  }))
  if (person === undefined) return { actor: visitor, posts: [] }
  const post = posts.find(({ postId }) => postId === chosenPostId) ?? posts[0]
  const actor = actorFor({ personId, name: person.name }, post, day)
  return { actor: { ...actor, relations: await readAs(platform, actor, listRelations) }, posts }
}

const actorFor = (person: { personId: string; name: string }, post: HeldPost | undefined, day: Day): Actor => ({
  ...person,
  postId: post?.postId ?? null,
  onBehalfOf: post ? postWords(post) : null,
  day,
  relations: new Set(['anyone']),
})
