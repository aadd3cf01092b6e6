import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { refuseOn } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'

/** A provider's name for a person, as it is kept: hashed. */
export interface ProviderSubject {
  readonly provider: string
  readonly subjectHash: Buffer
}

/** A way in that a person has used: at which provider, since when, and when last. */
export interface FederatedIdentity {
  readonly federatedIdentityId: string
  readonly provider: string
  readonly boundAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
}

/** The person a provider's subject is bound to. */
export const findBoundPerson = async (
  tx: ReadTx,
  { provider, subjectHash }: ProviderSubject,
): Promise<string | null> => {
  const row = await tx
    .selectFrom('federated_identity')
    .select('person_id')
    .where('provider', '=', provider)
    .where('subject_hash', '=', subjectHash)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** Notes that a bound subject came again; false where it is not bound to this person. */
export const noteIdentitySeen = async (
  tx: WriteTx,
  { provider, subjectHash }: ProviderSubject,
  seen: { personId: string; at: Temporal.Instant },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('federated_identity')
    .set({ seen_at: seen.at })
    .where('provider', '=', provider)
    .where('subject_hash', '=', subjectHash)
    .where('person_id', '=', seen.personId)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Binds a provider's subject to a person. Throws Refused('identity_changed') where either is bound to another. */
export const insertIdentity = async (
  tx: WriteTx,
  { provider, subjectHash }: ProviderSubject,
  bound: { personId: string; at: Temporal.Instant },
): Promise<string> => {
  const federatedIdentityId = newId<'federated_identity'>()
  const changed = () => new Refused('identity_changed')
  try {
    await tx
      .insertInto('federated_identity')
      .values({
        federated_identity_id: federatedIdentityId,
        provider,
        subject_hash: subjectHash,
        person_id: bound.personId,
        bound_at: bound.at,
        seen_at: bound.at,
      })
      .execute()
  } catch (error) {
    throw refuseOn(error, { person_has_one_identity_at_a_provider: changed, identity_is_one_persons: changed })
  }
  return federatedIdentityId
}

/** The ways in through providers that a person has used, the last used first. */
export const listIdentities = (tx: ReadTx, personId: string): Promise<FederatedIdentity[]> =>
  tx
    .selectFrom('federated_identity')
    .select(['federated_identity_id as federatedIdentityId', 'provider', 'bound_at as boundAt', 'seen_at as seenAt'])
    .where('person_id', '=', personId)
    .orderBy('seen_at', 'desc')
    .execute()

/** Cuts one of the actor's own. Throws Refused('identity_not_found'). */
export const deleteIdentity = async (tx: WriteTx, federatedIdentityId: string): Promise<void> => {
  const { numDeletedRows } = await tx
    .deleteFrom('federated_identity')
    .where('federated_identity_id', '=', federatedIdentityId)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new Refused('identity_not_found')
}
