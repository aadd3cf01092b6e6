import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { findId, newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Decision, FollowUp } from './minutes.ts'

/** What was decided at some meetings, by number. */
export const listDecisions = async (tx: ReadTx, meetingIds: readonly string[]): Promise<Decision[]> => {
  const { rows } = await sql<Decision>`
    select group_decision_id as "decisionId", meeting_group_id as "groupId", meeting_id as "meetingId", agenda_item_id as "itemId", number,
      decided, decided_on::text as "decidedOn", path
    from group_decision where meeting_id = any (${[...meetingIds]}::uuid[]) order by number`.execute(tx)
  return rows
}

/** Writes a decision with the group's next number; the caller holds the group. */
export const insertDecision = async (
  tx: WriteTx,
  decision: Omit<Decision, 'decisionId' | 'number'> & { readonly at: Temporal.Instant; readonly by: string },
): Promise<void> => {
  await sql`insert into group_decision (group_decision_id, meeting_group_id, meeting_id, agenda_item_id, number, decided, decided_on, path,
      written_at, written_by)
    select ${newId<'group_decision'>()}::uuid, ${decision.groupId}::uuid, ${decision.meetingId}::uuid, ${decision.itemId}::uuid,
      (select coalesce(max(number), 0) + 1 from group_decision where meeting_group_id = ${decision.groupId}::uuid),
      ${decision.decided}, ${decision.decidedOn}::date, ${decision.path}, ${decision.at}, ${decision.by}`.execute(tx)
}

/** Writes a decision anew; a decision without words is taken out. Only while its minutes are written. */
export const rewriteDecision = async (
  tx: WriteTx,
  { decisionId, meetingId }: Pick<Decision, 'decisionId' | 'meetingId'>,
  words: { readonly decided: string; readonly path: string },
): Promise<void> => {
  const id = findId(decisionId)
  if (id === undefined) throw new Refused('decision_not_found')
  if (words.decided === '') {
    await tx
      .deleteFrom('group_decision')
      .where('group_decision_id', '=', id)
      .where('meeting_id', '=', meetingId)
      .execute()
    return
  }
  await tx
    .updateTable('group_decision')
    .set({ decided: words.decided, path: words.path })
    .where('group_decision_id', '=', id)
    .where('meeting_id', '=', meetingId)
    .execute()
}

interface FollowUpRow extends Omit<FollowUp, 'dueOn' | 'doneOn'> {
  readonly dueOn: string | null
  readonly doneOn: string | null
}

const dayOf = (text: string | null): Temporal.PlainDate | null => (text === null ? null : Temporal.PlainDate.from(text))

const followUpsWhere = async (tx: ReadTx, condition: ReturnType<typeof sql>): Promise<FollowUp[]> => {
  const { rows } = await sql<FollowUpRow>`
    select f.follow_up_id as "followUpId", f.meeting_group_id as "groupId", f.meeting_id as "meetingId", f.agenda_item_id as "itemId", f.number,
      f.task, f.group_member_id as "memberId", f.post_id as "postId", coalesce(m.name, p.title, '') as owner, f.due_on::text as "dueOn",
      f.done_on::text as "doneOn", f.note, f.version
    from follow_up f left join group_member m using (group_member_id) left join post p on p.post_id = f.post_id
    where ${condition} order by f.due_on nulls last, f.number`.execute(tx)
  return rows.map((row) => ({ ...row, dueOn: dayOf(row.dueOn), doneOn: dayOf(row.doneOn) }))
}

/** What was agreed to be done at some meetings. */
export const listFollowUps = (tx: ReadTx, meetingIds: readonly string[]): Promise<FollowUp[]> =>
  followUpsWhere(tx, sql`f.meeting_id = any (${[...meetingIds]}::uuid[])`)

/** What a group has not done yet. */
export const listOpenFollowUps = (tx: ReadTx, groupId: string): Promise<FollowUp[]> =>
  followUpsWhere(tx, sql`f.meeting_group_id = ${groupId}::uuid and f.done_on is null`)

/** What the holder of a post has not done yet, in any group. */
export const listFollowUpsOf = (tx: ReadTx, postId: string): Promise<FollowUp[]> =>
  followUpsWhere(tx, sql`f.post_id = ${postId}::uuid and f.done_on is null`)

/** The follow-up, held until the transaction ends. Throws Refused('follow_up_not_found'). */
export const getFollowUpForUpdate = async (tx: WriteTx, followUpId: string): Promise<FollowUp> => {
  const id = findId(followUpId)
  if (id === undefined) throw new Refused('follow_up_not_found')
  await sql`select 1 from follow_up where follow_up_id = ${id}::uuid for update`.execute(tx)
  const [found] = await followUpsWhere(tx, sql`f.follow_up_id = ${id}::uuid`)
  if (found === undefined) throw new Refused('follow_up_not_found')
  return found
}

export type NewFollowUp = Pick<
  FollowUp,
  'groupId' | 'meetingId' | 'itemId' | 'task' | 'memberId' | 'postId' | 'dueOn'
> & {
  readonly at: Temporal.Instant
  readonly by: string
}

/** Writes a follow-up with the group's next number; the caller holds the group. */
export const insertFollowUp = async (tx: WriteTx, followUp: NewFollowUp): Promise<void> => {
  await sql`insert into follow_up (follow_up_id, meeting_group_id, meeting_id, agenda_item_id, number, task, group_member_id, post_id, due_on,
      written_at, written_by)
    select ${newId<'follow_up'>()}::uuid, ${followUp.groupId}::uuid, ${followUp.meetingId}::uuid, ${followUp.itemId}::uuid,
      (select coalesce(max(number), 0) + 1 from follow_up where meeting_group_id = ${followUp.groupId}::uuid), ${followUp.task},
      ${followUp.memberId}::uuid, ${followUp.postId}::uuid, ${followUp.dueOn?.toString() ?? null}::date, ${followUp.at}, ${followUp.by}`.execute(
    tx,
  )
}

/** Says that a follow-up is done, or is not after all. */
export const updateFollowUp = async (
  tx: WriteTx,
  { followUpId, version }: Pick<FollowUp, 'followUpId' | 'version'>,
  done: { readonly on: Temporal.PlainDate | null; readonly by: string | null; readonly note: string },
): Promise<void> => {
  const { numUpdatedRows } = await tx
    .updateTable('follow_up')
    .set({ done_on: done.on?.toString() ?? null, done_by: done.by, note: done.note, version: version + 1 })
    .where('follow_up_id', '=', followUpId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refused('changed_meanwhile')
}
