import { sql } from 'kysely'
import type { ReadTx } from '../../../../platform/database/index.ts'
import { findListedOccurrence } from '../../listed-occurrence.queries.ts'
import type { ListedOccurrence } from '../../listed-occurrence.ts'
import type { ToldVenue } from './api.form.ts'

/** A page of things by id: those after one, and no more than so many. */
export interface PageById {
  readonly after: string | null
  readonly most: number
}

/** Published series that take place at some time, by id, each told of by its first time. */
export const listPublishedSeries = async (tx: ReadTx, { after, most }: PageById): Promise<ListedOccurrence[]> => {
  const { rows } = await sql<{ occurrenceId: string }>`
    select (select o.occurrence_id from occurrence o where o.series_id = s.series_id and o.is_published and o.state <> 'skipped'
      order by o.starts_at limit 1) as "occurrenceId"
    from series s where s.is_published and s.series_id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
      and exists (select from occurrence o where o.series_id = s.series_id and o.is_published and o.state <> 'skipped')
    order by s.series_id limit ${most}`.execute(tx)
  const found: ListedOccurrence[] = []
  for (const { occurrenceId } of rows) {
    const listed = await findListedOccurrence(tx, occurrenceId)
    if (listed?.series.isPublished === true) found.push(listed)
  }
  return found
}

/** The published series, told of by its first time; undefined where there is none. */
export const findPublishedSeries = async (tx: ReadTx, seriesId: string): Promise<ListedOccurrence | undefined> => {
  const row = await tx
    .selectFrom('occurrence')
    .select('occurrence_id')
    .where('series_id', '=', seriesId)
    .where('is_published', '=', true)
    .where('state', '<>', 'skipped')
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst()
  const listed = row && (await findListedOccurrence(tx, row.occurrence_id))
  return listed?.series.isPublished === true ? listed : undefined
}

const venues = (tx: ReadTx) =>
  tx
    .selectFrom('venue as v')
    .leftJoin('area as a', 'a.area_id', 'v.area_id')
    .select(['v.venue_id as id', 'v.name', 'v.address', 'v.entrance', 'v.latitude', 'v.longitude'])
    .select(['a.area_id as areaId', 'a.name as area'])
    .where('v.closed_at', 'is', null)

type VenueRow = Awaited<ReturnType<ReturnType<typeof venues>['execute']>>[number]

const toldVenue = ({ areaId, area, latitude, longitude, ...venue }: VenueRow): ToldVenue => ({
  ...venue,
  area: areaId === null || area === null ? null : { id: areaId, name: area },
  latitude: latitude === null ? null : Number(latitude),
  longitude: longitude === null ? null : Number(longitude),
})

/** Venues in use, by id. */
export const listToldVenues = async (tx: ReadTx, { after, most }: PageById): Promise<ToldVenue[]> => {
  const rows = await venues(tx)
    .$if(after !== null, (query) => query.where('v.venue_id', '>', after ?? ''))
    .orderBy('v.venue_id')
    .limit(most)
    .execute()
  return rows.map(toldVenue)
}

/** A venue in use; undefined where there is none. */
export const findToldVenue = async (tx: ReadTx, venueId: string): Promise<ToldVenue | undefined> => {
  const row = await venues(tx).where('v.venue_id', '=', venueId).executeTakeFirst()
  return row && toldVenue(row)
}
