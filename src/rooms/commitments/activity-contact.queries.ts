import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Place } from './owed-by.rules.ts'

/** The posts that the activities of the versions in force on the day name; by version and activity (`activityKey`). */
export type ActivityContacts = ReadonlyMap<string, readonly Place[]>

/** Where an activity's contacts stand in `ActivityContacts`. */
export const activityKey = (agreementVersionId: string, activityId: string): string =>
  `${agreementVersionId}/${activityId}`

interface ContactRow extends Place {
  readonly version: string
  readonly activity: string
  readonly parent: string | null
}

/** Lists the posts each activity names; an activity that names none has those of the activity it stands under. */
export const listActivityContacts = async (tx: ReadTx, day: Day): Promise<ActivityContacts> => {
  const { rows } = await sql<ContactRow>`
    select v.agreement_version_id as version, a ->> 'id' as activity, a ->> 'parentId' as parent,
      c ->> 'post' as title, coalesce(c ->> 'party', '') as organisation, c ->> 'plan' as plan, c ->> 'unit' as unit
    from agreement_version v
    cross join lateral jsonb_array_elements(v.document -> 'activities') a
    left join lateral jsonb_array_elements(a -> 'contacts') c on true
    where v.in_force_during @> ${day.toString()}::date`.execute(tx)
  const byActivity = Map.groupBy(rows, (row) => activityKey(row.version, row.activity))
  const namedBy = (key: string, depth: number): readonly Place[] => {
    const own = byActivity.get(key) ?? []
    const named = own.filter((row) => row.organisation !== '' || row.plan !== null)
    const [first] = own
    const parent = first?.parent ?? null
    return named.length > 0 || first === undefined || parent === null || depth === 0
      ? named
      : namedBy(activityKey(first.version, parent), depth - 1)
  }
  return new Map([...byActivity.keys()].map((key) => [key, namedBy(key, 8)]))
}
