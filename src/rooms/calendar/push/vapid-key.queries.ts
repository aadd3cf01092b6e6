import { sql } from 'kysely'
import { keepHouse, readAs, type ReadTx } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { system } from '../../access/index.ts'

/** The keys that messages to phones are signed with, as a browser and the push library write them. */
export interface VapidKeys {
  readonly publicKey: string
  readonly privateKey: string
}

/** The municipality's keys, the same for all processes and for good, made at first use: phones that know others are lost. */
export const getVapidKeys = async (platform: Pick<Platform, 'database' | 'clock'>): Promise<VapidKeys> => {
  const known = await readAs(platform, system, findKeys)
  if (known !== undefined) return known
  return keepHouse(platform, system, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('vapid_key'))`.execute(tx)
    const madeByAnother = await findKeys(tx)
    if (madeByAnother !== undefined) return madeByAnother
    const { default: webPush } = await import('web-push')
    const made = webPush.generateVAPIDKeys()
    await tx
      .insertInto('vapid_key')
      .values({
        vapid_key_id: newId<'vapid_key'>(),
        public_key: made.publicKey,
        private_key: made.privateKey,
        made_at: platform.clock.now(),
      })
      .execute()
    return made
  })
}

const findKeys = (tx: ReadTx): Promise<VapidKeys | undefined> =>
  tx
    .selectFrom('vapid_key')
    .select(['public_key as publicKey', 'private_key as privateKey'])
    .orderBy('made_at')
    .limit(1)
    .executeTakeFirst()
