import { keepHouse, readAs } from '../../src/platform/database/index.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { type Actor, beginSession, signInDesk, system } from '../../src/rooms/access/index.ts'
import { actAs } from '../../src/rooms/agreements/index.ts'
import { listHeldPosts } from '../../src/rooms/parties/index.ts'

/** The person of this name, acting for a post they hold. */
export const actorNamed = async (platform: Platform, name: string): Promise<Actor> => {
  const day = platform.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
  const posts = (await readAs(platform, system, (tx) => listHeldPosts(tx, day))).filter((post) => post.name === name)
  // Who has two hats wears the one of the other party.
  const post = posts.find(({ organisation }) => organisation === 'Kultur- og Idrætsforvaltningen') ?? posts[0]
  if (post === undefined) throw new Error(`${name} holds no post`)
  return (await actAs(platform, post.personId, post.postId)).actor
}

/** A session as if the person had signed in; who nobody knows has a cookie nobody knows. */
export const cookieOf = async (platform: Platform, actor: Actor): Promise<string> => {
  if (actor.personId === null) return ''
  const personId = actor.personId
  const { token, sessionId } = await keepHouse(platform, signInDesk, (tx) =>
    beginSession(tx, platform.clock, { personId, method: 'cast', userAgent: 'Firefox/140 Linux' }),
  )
  if (actor.postId !== null)
    await keepHouse(platform, signInDesk, (tx) =>
      tx.updateTable('session').set({ post_id: actor.postId }).where('session_id', '=', sessionId).execute(),
    )
  return `brobyg=${token}`
}
