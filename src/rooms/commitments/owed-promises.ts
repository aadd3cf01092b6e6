import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { type HeldPost, listHeldPosts } from '../parties/index.ts'
import { activityKey, listActivityContacts } from './activity-contact.queries.ts'
import type { PlacedCommitment } from './commitment.ts'
import { listCommitmentsInForce } from './commitment.queries.ts'
import type { Place } from './owed-by.rules.ts'
import { activityOf, type OwedPromise, shareOf } from './owed-promises.rules.ts'
import { listStandings } from './standings.ts'

/** The posts a person holds on a day, and every promise in force that the actor may see with whose it is for those posts. */
export interface OwedPromises {
  readonly posts: readonly HeldPost[]
  readonly promises: readonly OwedPromise[]
}

/** Lists the promises in force on the day as they stood then, seen from the posts the person held; null = seen from nobody. */
export const listOwedPromises = async (tx: ReadTx, day: Day, personId: string | null): Promise<OwedPromises> => {
  const posts = personId === null ? [] : (await listHeldPosts(tx, day)).filter((post) => post.personId === personId)
  return { posts, promises: await listPromisesFor(tx, day, posts) }
}

/** Lists the promises in force on the day as they stood then, seen from some posts, held or not. */
export const listPromisesFor = async (tx: ReadTx, day: Day, posts: readonly Place[]): Promise<OwedPromise[]> => {
  const commitments = await listCommitmentsInForce(tx, day)
  const standings = await listStandings(tx, commitments, day)
  const contacts = await listActivityContacts(tx, day)
  return commitments.flatMap((commitment) => {
    const standing = standings.get(commitment.commitmentId)
    if (standing === undefined) return []
    const named = contacts.get(activityKey(commitment.agreementVersionId, activityOf(commitment.readingId))) ?? []
    return [{ commitment, standing, share: shareOf(commitment, posts, named), contacts: named }]
  })
}

/** The posts held on the day that owe a promise, by the name of their holder. */
export const listOwnersOf = async (tx: ReadTx, commitment: PlacedCommitment, day: Day): Promise<HeldPost[]> => {
  const contacts = await listActivityContacts(tx, day)
  const named = contacts.get(activityKey(commitment.agreementVersionId, activityOf(commitment.readingId))) ?? []
  return (await listHeldPosts(tx, day)).filter((post) => shareOf(commitment, [post], named) === 'ours')
}
