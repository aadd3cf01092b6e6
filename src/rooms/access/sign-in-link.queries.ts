import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
import { newId } from '../../platform/id.ts'
import type { SignInLink, SignInRequest } from './sign-in-link.ts'

export const insertSignInRequest = (tx: WriteTx, request: SignInRequest) =>
  tx
    .insertInto('sign_in_request')
    .values({
      sign_in_request_id: request.signInRequestId,
      address: request.address,
      browser_hash: request.browserHash,
      next_path: request.nextPath,
      language: request.language,
      asked_at: request.askedAt,
    })
    .execute()

export const findSignInRequest = async (tx: ReadTx, requestId: string): Promise<SignInRequest | undefined> => {
  const row = await tx
    .selectFrom('sign_in_request')
    .select([
      'sign_in_request_id as signInRequestId',
      'address',
      'browser_hash as browserHash',
      'next_path as nextPath',
      'language',
      'asked_at as askedAt',
    ])
    .where('sign_in_request_id', '=', requestId)
    .executeTakeFirst()
  return row && { ...row, language: row.language === 'en' ? 'en' : 'da' }
}

/** Takes a request away. Answers whether it was still there: of two jobs at once, one finds it so. */
export const deleteSignInRequest = async (tx: WriteTx, requestId: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('sign_in_request')
    .where('sign_in_request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

interface NewLink {
  readonly personId: string
  readonly tokenHash: Buffer
  readonly browserHash: Buffer
  readonly madeAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** Writes a link. Answers with its id. */
export const insertSignInLink = async (tx: WriteTx, link: NewLink): Promise<string> => {
  const signInLinkId = newId<'sign_in_link'>()
  await tx
    .insertInto('sign_in_link')
    .values({
      sign_in_link_id: signInLinkId,
      person_id: link.personId,
      token_hash: link.tokenHash,
      browser_hash: link.browserHash,
      made_at: link.madeAt,
      ends_at: link.endsAt,
    })
    .execute()
  return signInLinkId
}

/** The link with this token, whatever has become of it. */
export const findSignInLink = (tx: ReadTx, tokenHash: Buffer): Promise<SignInLink | undefined> =>
  tx
    .selectFrom('sign_in_link')
    .select([
      'sign_in_link_id as signInLinkId',
      'person_id as personId',
      'browser_hash as browserHash',
      'ends_at as endsAt',
      'used_at as usedAt',
    ])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()

/** Uses a link up. Answers whether it was still unused: of two at once, one finds it so. */
export const markSignInLinkUsed = async (tx: WriteTx, signInLinkId: string, usedAt: Temporal.Instant) => {
  const { numUpdatedRows } = await tx
    .updateTable('sign_in_link')
    .set({ used_at: usedAt })
    .where('sign_in_link_id', '=', signInLinkId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Ends a person's links that are still open; with a browser, only those asked for from there. */
export const endLinksOf = (tx: WriteTx, personId: string, at: Temporal.Instant, browserHash?: Buffer) =>
  tx
    .updateTable('sign_in_link')
    .set({ ends_at: at })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('ends_at', '>', at)
    .$if(browserHash !== undefined, (query) => query.where('browser_hash', '=', browserHash ?? Buffer.of()))
    .execute()

/** Clears away links that ended before the moment, used or not, and requests nobody got round to. */
export const deleteSignInLinksBefore = async (tx: WriteTx, moment: Temporal.Instant): Promise<void> => {
  await tx.deleteFrom('sign_in_link').where('ends_at', '<', moment).execute()
  await tx.deleteFrom('sign_in_request').where('asked_at', '<', moment).execute()
}
