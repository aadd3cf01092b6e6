import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { nobody, readAs, keepHouse } from './database/index.ts'
import type { ReadTx } from './database/index.ts'
import { newId } from './id.ts'
import type { Platform } from './platform.ts'

/** The key cookies are signed with: 32 bytes, the same for all processes of a municipality, made at first use. */
export const getSigningKey = async (platform: Pick<Platform, 'database' | 'clock'>): Promise<Buffer> => {
  const known = await readAs(platform, nobody, findSigningKey)
  if (known !== undefined) return known
  return keepHouse(platform, nobody, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('signing_key'))`.execute(tx)
    const madeByAnother = await findSigningKey(tx)
    if (madeByAnother !== undefined) return madeByAnother
    const secret = randomBytes(32)
    await tx
      .insertInto('signing_key')
      .values({ signing_key_id: newId(), secret, made_at: platform.clock.now() })
      .execute()
    return secret
  })
}

/** The key as a transaction sees it; undefined before its first use. Within a transaction it is asked for here: another would wait for it. */
export const findSigningKey = async (tx: ReadTx): Promise<Buffer | undefined> => {
  const row = await tx.selectFrom('signing_key').select('secret').orderBy('made_at', 'desc').limit(1).executeTakeFirst()
  return row?.secret
}
