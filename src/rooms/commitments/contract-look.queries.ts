import type { ReadTx, WriteTx } from '../../platform/database/index.ts'

/** Whether the person has opened a living agreement since they came to any of these posts. */
export const hasLookedAtContract = async (
  tx: ReadTx,
  personId: string,
  postIds: readonly string[],
): Promise<boolean> => {
  if (postIds.length === 0) return false
  const look = tx.selectFrom('contract_look').select('looked_at').where('person_id', '=', personId)
  return (await look.where('post_id', 'in', [...postIds]).executeTakeFirst()) !== undefined
}

/** Writes that the person opened one, acting for a post; only the first time counts. */
export const insertContractLook = (tx: WriteTx, look: { personId: string; postId: string; at: Temporal.Instant }) =>
  tx
    .insertInto('contract_look')
    .values({ person_id: look.personId, post_id: look.postId, looked_at: look.at })
    .onConflict((conflict) => conflict.constraint('contract_looked_at_first_once').doNothing())
    .execute()
