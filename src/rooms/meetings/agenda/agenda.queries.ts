import { type Selectable, sql } from 'kysely'
import type { ReadTx, Rows, WriteTx } from '../../../platform/database/index.ts'
import { findId, newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import { type ItemWords, itemWords } from './item-words.ts'
import { standingKeys } from './standing.texts.ts'
import { type AgendaItem, itemKinds, type Paper, type StandingItem } from './agenda.ts'

const itemOf = (row: Selectable<Rows['agenda_item']>): AgendaItem => ({
  itemId: row.agenda_item_id,
  groupId: row.meeting_group_id,
  meetingId: row.meeting_id,
  number: row.number,
  position: row.position,
  kind: itemKinds.find((kind) => kind === row.kind) ?? 'proposed',
  title: row.title,
  body: row.body,
  words: itemWords.nullable().parse(row.words),
  minutes: row.minutes,
  path: row.path,
  refId: row.ref_id,
  carriedFromId: row.carried_from_id,
  proposedBy: row.proposed_by,
  said: row.said,
  saidVersion: row.said_version,
  isCarried: row.is_carried,
  version: row.version,
})

/** The points of a meeting, in order. */
export const listItems = async (tx: ReadTx, meetingId: string): Promise<AgendaItem[]> => {
  const rows = await tx
    .selectFrom('agenda_item')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .orderBy('number')
    .execute()
  return rows.map(itemOf)
}

/** The points that wait for a group's next meeting. */
export const listWaitingItems = async (tx: ReadTx, groupId: string): Promise<AgendaItem[]> => {
  const rows = await tx
    .selectFrom('agenda_item')
    .selectAll()
    .where('meeting_group_id', '=', groupId)
    .where('meeting_id', 'is', null)
    .orderBy('number')
    .execute()
  return rows.map(itemOf)
}

/** The point, held until the transaction ends. Throws Refused('item_not_found'). */
export const getItemForUpdate = async (tx: WriteTx, itemId: string): Promise<AgendaItem> => {
  const id = findId(itemId)
  const row =
    id &&
    (await tx.selectFrom('agenda_item').selectAll().where('agenda_item_id', '=', id).forUpdate().executeTakeFirst())
  if (!row) throw new Refused('item_not_found')
  return itemOf(row)
}

export interface NewItem {
  readonly groupId: string
  readonly meetingId: string | null
  readonly kind: AgendaItem['kind']
  readonly title: string
  readonly body: string
  readonly words?: ItemWords | null
  readonly minutes: number | null
  readonly path?: string
  readonly refId?: string | null
  readonly carriedFromId?: string | null
  readonly proposedBy: string
  readonly proposedAt: Temporal.Instant
}

const jsonOf = (words: ItemWords | null | undefined): string | null => (words ? JSON.stringify(words) : null)

/** Writes a point last on its agenda, with the group's next number; the caller holds the group. */
export const insertItem = async (tx: WriteTx, item: NewItem): Promise<string> => {
  const agenda_item_id = newId<'agenda_item'>()
  await sql`insert into agenda_item (agenda_item_id, meeting_group_id, meeting_id, number, position, kind, title, body, words, minutes, path, ref_id,
      carried_from_id, proposed_by, proposed_at)
    select ${agenda_item_id}::uuid, ${item.groupId}::uuid, ${item.meetingId}::uuid,
      (select coalesce(max(number), 0) + 1 from agenda_item where meeting_group_id = ${item.groupId}::uuid),
      (select coalesce(max(position), -1) + 1 from agenda_item where meeting_id = ${item.meetingId}::uuid),
      ${item.kind}, ${item.title}, ${item.body}, ${jsonOf(item.words)}::jsonb, ${item.minutes}::integer, ${item.path ?? ''}, ${item.refId ?? null}::uuid,
      ${item.carriedFromId ?? null}::uuid, ${item.proposedBy}, ${item.proposedAt}`.execute(tx)
  return agenda_item_id
}

/** Writes what a point says. Throws Refused('changed_meanwhile') where it is no longer as `version`. */
export const updateItem = async (
  tx: WriteTx,
  { itemId, version }: Pick<AgendaItem, 'itemId' | 'version'>,
  change: Partial<Pick<AgendaItem, 'title' | 'body' | 'words' | 'minutes' | 'position' | 'meetingId' | 'isCarried'>>,
): Promise<void> => {
  const { numUpdatedRows } = await tx
    .updateTable('agenda_item')
    .set({
      ...(change.title === undefined ? {} : { title: change.title }),
      ...(change.body === undefined ? {} : { body: change.body }),
      ...(change.words === undefined ? {} : { words: jsonOf(change.words) }),
      ...(change.minutes === undefined ? {} : { minutes: change.minutes }),
      ...(change.position === undefined ? {} : { position: change.position }),
      ...(change.meetingId === undefined ? {} : { meeting_id: change.meetingId }),
      ...(change.isCarried === undefined ? {} : { is_carried: change.isCarried }),
      version: version + 1,
    })
    .where('agenda_item_id', '=', itemId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refused('changed_meanwhile')
}

export const deleteItem = (tx: WriteTx, itemId: string) =>
  tx.deleteFrom('agenda_item').where('agenda_item_id', '=', itemId).execute()

export const listStandingItems = async (tx: ReadTx, groupId: string): Promise<StandingItem[]> => {
  const rows = await tx
    .selectFrom('standing_item')
    .selectAll()
    .where('meeting_group_id', '=', groupId)
    .orderBy('position')
    .execute()
  return rows.map(({ standing_item_id, words_key, title, body, minutes }) => ({
    standingItemId: standing_item_id,
    wordsKey: standingKeys.find((key) => key === words_key) ?? null,
    title,
    body,
    minutes,
  }))
}

export type NewStandingItem = Omit<StandingItem, 'standingItemId'>

/** Writes what stands on every agenda of a group, in order, in place of what stood there. */
export const insertStandingItems = async (
  tx: WriteTx,
  groupId: string,
  items: readonly NewStandingItem[],
): Promise<void> => {
  await tx.deleteFrom('standing_item').where('meeting_group_id', '=', groupId).execute()
  if (items.length === 0) return
  await tx
    .insertInto('standing_item')
    .values(
      items.map(({ wordsKey, title, body, minutes }, position) => ({
        standing_item_id: newId<'standing_item'>(),
        meeting_group_id: groupId,
        position,
        words_key: wordsKey,
        title,
        body,
        minutes,
      })),
    )
    .execute()
}

/** The papers of a meeting's points, without their bytes. */
export const listPapers = async (tx: ReadTx, meetingId: string): Promise<Paper[]> => {
  const { rows } = await sql<Paper>`
    select p.agenda_paper_id as "paperId", p.agenda_item_id as "itemId", p.name, p.media_type as "mediaType", octet_length(p.bytes) as size
    from agenda_paper p join agenda_item i using (agenda_item_id) where i.meeting_id = ${meetingId}::uuid order by p.added_at`.execute(
    tx,
  )
  return rows
}

/** A paper with its bytes; undefined where there is none or the actor may not see it. */
export const findPaper = async (
  tx: ReadTx,
  paperId: string,
): Promise<{ name: string; mediaType: string; bytes: Buffer } | undefined> => {
  const id = findId(paperId)
  if (id === undefined) return undefined
  const row = await tx
    .selectFrom('agenda_paper')
    .select(['name', 'media_type as mediaType', 'bytes'])
    .where('agenda_paper_id', '=', id)
    .executeTakeFirst()
  return row
}

export const insertPaper = (
  tx: WriteTx,
  paper: {
    itemId: string
    name: string
    mediaType: string
    bytes: Buffer
    sha256: string
    at: Temporal.Instant
    by: string
  },
) =>
  tx
    .insertInto('agenda_paper')
    .values({
      agenda_paper_id: newId<'agenda_paper'>(),
      agenda_item_id: paper.itemId,
      name: paper.name,
      media_type: paper.mediaType,
      bytes: paper.bytes,
      sha256: paper.sha256,
      added_at: paper.at,
      added_by: paper.by,
    })
    .execute()

export const deletePaper = (tx: WriteTx, paperId: string) =>
  tx.deleteFrom('agenda_paper').where('agenda_paper_id', '=', paperId).execute()
