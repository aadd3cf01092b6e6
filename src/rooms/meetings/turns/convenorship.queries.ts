import { sql } from 'kysely'
import { readDaySpan, type ReadTx, refuseOn, writeDaySpan, type WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Convenorship } from '../group/group.ts'

/** Who called and calls the meetings of some groups where they do not take turns, the latest first. */
export const listConvenorships = async (
  tx: ReadTx,
  groupIds: readonly string[],
): Promise<(Convenorship & { groupId: string })[]> => {
  const rows = await tx
    .selectFrom('convenorship')
    .selectAll()
    .where(sql<boolean>`meeting_group_id = any (${[...groupIds]}::uuid[])`)
    .orderBy('convenes_during', 'desc')
    .execute()
  return rows.map((row) => ({
    convenorshipId: row.convenorship_id,
    groupId: row.meeting_group_id,
    memberId: row.group_member_id,
    during: readDaySpan(row.convenes_during),
    why: row.why,
  }))
}

/** Writes who calls the meetings over some days. Throws Refused('convenor_overlaps'). */
export const insertConvenorship = async (
  tx: WriteTx,
  groupId: string,
  { memberId, during, why }: Omit<Convenorship, 'convenorshipId'>,
  by: { at: Temporal.Instant; by: string },
): Promise<void> => {
  try {
    await tx
      .insertInto('convenorship')
      .values({
        convenorship_id: newId<'convenorship'>(),
        meeting_group_id: groupId,
        group_member_id: memberId,
        convenes_during: writeDaySpan(during),
        why,
        decided_at: by.at,
        decided_by: by.by,
      })
      .execute()
  } catch (error) {
    throw refuseOn(error, { group_has_one_convenor_at_a_time: () => new Refused('convenor_overlaps') })
  }
}

/** Ends who calls the meetings now with a day; what was to begin later is taken back. */
export const endConvenorships = async (tx: WriteTx, groupId: string, lastDay: Day): Promise<void> => {
  const next = lastDay.add({ days: 1 }).toString()
  await sql`delete from convenorship where meeting_group_id = ${groupId}::uuid and lower(convenes_during) >= ${next}::date`.execute(
    tx,
  )
  await sql`update convenorship set convenes_during = daterange(lower(convenes_during), ${next}::date)
    where meeting_group_id = ${groupId}::uuid and convenes_during @> ${next}::date`.execute(tx)
}
