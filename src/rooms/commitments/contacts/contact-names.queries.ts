import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import { listUnknownIn, type UnknownWords } from '../../parties/index.ts'
import type { AskedContacts } from './contact.ts'

/** Which of the words are part of no name the reader may see, and what they may have meant. */
export const listUnknownWords = (
  tx: ReadTx,
  { day, isWhole }: Pick<AskedContacts, 'day' | 'isWhole'>,
  words: readonly string[],
): Promise<UnknownWords> =>
  listUnknownIn(
    tx,
    sql`select folded_title from post
      union all ${isWhole ? sql`select folded_name from person` : sql`select fold_name(name) from published_holders(${day.toString()}::date)`}
      union all select folded_name from organisation union all select folded_name from organisation_name
      union all select folded_name from plan union all select folded_name from unit_name union all select folded_name from alias
      union all select fold_name(concat_ws(' ', a.focus_area, a.title)) from agreement a
      union all select fold_name(e ->> 'title') from agreement_version v cross join lateral jsonb_array_elements(v.document -> 'activities') e
        where v.in_force_during @> ${day.toString()}::date`,
    words,
  )

/** The agreements in force on the day and their activities, to choose among. */
export const listActivityChoices = async (
  tx: ReadTx,
  day: Day,
): Promise<{ slug: string; name: string; activities: { id: string; name: string }[] }[]> => {
  const { rows } = await sql<{ slug: string; name: string; activities: { id: string; name: string }[] }>`
    select a.slug, coalesce(a.focus_area, a.title) as name, (
      select coalesce(jsonb_agg(jsonb_build_object('id', e ->> 'id', 'name', e ->> 'title') order by place), '[]')
      from jsonb_array_elements(v.document -> 'activities') with ordinality x (e, place)) as activities
    from agreement_version v join agreement a using (agreement_id)
    where v.in_force_during @> ${day.toString()}::date order by 2, 1`.execute(tx)
  return rows
}

/** The versions in force on the day that each organisation and each plan is party to, by its id. */
export const listVersionsByParty = async (tx: ReadTx, day: Day): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const { rows } = await sql<{ readonly party: string; readonly versions: string[] }>`
    select party, array_agg(distinct agreement_version_id::text) as versions
    from agreement_party cross join lateral (values (organisation_id), (plan_id)) p (party)
    join agreement_version v using (agreement_version_id)
    where party is not null and v.in_force_during @> ${day.toString()}::date group by party`.execute(tx)
  return new Map(rows.map(({ party, versions }) => [party, new Set(versions)]))
}
