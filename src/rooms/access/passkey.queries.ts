import { type ReadTx, refuseOn, type WriteTx } from '../../platform/database/index.ts'
import { newId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'
import type { Passkey } from './passkey.ts'

const columns = [
  'passkey_id as passkeyId',
  'person_id as personId',
  'credential_id as credentialId',
  'public_key as publicKey',
  'counter',
  'transports',
  'name',
  'registered_at as registeredAt',
  'used_at as usedAt',
] as const

type PasskeyRow = Omit<Passkey, 'counter' | 'publicKey'> & { readonly counter: bigint; readonly publicKey: Buffer }

const toPasskey = (row: PasskeyRow): Passkey => ({
  ...row,
  counter: Number(row.counter),
  publicKey: new Uint8Array(row.publicKey),
})

/** A person's passkeys, the first registered first. */
export const listPasskeys = async (tx: ReadTx, personId: string): Promise<Passkey[]> => {
  const rows = await tx
    .selectFrom('passkey')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('registered_at')
    .orderBy('passkey_id')
    .execute()
  return rows.map(toPasskey)
}

/** The passkey an authenticator knows by this name. */
export const findPasskey = async (tx: ReadTx, credentialId: string): Promise<Passkey | undefined> => {
  const row = await tx
    .selectFrom('passkey')
    .select(columns)
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
  return row && toPasskey(row)
}

/** Writes a passkey. Answers with its id. Throws Refused('passkey_known') where it is there already. */
export const insertPasskey = async (tx: WriteTx, passkey: Omit<Passkey, 'passkeyId' | 'usedAt'>): Promise<string> => {
  const passkeyId = newId<'passkey'>()
  const row = {
    passkey_id: passkeyId,
    person_id: passkey.personId,
    credential_id: passkey.credentialId,
    public_key: Buffer.from(passkey.publicKey),
    counter: BigInt(passkey.counter),
    transports: [...passkey.transports],
    name: passkey.name,
    registered_at: passkey.registeredAt,
  }
  try {
    await tx.insertInto('passkey').values(row).execute()
  } catch (error) {
    throw refuseOn(error, { passkey_credential_is_one: () => new Refused('passkey_known') })
  }
  return passkeyId
}

/** Writes that a passkey was used. Answers whether its count was still the one that was seen: of two at once, one finds it so. */
export const markPasskeyUsed = async (
  tx: WriteTx,
  { passkeyId, counter }: Pick<Passkey, 'passkeyId' | 'counter'>,
  use: { counter: number; at: Temporal.Instant },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('passkey')
    .set({ counter: BigInt(use.counter), used_at: use.at })
    .where('passkey_id', '=', passkeyId)
    .where('counter', '=', BigInt(counter))
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Removes a passkey the actor may remove. Throws Refused('passkey_not_found'). */
export const deletePasskey = async (tx: WriteTx, personId: string, passkeyId: string): Promise<void> => {
  const { numDeletedRows } = await tx
    .deleteFrom('passkey')
    .where('passkey_id', '=', passkeyId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new Refused('passkey_not_found')
}
