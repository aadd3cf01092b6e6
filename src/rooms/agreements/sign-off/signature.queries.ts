import { sql } from 'kysely'
import { type ReadTx, refuseOn, type WriteTx } from '../../../platform/database/index.ts'
import { type Day, endOf } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import { organisationNameOn } from '../../parties/index.ts'
import { withoutJoint } from './signature.rules.ts'
import type { Signatory, SigningParty, VersionSignature } from './signature.ts'

/**
 * The organisations party to a version that speak for themselves, by their names of the day, each with its confirmation and when it was last
 * asked by then; both may be missing.
 */
export const listSigningParties = async (tx: ReadTx, agreementVersionId: string, day: Day): Promise<SigningParty[]> => {
  const signatures = new Map(
    (await listSignatures(tx, agreementVersionId, day)).map((signature) => [signature.organisationId, signature]),
  )
  const { rows } = await sql<Omit<SigningParty, 'signature'>>`
    select organisation.organisation_id as "organisationId", ${organisationNameOn(day)} as organisation,
      (select max(r.asked_at) from signature_request r
        where r.agreement_version_id = ${agreementVersionId}::uuid and r.organisation_id = organisation.organisation_id
          and r.asked_at < ${endOf(day)}) as "askedAt"
    from organisation where organisation.organisation_id in (
      select a.organisation_id from agreement_party a where a.agreement_version_id = ${agreementVersionId}::uuid)
    order by 2`.execute(tx)
  return withoutJoint(rows.map((row) => ({ ...row, signature: signatures.get(row.organisationId) ?? null })))
}

/** The confirmations a version has by the end of the day, the first first. */
export const listSignatures = (tx: ReadTx, agreementVersionId: string, day: Day): Promise<VersionSignature[]> =>
  tx
    .selectFrom('version_signature')
    .select([
      'organisation_id as organisationId',
      'signer_organisation as organisation',
      'signer_name as name',
      'signer_post as post',
      'document_hash as documentHash',
      'signed_at as signedAt',
    ])
    .where('agreement_version_id', '=', agreementVersionId)
    .where('signed_on', '<=', day.toString())
    .orderBy('signed_at')
    .orderBy('organisation_id')
    .execute()

interface NewSignature {
  readonly agreementVersionId: string
  readonly signatory: Signatory
  readonly documentHash: string
  readonly signedAt: Temporal.Instant
  readonly signedOn: Temporal.PlainDate
}

/**
 * Writes a party's confirmation; it is never changed. Throws Refused('signed_already') where the party has confirmed the version, and
 * Refused('post_not_held_that_day').
 */
export const insertSignature = async (tx: WriteTx, signature: NewSignature): Promise<void> => {
  const { signatory } = signature
  try {
    await tx
      .insertInto('version_signature')
      .values({
        agreement_version_id: signature.agreementVersionId,
        organisation_id: signatory.organisationId,
        post_id: signatory.postId,
        person_id: signatory.personId,
        holder_id: signatory.holderId,
        held_during: `[${signatory.from.toString()},${signatory.until?.toString() ?? ''})`,
        signer_name: signatory.name,
        signer_post: signatory.post,
        signer_organisation: signatory.organisation,
        document_hash: signature.documentHash,
        signed_at: signature.signedAt,
        signed_on: signature.signedOn.toString(),
      })
      .execute()
  } catch (error) {
    throw refuseOn(error, {
      version_signed_once_by_an_organisation: () => new Refused('signed_already', { who: signatory.organisation }),
      signatory_holds_the_post_that_day: () => new Refused('post_not_held_that_day'),
      signature_is_by_the_holder_of_the_post: () => new Refused('post_not_held_that_day'),
    })
  }
}

/** The posts of each organisation that the version names, by organisation. */
export const listNamedPosts = async (tx: ReadTx, agreementVersionId: string): Promise<Map<string, Set<string>>> => {
  const { rows } = await sql<{ organisationId: string; postId: string }>`
    select distinct p.organisation_id as "organisationId", p.post_id as "postId"
    from agreement_post n join post p using (post_id) where n.agreement_version_id = ${agreementVersionId}::uuid`.execute(
    tx,
  )
  const byOrganisation = Map.groupBy(rows, ({ organisationId }) => organisationId)
  return new Map([...byOrganisation].map(([id, posts]) => [id, new Set(posts.map(({ postId }) => postId))]))
}

interface NewRequest {
  readonly agreementVersionId: string
  readonly organisationId: string
  readonly askedAt: Temporal.Instant
  readonly askedBy: string
  /** Until then the party is not asked again. */
  readonly restsUntil: Temporal.Instant
}

/** Writes that a party was asked to confirm. Throws Refused('asked_lately') where it was within the week. */
export const insertSignatureRequest = async (tx: WriteTx, request: NewRequest): Promise<void> => {
  try {
    await tx
      .insertInto('signature_request')
      .values({
        signature_request_id: newId<'signature_request'>(),
        agreement_version_id: request.agreementVersionId,
        organisation_id: request.organisationId,
        asked_at: request.askedAt,
        asked_by: request.askedBy,
        rests_during: `[${request.askedAt.toString()},${request.restsUntil.toString()})`,
      })
      .execute()
  } catch (error) {
    throw refuseOn(error, { party_asked_once_a_week: () => new Refused('asked_lately') })
  }
}
