import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'

/** Those asked to meetings that ended before the moment, of whom more is kept than that they came. */
export const listInviteesBefore = async (
  tx: ReadTx,
  moment: Temporal.Instant,
): Promise<{ inviteeId: string; personId: string | null }[]> => {
  const { rows } = await sql<{ inviteeId: string; personId: string | null }>`
    select i.meeting_invitee_id as "inviteeId", i.person_id as "personId"
    from meeting_invitee i join meeting m using (meeting_id) join occurrence o using (occurrence_id)
      left join group_member g using (group_member_id)
    where o.ends_at < ${moment} and (i.mail <> '' or i.note <> '' or i.substitute <> '' or i.token_hash is not null
      or i.person_id is null and i.name <> coalesce(g.name, '–'))
    order by i.meeting_invitee_id`.execute(tx)
  return rows
}

/** Forgets all but that they were asked and whether they came; who holds no post is told by their seat. Answers how many. */
export const forgetInvitees = async (tx: WriteTx, inviteeIds: readonly string[]): Promise<number> => {
  const { numAffectedRows } =
    await sql`update meeting_invitee i set mail = '', note = '', substitute = '', token_hash = null,
      name = case when i.person_id is null
        then coalesce((select g.name from group_member g where g.group_member_id = i.group_member_id), '–') else i.name end
    where i.meeting_invitee_id = any (${[...inviteeIds]}::uuid[])`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** The seats that ended before the day and whose contact is still kept. */
export const listContactsEndedBefore = async (tx: ReadTx, before: Day): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select c.group_member_id as id from group_member_contact c join group_member m using (group_member_id)
    where upper(m.sits_during) <= ${before.toString()}::date order by c.group_member_id`.execute(tx)
  return rows.map(({ id }) => id)
}

export const deleteContacts = async (tx: WriteTx, memberIds: readonly string[]): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('group_member_contact')
    .where('group_member_id', 'in', memberIds)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
