import type { ReadTx } from '../../../platform/database/index.ts'
import type { FeedFilter } from './feed-filter.rules.ts'

/** The names of what a filter asks for, in the order its address asks; undefined where there is no such thing. */
export const findNamesOfFilter = async (tx: ReadTx, filter: FeedFilter): Promise<string[] | undefined> => {
  const { areaId, venueId, organisationId, planId } = filter
  const asked = [
    areaId && tx.selectFrom('area').select('name').where('area_id', '=', areaId),
    venueId && tx.selectFrom('venue').select('name').where('venue_id', '=', venueId),
    organisationId && tx.selectFrom('organisation').select('name').where('organisation_id', '=', organisationId),
    planId && tx.selectFrom('plan').select('name').where('plan_id', '=', planId),
  ]
  const names: string[] = []
  for (const one of asked) {
    if (!one) continue
    const found = await one.executeTakeFirst()
    if (found === undefined) return undefined
    names.push(found.name)
  }
  return names
}
