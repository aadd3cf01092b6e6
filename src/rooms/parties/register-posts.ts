import type { WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import type { PostToRegister } from './party.ts'
import { findPerson } from './find-party.queries.ts'
import * as parties from './party.queries.ts'

/** A post that is known, and where it belongs. */
export interface RegisteredPost {
  readonly postId: string
  readonly organisationId: string
  readonly planId: string | null
}

/**
 * Registers the parties and posts an agreement names, and their holders from the day. What is known by the same name,
 * or another name it has, is not doubled; a post that already has a holder keeps them, and a known person's missing mail and introduction are filled in.
 * Answers with the posts in their order.
 */
export const registerPosts = async (
  tx: WriteTx,
  posts: readonly PostToRegister[],
  from: Day,
  isSample: boolean,
): Promise<RegisteredPost[]> => {
  const registered: RegisteredPost[] = []
  for (const post of posts) {
    const organisationId = await parties.ensureOrganisation(tx, post.organisation, post.kind, isSample)
    const planId = post.plan === null ? null : await parties.ensurePlan(tx, post.plan, isSample)
    const postId = await parties.ensurePost(tx, post, { organisationId, planId, isSample })
    registered.push({ postId, organisationId, planId })
    if (post.holder === null) continue
    const isHeld = await parties.isPostHeld(tx, postId, from)
    if (isHeld && (await findPerson(tx, post.holder.name)) === undefined) continue
    const personId = await parties.ensurePerson(tx, post.holder, isSample)
    if (!isHeld) await parties.insertHolder(tx, { postId, personId, from, provisional: post.provisional })
  }
  return registered
}
