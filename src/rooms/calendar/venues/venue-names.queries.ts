import type { ReadTx } from '../../../platform/database/index.ts'
import { foldName } from '../../parties/index.ts'

/** What an organisation is called. */
export const findNameOfOrganisation = async (tx: ReadTx, organisationId: string): Promise<string> => {
  const row = await tx
    .selectFrom('organisation')
    .select('name')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row?.name ?? ''
}

/** The venues that are open to be used, by their folded names; a name that two share names none. */
export const listVenuesByName = async (tx: ReadTx): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.selectFrom('venue').select(['venue_id', 'name']).where('closed_at', 'is', null).execute()
  const byName = Map.groupBy(rows, ({ name }) => foldName(name))
  return new Map(
    [...byName].flatMap(([name, [first, ...more]]) => (first && more.length === 0 ? [[name, first.venue_id]] : [])),
  )
}
