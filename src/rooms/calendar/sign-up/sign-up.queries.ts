import { sql, type Selectable } from 'kysely'
import { refuseOn, type ReadTx, type Rows, type WriteTx } from '../../../platform/database/index.ts'
import { Refused } from '../../../platform/refused.ts'
import { toResidentLanguage } from '../../../platform/resident-language.ts'
import { contactKey, type SignUp, type SignUpFacts, type SignUpState } from './sign-up.ts'

const signUpOf = (row: Selectable<Rows['sign_up']>): SignUp => ({
  signUpId: row.sign_up_id,
  occurrenceId: row.occurrence_id,
  guardian: row.guardian,
  phone: row.phone,
  email: row.email,
  children: row.children,
  language: toResidentLanguage(row.language),
  state: row.state === 'waiting' ? 'waiting' : 'coming',
  signedAt: row.signed_at,
})

/** How many children come to each of these times; those nobody comes to are left out. */
export const countTaken = async (
  tx: ReadTx,
  occurrenceIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ occurrence_id: string; taken: number }>`
    select occurrence_id, taken from places_taken(${[...occurrenceIds]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ occurrence_id, taken }) => [occurrence_id, taken]))
}

/** Who signed up for these times, those who come before those who wait, each in the order they signed up. */
export const listSignUps = async (tx: ReadTx, occurrenceIds: readonly string[]): Promise<SignUp[]> => {
  if (occurrenceIds.length === 0) return []
  const rows = await tx
    .selectFrom('sign_up')
    .selectAll()
    .where('occurrence_id', 'in', occurrenceIds)
    .orderBy('state')
    .orderBy('signed_at')
    .orderBy('sign_up_id')
    .execute()
  return rows.map(signUpOf)
}

const findBy = async (tx: ReadTx, column: 'token_hash' | 'form_hash', hash: Buffer): Promise<SignUp | undefined> => {
  const row = await tx.selectFrom('sign_up').selectAll().where(column, '=', hash).executeTakeFirst()
  return row && signUpOf(row)
}

export const findSignUpByLink = (tx: ReadTx, tokenHash: Buffer) => findBy(tx, 'token_hash', tokenHash)

export const findSignUpByForm = (tx: ReadTx, formHash: Buffer) => findBy(tx, 'form_hash', formHash)

interface NewSignUp extends SignUpFacts {
  readonly signUpId: string
  readonly occurrenceId: string
  readonly state: SignUpState
  readonly tokenHash: Buffer
  readonly formHash: Buffer
  readonly signedAt: Temporal.Instant
}

/** Writes a sign-up. Throws Refused('signed_up_already') where the same mail or phone is there. */
export const insertSignUp = async (tx: WriteTx, one: NewSignUp): Promise<void> => {
  const row = {
    sign_up_id: one.signUpId,
    occurrence_id: one.occurrenceId,
    guardian: one.guardian,
    phone: one.phone,
    email: one.email,
    contact_key: contactKey(one),
    children: one.children,
    language: one.language,
    state: one.state,
    token_hash: one.tokenHash,
    form_hash: one.formHash,
    signed_at: one.signedAt,
  }
  try {
    await tx.insertInto('sign_up').values(row).execute()
  } catch (error) {
    throw refuseOn(error, { sign_up_once_a_guardian: () => new Refused('signed_up_already') })
  }
}

/** The times of an activity to come that somebody waits for, in order. */
export const listFullTimes = async (tx: ReadTx, seriesId: string, now: Temporal.Instant): Promise<string[]> => {
  const rows = await tx
    .selectFrom('occurrence as o')
    .select('o.occurrence_id')
    .where('o.series_id', '=', seriesId)
    .where('o.starts_at', '>', now)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('sign_up as s')
          .select('s.sign_up_id')
          .whereRef('s.occurrence_id', '=', 'o.occurrence_id')
          .where('s.state', '=', 'waiting'),
      ),
    )
    .orderBy('o.starts_at')
    .execute()
  return rows.map(({ occurrence_id }) => occurrence_id)
}

export const letIn = async (tx: WriteTx, signUpIds: readonly string[]): Promise<void> => {
  await tx.updateTable('sign_up').set({ state: 'coming' }).where('sign_up_id', 'in', signUpIds).execute()
}

/** Takes sign-ups out. Answers how many. */
export const deleteSignUps = async (tx: WriteTx, signUpIds: readonly string[]): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('sign_up')
    .where('sign_up_id', 'in', signUpIds)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Sign-ups for what ended before the moment. */
export const listSignUpsBefore = (tx: ReadTx, moment: Temporal.Instant): Promise<{ signUpId: string }[]> =>
  tx
    .selectFrom('sign_up as s')
    .innerJoin('occurrence as o', 'o.occurrence_id', 's.occurrence_id')
    .select('s.sign_up_id as signUpId')
    .where('o.ends_at', '<', moment)
    .orderBy('s.sign_up_id')
    .execute()
