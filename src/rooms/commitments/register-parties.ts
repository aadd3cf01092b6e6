import type { WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { type AgreementDocument, insertParties } from '../agreements/index.ts'
import { ensureOrganisation, type RegisteredPost, registerPosts } from '../parties/index.ts'
import { type NamedPost, namedPosts, otherPartyNames } from './named-posts.rules.ts'

interface Version {
  readonly agreementVersionId: string
  readonly inForceFrom: Day
}

/** Registers everyone a version names, and that they are party to it: their rights come from there. */
export const registerParties = async (
  tx: WriteTx,
  version: Version,
  { document, isSample }: { document: AgreementDocument; isSample: boolean },
): Promise<void> => {
  const named = namedPosts(document)
  const posts = await registerPosts(
    tx,
    named.map(({ post }) => post),
    version.inForceFrom,
    isSample,
  )
  const others: string[] = []
  for (const name of otherPartyNames(document)) others.push(await ensureOrganisation(tx, name, 'other', isSample))
  await insertParties(tx, version.agreementVersionId, {
    parties: [...posts, ...others.map((organisationId) => ({ organisationId, planId: null }))],
    posts: named.flatMap((one, index) => placesOf(one, posts[index])),
  })
}

const placesOf = ({ activities, isLead }: NamedPost, registered: RegisteredPost | undefined) =>
  registered === undefined
    ? []
    : activities.map((activityId) => ({ postId: registered.postId, activityId, isLead: isLead && activityId === '' }))
