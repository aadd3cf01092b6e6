import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { DeletionRule, LegalHold } from './deletion-clock.ts'

/** The rules that hold on the day, by purpose. */
export const listDeletionRules = async (tx: ReadTx, day: Day): Promise<Map<string, DeletionRule>> => {
  const rows = await tx
    .selectFrom('deletion_rule')
    .selectAll()
    .where(sql<boolean>`valid_during @> ${day.toString()}::date`)
    .orderBy('purpose')
    .execute()
  const rules = rows.map((row) => ({
    purpose: row.purpose,
    keptFor: Temporal.Duration.from(row.kept_for),
    countedFrom: { da: row.counted_from_da, en: row.counted_from_en },
    basis: { da: row.basis_da, en: row.basis_en },
  }))
  return new Map(rules.map((rule) => [rule.purpose, rule]))
}

/** Holds in force and lifted, the last set first. */
export const listLegalHolds = (tx: ReadTx): Promise<LegalHold[]> =>
  tx
    .selectFrom('legal_hold')
    .select([
      'legal_hold_id as legalHoldId',
      'thing',
      'ref',
      'reason',
      'set_by as setBy',
      'set_at as setAt',
      'lifted_at as liftedAt',
    ])
    .orderBy('set_at', 'desc')
    .execute()

export const insertLegalHold = (tx: WriteTx, hold: Omit<LegalHold, 'liftedAt'>) =>
  tx
    .insertInto('legal_hold')
    .values({
      legal_hold_id: hold.legalHoldId,
      thing: hold.thing,
      ref: hold.ref,
      reason: hold.reason,
      set_by: hold.setBy,
      set_at: hold.setAt,
    })
    .execute()

/** Lifts a hold in force. Answers whether there was one. */
export const liftHold = async (
  tx: WriteTx,
  legalHoldId: string,
  lifted: { by: string; at: Temporal.Instant },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('legal_hold')
    .set({ lifted_by: lifted.by, lifted_at: lifted.at })
    .where('legal_hold_id', '=', legalHoldId)
    .where('lifted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Adds to the counts, all that is left of what was deleted. */
export const countDeletion = (tx: WriteTx, purpose: string, deletedOn: Day, number: number) =>
  sql`select count_deletion(${purpose}, ${deletedOn.toString()}::date, ${number}::integer)`.execute(tx)

/** What was deleted, counted by purpose and day, the latest first. */
export const listDeletionCounts = async (tx: ReadTx, since: Day) => {
  const rows = await tx
    .selectFrom('deletion_count')
    .select(['purpose', 'deleted_on as deletedOn', 'number'])
    .where('deleted_on', '>=', since.toString())
    .orderBy('deleted_on', 'desc')
    .orderBy('purpose')
    .execute()
  return rows.map((row) => ({ ...row, deletedOn: Temporal.PlainDate.from(row.deletedOn) }))
}

/** Deletes consents about somebody that nobody ever gave, unless a hold keeps them. Answers how many. */
export const deleteNeverGiven = async (tx: WriteTx, subjectId: string): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('consent')
    .where('data_subject_id', '=', subjectId)
    .where(sql<boolean>`was_never_given(consent_id) and not is_held('consent', consent_id::text)
      and not is_held('data_subject', data_subject_id::text)`)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Deletes a person and who their guardians were, where no consent, no record and no hold keeps them. Answers whether it did. */
export const deleteSubjectIfFree = async (tx: WriteTx, subjectId: string): Promise<boolean> => {
  const { rows } = await sql<{ gone: boolean }>`select delete_free_subject(${subjectId}::uuid) as gone`.execute(tx)
  return rows[0]?.gone === true
}
