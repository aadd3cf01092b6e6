import { refuseOn, type WriteTx, writeDaySpan } from '../../../platform/database/index.ts'
import { findId, newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Venue } from '../venue.ts'
import { openVenue, venueOf } from '../venue.queries.ts'
import type { Opening } from './opening.ts'

/** What is said of a venue. */
export type VenueFacts = Omit<Venue, 'venueId' | 'version' | 'isClosed'>

/** What can be booked of a venue, as it was typed; without an id it is new, without a name it goes. */
export interface SpaceTyped {
  readonly spaceId: string | null
  readonly name: string
  readonly capacity: number | null
}

const namedOnce = { venue_named_once: () => new Refused('venue_named_already') }

/** The venue, held until the transaction ends. Throws Refused('venue_not_found') or Refused('changed_meanwhile'). */
export const getVenueForUpdate = async (tx: WriteTx, venueId: string, version: number): Promise<Venue> => {
  const id = findId(venueId)
  const row = id && (await tx.selectFrom('venue').selectAll().where('venue_id', '=', id).forUpdate().executeTakeFirst())
  if (!row) throw new Refused('venue_not_found')
  if (row.version !== version) throw new Refused('changed_meanwhile')
  return venueOf(row)
}

/** Writes a venue with its spaces, open all hours. Throws Refused('venue_named_already'). */
export const insertVenue = async (tx: WriteTx, facts: VenueFacts, spaces: readonly SpaceTyped[]): Promise<string> => {
  try {
    const named = spaces.filter(({ name, capacity }) => name !== '' || capacity !== null)
    return (await openVenue(tx, { ...facts, spaces: named, openings: [], isSample: false })).venueId
  } catch (error) {
    throw refuseOn(error, namedOnce)
  }
}

/** Writes what is said of a venue, as a new version. Throws Refused('venue_named_already'). */
export const updateVenue = async (tx: WriteTx, venueId: string, facts: VenueFacts): Promise<void> => {
  try {
    await tx
      .updateTable('venue')
      .set((eb) => ({
        name: facts.name,
        area_id: facts.areaId,
        organisation_id: facts.organisationId,
        plan_id: facts.planId,
        address: facts.address,
        entrance: facts.entrance,
        is_informal: facts.isInformal,
        booking_rule: facts.bookingRule,
        conditions: facts.conditions,
        price_oere: facts.priceOere,
        price_per: facts.pricePer,
        release_days: facts.releaseDays,
        version: eb('version', '+', 1),
      }))
      .where('venue_id', '=', venueId)
      .execute()
  } catch (error) {
    throw refuseOn(error, namedOnce)
  }
}

const usedSpace = {
  booking_is_of_a_space: () => new Refused('space_is_used'),
  series_takes_place_in_a_space: () => new Refused('space_is_used'),
}

/** Writes what can be booked of a venue; a venue always has one space at least. Throws Refused('space_is_used'). */
export const saveSpaces = async (tx: WriteTx, venueId: string, spaces: readonly SpaceTyped[]): Promise<void> => {
  const there = await tx.selectFrom('space').select('space_id').where('venue_id', '=', venueId).execute()
  const known = new Set<string>(there.map(({ space_id }) => space_id))
  const only = known.size === 1
  for (const { spaceId, name, capacity } of spaces) {
    const isKnown = spaceId !== null && known.has(spaceId)
    if (isKnown && (name !== '' || only))
      await tx.updateTable('space').set({ name, capacity }).where('space_id', '=', spaceId).execute()
    else if (isKnown) await removeSpace(tx, spaceId)
    else if (name !== '')
      await tx.insertInto('space').values({ space_id: newId<'space'>(), venue_id: venueId, name, capacity }).execute()
  }
}

const removeSpace = async (tx: WriteTx, spaceId: string): Promise<void> => {
  try {
    await tx.deleteFrom('space').where('space_id', '=', spaceId).execute()
  } catch (error) {
    throw refuseOn(error, usedSpace)
  }
}

/** Writes hours of a venue. */
export const insertOpenings = async (
  tx: WriteTx,
  venueId: string,
  openings: readonly Omit<Opening, 'openingId'>[],
): Promise<void> => {
  const rows = openings.map(({ weekday, opensMinute, closesMinute, from, to, lentBy }) => ({
    opening_id: newId<'opening'>(),
    venue_id: venueId,
    weekday,
    opens_minute: opensMinute,
    closes_minute: closesMinute,
    open_during: writeDaySpan({ from, to }),
    lent_by: lentBy,
  }))
  if (rows.length > 0) await tx.insertInto('opening').values(rows).execute()
}

export const deleteOpening = async (tx: WriteTx, venueId: string, openingId: string): Promise<void> => {
  const id = findId(openingId)
  if (id !== undefined)
    await tx.deleteFrom('opening').where('venue_id', '=', venueId).where('opening_id', '=', id).execute()
}

/** Writes that a venue can be booked no more; or that its hours changed, where it stays open. */
export const countChange = async (tx: WriteTx, venueId: string, closedAt: Temporal.Instant | null): Promise<void> => {
  await tx
    .updateTable('venue')
    .set((eb) => ({ closed_at: closedAt, version: eb('version', '+', 1) }))
    .where('venue_id', '=', venueId)
    .execute()
}
