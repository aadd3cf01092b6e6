import type { WriteTx } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import type { ProviderSubject } from './identity.queries.ts'

/** A sign-in under way at a provider: what it is known by there, and in which browser. */
export interface IdentityRequest {
  readonly provider: string
  readonly stateHash: Buffer
  readonly browserHash: Buffer
  readonly nextPath: string
  readonly begunAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** Removes what is over: requests nobody came back from, and assertions that are too old to be replayed. */
export const forgetWhatIsOver = async (tx: WriteTx, now: Temporal.Instant): Promise<void> => {
  await tx.deleteFrom('identity_request').where('ends_at', '<=', now).execute()
  await tx.deleteFrom('spent_assertion').where('ends_at', '<=', now).execute()
}

export const insertRequest = (tx: WriteTx, request: IdentityRequest) =>
  tx
    .insertInto('identity_request')
    .values({
      identity_request_id: newId<'identity_request'>(),
      provider: request.provider,
      state_hash: request.stateHash,
      browser_hash: request.browserHash,
      next_path: request.nextPath,
      begun_at: request.begunAt,
      ends_at: request.endsAt,
    })
    .execute()

/** Takes an unanswered request away, so that nobody can use it again: where its browser wanted to go; undefined where there is none. */
export const takeRequest = async (
  tx: WriteTx,
  asked: { provider: string; stateHash: Buffer; browserHash: Buffer },
  now: Temporal.Instant,
): Promise<string | undefined> => {
  const row = await tx
    .deleteFrom('identity_request')
    .where('provider', '=', asked.provider)
    .where('state_hash', '=', asked.stateHash)
    .where('browser_hash', '=', asked.browserHash)
    .where('code_hash', 'is', null)
    .where('ends_at', '>', now)
    .returning('next_path')
    .executeTakeFirst()
  return row?.next_path
}

/** Notes whom the answer to an open request proved, under a code. False where none is open. */
export const answerRequest = async (
  tx: WriteTx,
  asked: { provider: string; stateHash: Buffer; now: Temporal.Instant },
  answer: { subjectHash: Buffer; personId: string; codeHash: Buffer; endsAt: Temporal.Instant },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('identity_request')
    .set({
      subject_hash: answer.subjectHash,
      person_id: answer.personId,
      code_hash: answer.codeHash,
      ends_at: answer.endsAt,
    })
    .where('provider', '=', asked.provider)
    .where('state_hash', '=', asked.stateHash)
    .where('code_hash', 'is', null)
    .where('ends_at', '>', asked.now)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Takes away an open request whose answer proved somebody nobody knows. False where none is open. */
export const closeRequest = async (
  tx: WriteTx,
  asked: { provider: string; stateHash: Buffer; now: Temporal.Instant },
): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('identity_request')
    .where('provider', '=', asked.provider)
    .where('state_hash', '=', asked.stateHash)
    .where('code_hash', 'is', null)
    .where('ends_at', '>', asked.now)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Takes an answered request away: whom it proved; undefined where the code is not this browser's, or over. */
export const takeAnswer = async (
  tx: WriteTx,
  asked: { provider: string; codeHash: Buffer; browserHash: Buffer },
  now: Temporal.Instant,
): Promise<(ProviderSubject & { personId: string; nextPath: string }) | undefined> => {
  const row = await tx
    .deleteFrom('identity_request')
    .where('provider', '=', asked.provider)
    .where('code_hash', '=', asked.codeHash)
    .where('browser_hash', '=', asked.browserHash)
    .where('ends_at', '>', now)
    .returning(['subject_hash', 'person_id', 'next_path'])
    .executeTakeFirst()
  if (row === undefined || row.subject_hash === null || row.person_id === null) return undefined
  return { provider: asked.provider, subjectHash: row.subject_hash, personId: row.person_id, nextPath: row.next_path }
}

/** Notes that an assertion was used; false where it was before. */
export const spendAssertion = async (
  tx: WriteTx,
  spent: { provider: string; assertionHash: Buffer; endsAt: Temporal.Instant },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('spent_assertion')
    .values({ provider: spent.provider, assertion_hash: spent.assertionHash, ends_at: spent.endsAt })
    .onConflict((conflict) => conflict.constraint('assertion_is_used_once').doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
