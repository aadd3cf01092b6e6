import type { ReadTx } from '../../../platform/database/index.ts'
import { findId } from '../../../platform/id.ts'
import type { Space } from '../venue.ts'
import { openingOf, venueOf } from '../venue.queries.ts'
import type { VenueCard } from './venue-card.ts'

const selectCards = (tx: ReadTx) =>
  tx
    .selectFrom('venue as v')
    .leftJoin('area as a', 'a.area_id', 'v.area_id')
    .leftJoin('organisation as o', 'o.organisation_id', 'v.organisation_id')
    .leftJoin('plan as p', 'p.plan_id', 'v.plan_id')
    .selectAll('v')
    .select(['a.name as area', 'o.name as organisation', 'p.name as plan'])

/** Every venue in use, by name. */
export const listVenueCards = async (tx: ReadTx): Promise<VenueCard[]> =>
  withParts(tx, await selectCards(tx).where('v.closed_at', 'is', null).orderBy('v.name').execute())

/** The venue, in use or closed; undefined where there is none. */
export const findVenueCard = async (tx: ReadTx, venueId: string): Promise<VenueCard | undefined> => {
  const id = findId(venueId)
  if (id === undefined) return undefined
  const [card] = await withParts(tx, await selectCards(tx).where('v.venue_id', '=', id).execute())
  return card
}

type CardRow = Awaited<ReturnType<ReturnType<typeof selectCards>['execute']>>[number]

const withParts = async (tx: ReadTx, rows: readonly CardRow[]): Promise<VenueCard[]> => {
  if (rows.length === 0) return []
  const ids = rows.map(({ venue_id }) => venue_id)
  const spaces = await tx.selectFrom('space').selectAll().where('venue_id', 'in', ids).orderBy('name').execute()
  const openings = await tx
    .selectFrom('opening')
    .selectAll()
    .where('venue_id', 'in', ids)
    .orderBy('weekday')
    .orderBy('opens_minute')
    .execute()
  const spacesOf = Map.groupBy(spaces, ({ venue_id }) => venue_id)
  const openingsOf = Map.groupBy(openings, ({ venue_id }) => venue_id)
  return rows.map((row) => ({
    ...venueOf(row),
    area: row.area,
    organisation: row.organisation,
    plan: row.plan,
    spaces: (spacesOf.get(row.venue_id) ?? []).map(({ space_id, name, capacity }): Space => ({
      spaceId: space_id,
      name,
      capacity,
    })),
    openings: (openingsOf.get(row.venue_id) ?? []).map(openingOf),
  }))
}
