import { keepHouse, readAs } from '../../src/platform/database/index.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { newId } from '../../src/platform/id.ts'
import { type Actor, beginSession, signInDesk, system } from '../../src/rooms/access/index.ts'
import { residentDesk } from '../../src/rooms/access/own-record/resident.ts'
import { hashOf, newSecret } from '../../src/rooms/access/secret.ts'
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
  if (personId.startsWith('subject:')) return residentCookie(platform, personId.slice('subject:'.length))
  const { token, sessionId } = await keepHouse(platform, signInDesk, (tx) =>
    beginSession(tx, platform.clock, { personId, method: 'cast', userAgent: 'Firefox/140 Linux' }),
  )
  if (actor.postId !== null)
    await keepHouse(platform, signInDesk, (tx) =>
      tx.updateTable('session').set({ post_id: actor.postId }).where('session_id', '=', sessionId).execute(),
    )
  return `brobyg=${token}`
}

/** A resident's half hour, as if they had opened the link in their mail. */
const residentCookie = async (platform: Platform, dataSubjectId: string): Promise<string> => {
  const secret = newSecret()
  const now = platform.clock.now()
  await keepHouse(platform, residentDesk, (tx) =>
    tx
      .insertInto('subject_session')
      .values({
        subject_session_id: newId<'subject_session'>(),
        data_subject_id: dataSubjectId,
        token_hash: hashOf(secret),
        begun_at: now,
        ends_at: now.add({ minutes: 30 }),
      })
      .execute(),
  )
  return `brobyg-mine=${secret}`
}
