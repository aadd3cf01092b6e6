import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/index.ts'

/** Removes what the sample brought among parties; what a person has since built on stays. */
export const deleteSampleParties = async (tx: WriteTx): Promise<void> => {
  await tx
    .deleteFrom('holder')
    .where((eb) =>
      eb.or([
        eb('person_id', 'in', eb.selectFrom('person').select('person_id').where('is_sample', '=', true)),
        eb('post_id', 'in', eb.selectFrom('post').select('post_id').where('is_sample', '=', true)),
      ]),
    )
    .execute()
  await tx.deleteFrom('person').where('is_sample', '=', true).execute()
  await tx.deleteFrom('post').where('is_sample', '=', true).execute()
  await tx
    .deleteFrom('unit')
    .where('is_sample', '=', true)
    .where('unit_id', 'not in', (eb) => eb.selectFrom('post').select('unit_id').where('unit_id', 'is not', null))
    .where('unit_id', 'not in', (eb) => eb.selectFrom('post_unit').select('unit_id'))
    .execute()
  await tx
    .deleteFrom('plan')
    .where('is_sample', '=', true)
    .where('plan_id', 'not in', (eb) => eb.selectFrom('post').select('plan_id').where('plan_id', 'is not', null))
    .execute()
  await tx.deleteFrom('area').where('is_sample', '=', true).execute()
  await tx
    .deleteFrom('organisation')
    .where('is_sample', '=', true)
    .where('organisation_id', 'not in', (eb) => eb.selectFrom('post').select('organisation_id'))
    .where('organisation_id', 'not in', (eb) => eb.selectFrom('unit').select('organisation_id'))
    .execute()
  await sql`delete from merge where kept_id not in (select organisation_id from organisation
    union all select unit_id from unit union all select post_id from post union all select plan_id from plan
    union all select person_id from person)`.execute(tx)
}
