import type { WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { type AgreementDocument, insertParties } from '../agreements/index.ts'
import {
  ensureOrganisation,
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
