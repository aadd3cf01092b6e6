import type { Selectable } from 'kysely'
import { readDaySpan, type ReadTx, type Rows, type WriteTx } from '../../platform/database/index.ts'
import { findId, newId } from '../../platform/id.ts'
import { bookingRules, type Venue, venuePricePers } from './venue.ts'
import type { Opening } from './venues/opening.ts'

export const venueOf = (row: Selectable<Rows['venue']>): Venue => ({
  venueId: row.venue_id,
  name: row.name,
  areaId: row.area_id,
  organisationId: row.organisation_id,
  planId: row.plan_id,
  address: row.address,
  entrance: row.entrance,
  isInformal: row.is_informal,
  bookingRule: bookingRules.find((rule) => rule === row.booking_rule) ?? 'request',
  conditions: row.conditions,
  priceOere: row.price_oere,
  pricePer: venuePricePers.find((per) => per === row.price_per) ?? null,
  releaseDays: row.release_days,
  isClosed: row.closed_at !== null,
  version: row.version,
})

/** The venue, or undefined where there is none. */
export const findVenue = async (tx: ReadTx, venueId: string): Promise<Venue | undefined> => {
  const id = findId(venueId)
  if (id === undefined) return undefined
  const row = await tx.selectFrom('venue').selectAll().where('venue_id', '=', id).executeTakeFirst()
  return row && venueOf(row)
}

/** The hours a venue has, past and to come, by weekday. */
export const listOpeningsOf = async (tx: ReadTx, venueId: string): Promise<Opening[]> => {
  const rows = await tx
    .selectFrom('opening')
    .selectAll()
    .where('venue_id', '=', venueId)
    .orderBy('weekday')
    .orderBy('opens_minute')
    .execute()
  return rows.map(openingOf)
}

export const openingOf = (row: Selectable<Rows['opening']>): Opening => ({
  openingId: row.opening_id,
  weekday: row.weekday,
  opensMinute: row.opens_minute,
  closesMinute: row.closes_minute,
  ...readDaySpan(row.open_during),
  lentBy: row.lent_by,
})

type Terms = 'priceOere' | 'pricePer' | 'releaseDays'

export interface NewVenue extends Omit<Venue, 'venueId' | 'version' | 'isClosed' | Terms>, Partial<Pick<Venue, Terms>> {
  /** What of it can be booked by itself, with how many there is room for; none = the whole of it. */
  readonly spaces: readonly { readonly name: string; readonly capacity?: number | null }[]
  /** None = it is open all hours. */
  readonly openings: readonly (Pick<Opening, 'weekday' | 'opensMinute' | 'closesMinute'> &
    Partial<Pick<Opening, 'lentBy'>>)[]
  readonly isSample: boolean
}

/** Writes a venue with its spaces and its hours. Answers with their ids; a venue that is not divided has one space without a name. */
export const openVenue = async (
  tx: WriteTx,
  venue: NewVenue,
): Promise<{ venueId: string; spaceIds: ReadonlyMap<string, string> }> => {
  const venue_id = newId<'venue'>()
  await tx
    .insertInto('venue')
    .values({
      venue_id,
      name: venue.name,
      area_id: venue.areaId,
      organisation_id: venue.organisationId,
      plan_id: venue.planId,
      address: venue.address,
      entrance: venue.entrance,
      is_informal: venue.isInformal,
      booking_rule: venue.bookingRule,
      conditions: venue.conditions,
      price_oere: venue.priceOere ?? null,
      price_per: venue.pricePer ?? null,
      release_days: venue.releaseDays ?? null,
      is_sample: venue.isSample,
    })
    .execute()
  const spaces = (venue.spaces.length === 0 ? [{ name: '' }] : venue.spaces).map(({ name, capacity }) => ({
    space_id: newId<'space'>(),
    venue_id,
    name,
    capacity: capacity ?? null,
  }))
  await tx.insertInto('space').values(spaces).execute()
  if (venue.openings.length > 0)
    await tx
      .insertInto('opening')
      .values(
        venue.openings.map((one) => ({
          opening_id: newId<'opening'>(),
          venue_id,
          weekday: one.weekday,
          opens_minute: one.opensMinute,
          closes_minute: one.closesMinute,
          open_during: '(,)',
          lent_by: one.lentBy ?? null,
        })),
      )
      .execute()
  return { venueId: venue_id, spaceIds: new Map(spaces.map(({ name, space_id }) => [name, space_id])) }
}

/** What can be chosen as the place of an activity: each venue, and each part of one that is divided; the value is `venue` or `venue/space`. */
export const listVenueChoices = async (tx: ReadTx): Promise<(readonly [value: string, text: string])[]> => {
  const rows = await tx
    .selectFrom('venue')
    .innerJoin('space', 'space.venue_id', 'venue.venue_id')
    .select(['venue.venue_id as venueId', 'venue.name', 'space.space_id as spaceId', 'space.name as space'])
    .where('venue.closed_at', 'is', null)
    .orderBy('venue.name')
    .orderBy('space.name')
    .execute()
  return [...Map.groupBy(rows, ({ venueId }) => venueId).values()].flatMap((spaces) => {
    const [first] = spaces
    if (first === undefined) return []
    const parts = spaces.length === 1 ? [] : spaces
    return [
      [first.venueId, first.name] as const,
      ...parts.map(({ venueId, spaceId, name, space }) => [`${venueId}/${spaceId}`, `${name}, ${space}`] as const),
    ]
  })
}
