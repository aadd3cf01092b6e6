import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'

/** A point of sent minutes, or a decision, as a search goes through it. */
export interface SoughtText {
  readonly kind: 'said' | 'decision'
  readonly meetingId: string
  readonly group: string
  readonly startsAt: string
  /** The point's title, or the decision's number. */
  readonly title: string
  readonly text: string
  /** The actor may read it where all may, and only there. */
  readonly isOpen: boolean
}

/** So many are shown; whoever finds more writes more words. */
export const mostFound = 100

/**
 * What was said and decided in the last editions of minutes the actor may see, newest first, where every word begins one of the text's.
 * `words` are folded; without words it is everything, to be looked through for what is like them.
 */
export const listSoughtTexts = async (tx: ReadTx, words: readonly string[], most: number): Promise<SoughtText[]> => {
  const patterns = words.map((word) => `% ${word}%`)
  const { rows } = await sql<SoughtText>`
    with last as (
      select distinct on (meeting_id) meeting_id, document from minutes_edition order by meeting_id, number desc),
    seen as (
      select meeting_id, document, false as is_open from last
      union all select p.meeting_id, p.document, true from published_minutes(null) p where p.meeting_id not in (select meeting_id from last)),
    points as (
      select 'said' as kind, meeting_id, document, is_open, item ->> 'title' as title, item ->> 'said' as text
      from seen, jsonb_array_elements(document -> 'items') item
      union all
      select 'decision', meeting_id, document, is_open, 'B' || (decision ->> 'number'), decision ->> 'decided'
      from seen, jsonb_array_elements(document -> 'items') item, jsonb_array_elements(item -> 'decisions') decision)
    select kind, meeting_id as "meetingId", is_open as "isOpen", document ->> 'group' as "group", document ->> 'startsAt' as "startsAt", title, text
    from points where ' ' || fold_name(title || ' ' || text || ' ' || (document ->> 'group')) like all (${patterns}::text[])
      and (text <> '' or ${patterns.length} > 0)
    order by document ->> 'startsAt' desc, kind limit ${most}`.execute(tx)
  return rows
}
