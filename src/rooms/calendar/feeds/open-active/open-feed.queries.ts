import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../../platform/database/index.ts'
import type { OpenFeed } from './open-item.ts'

/** A line of a feed; `item` is JSON, null where the thing is gone. */
export interface FeedLine {
  readonly id: string
  readonly modified: number
  readonly item: string | null
}

/** Where a reader has come to in a feed. */
export interface FeedPlace {
  readonly modified: number
  readonly id: string
}

/** The change and the day a feed was last brought up to date with. */
export const findFeedMark = async (tx: ReadTx, feed: OpenFeed): Promise<string> => {
  const { mark } = await tx.selectFrom('open_feed').select('mark').where('feed', '=', feed).executeTakeFirstOrThrow()
  return mark
}

/** The feed, held until the transaction ends: one at a time brings it up to date. */
export const getFeedForUpdate = async (tx: WriteTx, feed: OpenFeed): Promise<{ mark: string; modified: number }> => {
  const row = await tx
    .selectFrom('open_feed')
    .select(['mark', 'modified'])
    .where('feed', '=', feed)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { mark: row.mark, modified: Number(row.modified) }
}

export const setFeedMark = async (
  tx: WriteTx,
  feed: OpenFeed,
  { mark, modified }: { mark: string; modified: number },
): Promise<void> => {
  await tx
    .updateTable('open_feed')
    .set({ mark, modified: BigInt(modified) })
    .where('feed', '=', feed)
    .execute()
}

/** All that stands in a feed, by id. */
export const listItems = async (tx: ReadTx, feed: OpenFeed): Promise<Map<string, string | null>> => {
  const rows = await tx.selectFrom('open_item').select(['item_id', 'item']).where('feed', '=', feed).execute()
  return new Map(rows.map(({ item_id, item }) => [item_id, item]))
}

/** Writes what became of some things, all at once; null = gone. */
export const writeItems = async (
  tx: WriteTx,
  feed: OpenFeed,
  modified: number,
  changed: ReadonlyMap<string, string | null>,
): Promise<void> => {
  const ids = [...changed.keys()]
  const items = [...changed.values()]
  await sql`
    insert into open_item (feed, item_id, modified, item)
    select ${feed}, id, ${modified}::bigint, item from unnest(${ids}::text[], ${items}::text[]) as changed (id, item)
    on conflict on constraint open_item_once_in_its_feed do update set modified = excluded.modified, item = excluded.item`.execute(
    tx,
  )
}

/** Forgets what has been gone since before a moment. */
export const forgetGone = async (tx: WriteTx, feed: OpenFeed, before: number): Promise<void> => {
  await tx
    .deleteFrom('open_item')
    .where('feed', '=', feed)
    .where('item', 'is', null)
    .where('modified', '<', BigInt(before))
    .execute()
}

/** The next lines of a feed after a place; from its beginning where that is null. */
export const listLines = async (
  tx: ReadTx,
  feed: OpenFeed,
  after: FeedPlace | null,
  most: number,
): Promise<FeedLine[]> => {
  const rows = await tx
    .selectFrom('open_item')
    .select(['item_id', 'modified', 'item'])
    .where('feed', '=', feed)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(modified, item_id) > (${after?.modified ?? 0}::bigint, ${after?.id ?? ''})`),
    )
    .orderBy('modified')
    .orderBy('item_id')
    .limit(most)
    .execute()
  return rows.map(({ item_id, modified, item }) => ({ id: item_id, modified: Number(modified), item }))
}
