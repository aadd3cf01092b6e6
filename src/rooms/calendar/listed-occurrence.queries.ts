import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'
import type { CalendarFilter, ListedOccurrence } from './listed-occurrence.ts'
import { type Occurrence, placedAs } from './occurrence.ts'
import { findOccurrence, occurrenceOf } from './occurrence.queries.ts'
import { seriesOf } from './series.queries.ts'

/** The times that a filter lets through, in the order they begin; what is skipped does not take place and is left out of public lists. */
export const listOccurrences = async (tx: ReadTx, filter: CalendarFilter): Promise<ListedOccurrence[]> => {
  const rows = await tx
    .selectFrom('occurrence as o')
    .innerJoin('series as s', 's.series_id', 'o.series_id')
    .selectAll('o')
    .where('o.ends_at', '>', filter.from)
    // Nothing lasts longer than a fortnight, so the index by start finds it.
    .where('o.starts_at', '>', filter.from.subtract({ hours: 24 * 15 }))
    .$if(filter.to !== null, (query) => query.where('o.starts_at', '<', filter.to ?? filter.from))
    .$if(filter.isPublic, (query) => query.where('o.is_published', '=', true).where('o.state', '<>', 'skipped'))
    .$if(filter.areaId !== null, (query) =>
      query.where((eb) => eb.or([eb('o.area_id', '=', filter.areaId), eb('o.area_id', 'is', null)])),
    )
    .$if(filter.venueId !== null, (query) => query.where('o.venue_id', '=', filter.venueId))
    .$if(filter.organisationId !== null, (query) => query.where('o.organisation_id', '=', filter.organisationId ?? ''))
    .$if(filter.planId !== null, (query) => query.where('o.plan_id', '=', filter.planId))
    .$if(filter.kind !== null, (query) => query.where('o.kind', '=', filter.kind ?? ''))
    .$if(filter.ages !== null, (query) =>
      query
        .where(sql<boolean>`coalesce(o.age_from, 0) <= ${filter.ages?.to ?? 0}`)
        .where(sql<boolean>`coalesce(o.age_to, 200) >= ${filter.ages?.from ?? 0}`),
    )
    .$if(filter.isFree, (query) => query.where('s.price_oere', '=', 0n))
    .$if(filter.language !== null, (query) => query.where(sql<boolean>`${filter.language} = any (s.languages)`))
    .$if(filter.words !== null, (query) =>
      query.where(
        sql<boolean>`fold_name(concat_ws(' ', s.title, s.summary, s.place, s.goes_along,
          (select v.name || ' ' || coalesce(v.address, '') from venue v where v.venue_id = o.venue_id))) like all
          (select '%' || word || '%' from regexp_split_to_table(fold_name(${filter.words}), '\\s+') word)`,
      ),
    )
    .$if(filter.after !== null, (query) =>
      query.where(
        sql<boolean>`(o.starts_at, o.occurrence_id) > (${filter.after?.startsAt ?? filter.from}::timestamptz, ${filter.after?.occurrenceId ?? ''}::uuid)`,
      ),
    )
    .orderBy('o.starts_at')
    .orderBy('o.occurrence_id')
    .limit(filter.most)
    .execute()
  return withNames(tx, rows.map(occurrenceOf))
}

/** One time with all that is said of it; undefined where there is none or the actor may not see it. */
export const findListedOccurrence = async (tx: ReadTx, occurrenceId: string): Promise<ListedOccurrence | undefined> => {
  const found = await findOccurrence(tx, occurrenceId)
  const [listed] = found === undefined ? [] : await withNames(tx, [found])
  return listed
}

/** The languages spoken at what is published, by their codes. */
export const listSpokenLanguages = async (tx: ReadTx): Promise<string[]> => {
  const { rows } = await sql<{ code: string }>`select distinct unnest(languages) as code from series
    where is_published and ended_at is null order by code`.execute(tx)
  return rows.map(({ code }) => code)
}

/** Times with what is said of their series, and the names of where they are and who arranges them. */
export const withNames = async (tx: ReadTx, occurrences: readonly Occurrence[]): Promise<ListedOccurrence[]> => {
  if (occurrences.length === 0) return []
  const ids = [...new Set(occurrences.map(({ seriesId }) => seriesId))]
  const rows = await tx
    .selectFrom('series as s')
    .innerJoin('organisation as g', 'g.organisation_id', 's.organisation_id')
    .leftJoin('plan as p', 'p.plan_id', 's.plan_id')
    .leftJoin('venue as v', 'v.venue_id', 's.venue_id')
    .leftJoin('area as a', 'a.area_id', 's.area_id')
    .selectAll('s')
    .select([
      'g.name as organisation',
      'p.name as plan',
      'v.name as venue',
      'v.address',
      'v.entrance',
      'v.latitude',
      'v.longitude',
      'a.name as area',
    ])
    .where('s.series_id', 'in', ids)
    .execute()
  const elsewhere = await listPlaces(tx, occurrences)
  const known = new Map(
    rows.map((row) => {
      const { organisation, plan, venue, address, entrance, area } = row
      return [
        row.series_id,
        { series: seriesOf(row), organisation, plan, venue, address, entrance, area, position: positionOf(row) },
      ] as const
    }),
  )
  return occurrences.flatMap((occurrence) => {
    const facts = known.get(occurrence.seriesId)
    if (facts === undefined) return []
    const other = elsewhere.get(occurrence.elsewhereVenueId ?? '')
    return [{ ...occurrence, ...facts, ...other, series: placedAs(facts.series, occurrence) }]
  })
}

/** The venues that some of the times are moved to. */
const listPlaces = async (tx: ReadTx, occurrences: readonly Occurrence[]) => {
  const ids = occurrences.flatMap(({ elsewhereVenueId }) => elsewhereVenueId ?? [])
  if (ids.length === 0) return new Map<string, Place>()
  const rows = await tx
    .selectFrom('venue')
    .select(['venue_id', 'name as venue', 'address', 'entrance', 'latitude', 'longitude'])
    .where('venue_id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row): [string, Place] => {
      const { venue, address, entrance } = row
      return [row.venue_id, { venue, address, entrance, position: positionOf(row) }]
    }),
  )
}

type Place = Pick<ListedOccurrence, 'venue' | 'address' | 'entrance' | 'position'>

const positionOf = (row: { latitude: string | null; longitude: string | null }): ListedOccurrence['position'] =>
  row.latitude === null || row.longitude === null
    ? null
    : { latitude: Number(row.latitude), longitude: Number(row.longitude) }
