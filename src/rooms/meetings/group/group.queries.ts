import { type Selectable, sql } from 'kysely'
import type { ReadTx, Rows, WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import { findId, newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Relation, Relations } from '../../access/index.ts'
import { convenings, type Group, groupKinds, type GroupPromiseRole } from './group.ts'

const groupOf = (row: Selectable<Rows['meeting_group']>): Group => ({
  groupId: row.meeting_group_id,
  name: row.name,
  kind: groupKinds.find((kind) => kind === row.kind) ?? 'other',
  agreementId: row.agreement_id,
  activity: row.activity,
  convening: convenings.find((one) => one === row.convening) ?? 'unsaid',
  isPersonFree: row.is_person_free,
  noticeDays: row.notice_days,
  agendaDays: row.agenda_days,
  objectionDays: row.objection_days,
  quorum: row.quorum,
  usualMinutes: row.usual_minutes,
  handoverWords: row.handover_words,
  handoverCandidates: row.handover_candidates,
  handoverOn: row.handover_on === null ? null : Temporal.PlainDate.from(row.handover_on),
  endedAt: row.ended_at,
  version: row.version,
})

/** The groups with somebody sitting in them on the day, by name; those that ended are left out. */
export const listGroups = async (tx: ReadTx, day: Day): Promise<Group[]> => {
  const rows = await tx
    .selectFrom('meeting_group as g')
    .selectAll()
    .where('ended_at', 'is', null)
    .where(
      sql<boolean>`exists (select from group_member m where m.meeting_group_id = g.meeting_group_id
      and m.sits_during @> ${day.toString()}::date)`,
    )
    .orderBy('name')
    .orderBy('activity')
    .execute()
  return rows.map(groupOf)
}

/** Every group the actor may see, also those nobody sits in any more. */
export const listAllGroups = async (tx: ReadTx): Promise<Group[]> => {
  const rows = await tx.selectFrom('meeting_group').selectAll().orderBy('name').orderBy('activity').execute()
  return rows.map(groupOf)
}

/** The group, or undefined where there is none or the actor may not see it. */
export const findGroup = async (tx: ReadTx, groupId: string): Promise<Group | undefined> => {
  const id = findId(groupId)
  if (id === undefined) return undefined
  const row = await tx.selectFrom('meeting_group').selectAll().where('meeting_group_id', '=', id).executeTakeFirst()
  return row && groupOf(row)
}

/** The group, held until the transaction ends, so that numbers and turns are given one at a time. Throws Refused('group_not_found'). */
export const getGroupForUpdate = async (tx: WriteTx, groupId: string): Promise<Group> => {
  const id = findId(groupId)
  const row =
    id &&
    (await tx.selectFrom('meeting_group').selectAll().where('meeting_group_id', '=', id).forUpdate().executeTakeFirst())
  if (!row) throw new Refused('group_not_found')
  return groupOf(row)
}

/** The promises of some groups, by what they are to them. */
export const listGroupPromises = async (
  tx: ReadTx,
  groupIds: readonly string[],
): Promise<{ groupId: string; lineageId: string; role: GroupPromiseRole }[]> => {
  const { rows } = await sql<{ groupId: string; lineageId: string; role: GroupPromiseRole }>`
    select meeting_group_id as "groupId", lineage_id as "lineageId", role from group_promise
    where meeting_group_id = any (${[...groupIds]}::uuid[])`.execute(tx)
  return rows
}

/** What the actor of the transaction is to a group, but for being its convenor, which its turns tell. */
export const listRelationsToGroup = async (tx: ReadTx, groupId: string): Promise<Relations> => {
  const { rows } = await sql<{ relation: Relation; has: boolean }>`
    select 'member' as relation, sits_in_group(${groupId}::uuid) as has`.execute(tx)
  return new Set(rows.flatMap(({ relation, has }) => (has ? [relation] : [])))
}

export interface NewGroup extends Omit<Group, 'groupId' | 'endedAt' | 'version'> {
  readonly forumKey: string | null
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
  readonly isSample: boolean
}

export const insertGroup = async (tx: WriteTx, group: NewGroup): Promise<string> => {
  const meeting_group_id = newId<'meeting_group'>()
  await tx
    .insertInto('meeting_group')
    .values({
      meeting_group_id,
      name: group.name,
      kind: group.kind,
      forum_key: group.forumKey,
      agreement_id: group.agreementId,
      activity: group.activity,
      convening: group.convening,
      is_person_free: group.isPersonFree,
      notice_days: group.noticeDays,
      agenda_days: group.agendaDays,
      objection_days: group.objectionDays,
      quorum: group.quorum,
      usual_minutes: group.usualMinutes,
      handover_words: group.handoverWords,
      handover_candidates: [...group.handoverCandidates],
      handover_on: group.handoverOn?.toString() ?? null,
      made_at: group.madeAt,
      made_by: group.madeBy,
      is_sample: group.isSample,
    })
    .execute()
  return meeting_group_id
}

/** What a group agrees for itself. */
export type GroupTerms = Pick<
  Group,
  | 'name'
  | 'isPersonFree'
  | 'noticeDays'
  | 'agendaDays'
  | 'objectionDays'
  | 'quorum'
  | 'usualMinutes'
  | 'convening'
  | 'handoverOn'
>

/** Writes what a group has agreed for itself. Throws Refused('changed_meanwhile'). */
export const updateGroup = async (
  tx: WriteTx,
  { groupId, version }: Pick<Group, 'groupId' | 'version'>,
  terms: GroupTerms,
): Promise<void> => {
  const { numUpdatedRows } = await tx
    .updateTable('meeting_group')
    .set({
      name: terms.name,
      is_person_free: terms.isPersonFree,
      notice_days: terms.noticeDays,
      agenda_days: terms.agendaDays,
      objection_days: terms.objectionDays,
      quorum: terms.quorum,
      usual_minutes: terms.usualMinutes,
      convening: terms.convening,
      handover_on: terms.handoverOn?.toString() ?? null,
      version: version + 1,
    })
    .where('meeting_group_id', '=', groupId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refused('changed_meanwhile')
}

/** Counts a change of what is kept beside the group's own row. Throws Refused('changed_meanwhile'). */
export const countGroupChange = async (
  tx: WriteTx,
  { groupId, version }: Pick<Group, 'groupId' | 'version'>,
): Promise<void> => {
  const { numUpdatedRows } = await tx
    .updateTable('meeting_group')
    .set({ version: version + 1 })
    .where('meeting_group_id', '=', groupId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refused('changed_meanwhile')
}

export const insertGroupPromise = (tx: WriteTx, groupId: string, lineageId: string, role: GroupPromiseRole) =>
  tx
    .insertInto('group_promise')
    .values({ meeting_group_id: groupId, lineage_id: lineageId, role })
    .onConflict((conflict) => conflict.constraint('group_has_a_promise_once').doUpdateSet({ role }))
    .execute()
