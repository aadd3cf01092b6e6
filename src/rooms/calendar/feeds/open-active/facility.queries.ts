import { sql } from 'kysely'
import type { ReadTx } from '../../../../platform/database/index.ts'
import type { OpenStretch } from '../../venues/opening.ts'

/** A venue that somebody can ask for, with how many spaces it has and when it is open. */
export interface Facility {
  readonly venueId: string
  readonly name: string
  readonly address: string | null
  readonly area: string | null
  readonly conditions: string | null
  readonly organisationId: string
  readonly organisation: string
  readonly position: { readonly latitude: number; readonly longitude: number } | null
  /** Null = nothing is asked for it. */
  readonly priceOere: bigint | null
  readonly spaces: number
  readonly openings: readonly OpenStretch[]
}

/** A space that somebody has, in milliseconds since 1970; not who. */
export interface TakenSpan {
  readonly venueId: string
  readonly spaceId: string
  readonly from: number
  readonly to: number
}

/** Venues in use that have an owner and are let to others, with the hours they are open on a day. */
export const listFacilities = async (tx: ReadTx, day: Temporal.PlainDate): Promise<Facility[]> => {
  const rows = await tx
    .selectFrom('venue as v')
    .innerJoin('organisation as g', 'g.organisation_id', 'v.organisation_id')
    .leftJoin('area as a', 'a.area_id', 'v.area_id')
    .select(['v.venue_id', 'v.name', 'v.address', 'v.conditions', 'v.latitude', 'v.longitude', 'v.price_oere'])
    .select(['g.organisation_id', 'g.name as organisation', 'a.name as area'])
    .select((eb) =>
      eb
        .selectFrom('space')
        .whereRef('space.venue_id', '=', 'v.venue_id')
        .select(eb.fn.countAll().as('n'))
        .as('spaces'),
    )
    .where('v.closed_at', 'is', null)
    .where('v.is_informal', '=', false)
    .where('v.booking_rule', '<>', 'owner')
    .orderBy('v.venue_id')
    .execute()
  const openings = await tx
    .selectFrom('opening')
    .select(['venue_id', 'weekday', 'opens_minute as opensMinute', 'closes_minute as closesMinute'])
    .where(sql<boolean>`open_during @> ${day.toString()}::date`)
    .orderBy('weekday')
    .orderBy('opens_minute')
    .execute()
  const byVenue = Map.groupBy(openings, ({ venue_id }) => venue_id)
  return rows.map((row) => ({
    venueId: row.venue_id,
    name: row.name,
    address: row.address,
    area: row.area,
    conditions: row.conditions,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    position:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: Number(row.latitude), longitude: Number(row.longitude) },
    priceOere: row.price_oere,
    spaces: Number(row.spaces ?? 1),
    openings: (byVenue.get(row.venue_id) ?? []).map(({ weekday, opensMinute, closesMinute }) => ({
      weekday,
      opensMinute,
      closesMinute,
    })),
  }))
}

/** What is taken of all venues between two moments. */
export const listTakenSpans = async (
  tx: ReadTx,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<TakenSpan[]> => {
  const { rows } = await sql<{ venueId: string; spaceId: string; begins: Temporal.Instant; ends: Temporal.Instant }>`
    select s.venue_id as "venueId", s.space_id as "spaceId", lower(b.booked_during) as begins, upper(b.booked_during) as ends
    from booking b join space s using (space_id)
    where b.state = 'approved' and b.booked_during && tstzrange(${from.toString()}, ${to.toString()})`.execute(tx)
  return rows.map(({ venueId, spaceId, begins, ends }) => ({
    venueId,
    spaceId,
    from: begins.epochMilliseconds,
    to: ends.epochMilliseconds,
  }))
}
