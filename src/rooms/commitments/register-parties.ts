import { isDeepStrictEqual } from 'node:util'
import type { WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { type AgreementDocument, insertParties, type NamedParties, type NamedPostIn } from '../agreements/index.ts'
import {
  ensureOrganisation,
  findNamedPost,
  type NamedInAgreement,
  type RegisteredPost,
  registerPosts,
  type SamenessAnswers,
  settleMatches,
} from '../parties/index.ts'
import { type NamedPost, namedPosts, otherPartyNames } from './named-posts.rules.ts'

interface Version {
  readonly agreementVersionId: string
  readonly inForceFrom: Day
}

interface Registration {
  readonly document: AgreementDocument
  readonly isSample: boolean
  /** Which names are of one; null = as proposed. */
  readonly answers: SamenessAnswers | null
  readonly said: { readonly at: Temporal.Instant; readonly by: string }
}

/** Everyone an agreement names, for names that are of one to be found. */
export const namedInAgreement = (document: AgreementDocument): NamedInAgreement => ({
  posts: namedPosts(document).map(({ post }) => post),
  others: otherPartyNames(document),
  places: [document.municipality, document.district].filter((place) => place !== null),
})

/**
 * Registers everyone a version names, under one name where it names them by several, and that they are party to it: their rights come
 * from there. Throws Refused('sameness_unanswered').
 */
export const registerParties = async (
  tx: WriteTx,
  version: Version,
  { document, isSample, answers, said }: Registration,
): Promise<void> => {
  const named = namedPosts(document)
  const settled = await settleMatches(tx, namedInAgreement(document), answers)
  const posts = await registerPosts(tx, settled.posts, version.inForceFrom, isSample)
  const others: string[] = []
  for (const name of settled.others) others.push(await ensureOrganisation(tx, name, 'other', isSample))
  await settled.remember(tx, said)
  await insertParties(tx, version.agreementVersionId, {
    parties: [...posts, ...others.map((organisationId) => ({ organisationId, planId: null }))],
    posts: named.flatMap((one, index) => placesOf(one, posts[index])),
  })
}

const placesOf = ({ activities, isLead }: NamedPost, registered: RegisteredPost | undefined) =>
  registered === undefined
    ? []
    : activities.map((activityId) => ({ postId: registered.postId, activityId, isLead: isLead && activityId === '' }))

/** The activities of a document whose contacts another does not have alike; the agreement's own contacts are no part of a proposal. */
const withOtherContacts = (document: AgreementDocument, other: AgreementDocument): AgreementDocument => {
  const contactsIn = new Map(other.activities.map(({ id, contacts }) => [id, contacts]))
  const isAlike = ({ id, contacts }: AgreementDocument['activities'][number]) =>
    isDeepStrictEqual(contactsIn.get(id) ?? [], contacts)
  const activities = document.activities.filter((activity) => !isAlike(activity))
  return { ...document, activities, contacts: [], coordination: null, otherParties: [] }
}

/** Everyone named in the activities whose contacts a changed document changes, for names that are of one to be found. */
export const namedByChange = (before: AgreementDocument, after: AgreementDocument): NamedInAgreement =>
  namedInAgreement(withOtherContacts(after, before))

interface Change extends Omit<Registration, 'isSample'> {
  readonly before: AgreementDocument
  readonly from: Day
}

/**
 * Registers whom a changed document names, from the day its version begins. Answers with who is named in it newly, and which posts it names no more.
 * Throws Refused('sameness_unanswered').
 */
export const registerChange = async (
  tx: WriteTx,
  { before, document, from, answers, said }: Change,
): Promise<NamedParties & { readonly leaving: readonly NamedPostIn[] }> => {
  const named = namedPosts(withOtherContacts(document, before))
  const settled = await settleMatches(tx, namedByChange(before, document), answers)
  const registered = await registerPosts(tx, settled.posts, from, false)
  await settled.remember(tx, said)
  const posts = named.flatMap((one, index) => placesOf(one, registered[index]))
  const leaving: NamedPostIn[] = []
  for (const { post, activities } of namedPosts(withOtherContacts(before, document))) {
    const postId = await findNamedPost(tx, post)
    if (postId !== undefined) leaving.push(...activities.map((activityId) => ({ postId, activityId })))
  }
  return { parties: registered, posts, leaving }
}
