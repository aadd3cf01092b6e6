import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'

/** What a person is called once their name is deleted. */
const formerName = 'tidligere medarbejder'

/** People who held a post once, all of which ended before the day. */
export const listFormerHolders = async (tx: ReadTx, before: Day): Promise<string[]> => {
  const rows = await tx
    .selectFrom('person')
    .innerJoin('holder', 'holder.person_id', 'person.person_id')
    .select('person.person_id')
    .where('person.name', '<>', formerName)
    .groupBy('person.person_id')
    .having(sql<boolean>`bool_and(coalesce(upper(holder.holder_during), 'infinity') <= ${before.toString()}::date)`)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Deletes who these people were, also what they were called besides and what was merged into them; the posts they held stay, held by a former employee. Answers how many. */
export const forgetPersons = async (tx: WriteTx, personIds: readonly string[]): Promise<number> => {
  await tx.deleteFrom('alias').where('person_id', 'in', personIds).execute()
  await tx.deleteFrom('merge').where('kind', '=', 'person').where('kept_id', 'in', personIds).execute()
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({ name: formerName, email: null, introduction: null, phone: null })
    .where('person_id', 'in', personIds)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
