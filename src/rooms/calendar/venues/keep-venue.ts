import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Actor, type Relations, requirePermission } from '../../access/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { listRelationsToOrganiser, listRelationsToVenue } from '../relation.queries.ts'
import type { Venue } from '../venue.ts'
import {
  countChange,
  deleteOpening,
  getVenueForUpdate,
  insertOpenings,
  insertVenue,
  saveSpaces,
  type SpaceTyped,
  updateVenue,
  type VenueFacts,
} from './keep-venue.queries.ts'
import type { Opening } from './opening.ts'

/** Which venue, as it was when the form was shown. */
export interface SeenVenue {
  readonly venueId: string
  readonly version: number
}

const relationsToKeeper = async (tx: WriteTx, { organisationId, planId }: VenueFacts): Promise<Relations> =>
  organisationId === null ? new Set() : listRelationsToOrganiser(tx, { organisationId, planId })

const enter = async (tx: WriteTx, actor: Actor, { venueId, version }: SeenVenue): Promise<Venue> => {
  const toThing = await listRelationsToVenue(tx, venueId)
  requirePermission(actor, calendarPolicy.keepVenue, toThing)
  return getVenueForUpdate(tx, venueId, version)
}

/** Writes a new venue down; it is open all hours until hours are added. Throws Refused('venue_named_already'). */
export const addVenue = (
  platform: Platform,
  actor: Actor,
  facts: VenueFacts,
  spaces: readonly SpaceTyped[],
): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, calendarPolicy.openVenue, await relationsToKeeper(tx, facts))
    const venueId = await insertVenue(tx, facts, spaces)
    leaveTrace(tx, { verb: 'venue.opened', thing: 'venue', ref: venueId })
    return venueId
  })

/**
 * Changes what is said of a venue and what can be booked of it. It is passed on only to an organisation or plan they act for. Throws
 * Refused('changed_meanwhile'), Refused('venue_named_already') or Refused('space_is_used').
 */
export const changeVenue = (
  platform: Platform,
  actor: Actor,
  seen: SeenVenue,
  { facts, spaces }: { readonly facts: VenueFacts; readonly spaces: readonly SpaceTyped[] },
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const venue = await enter(tx, actor, seen)
    requirePermission(actor, calendarPolicy.openVenue, await relationsToKeeper(tx, facts))
    await updateVenue(tx, venue.venueId, facts)
    await saveSpaces(tx, venue.venueId, spaces)
    leaveTrace(tx, { verb: 'venue.changed', thing: 'venue', ref: venue.venueId })
  })

/** Adds hours a venue is open. Throws Refused('changed_meanwhile'). */
export const addOpenings = (
  platform: Platform,
  actor: Actor,
  seen: SeenVenue,
  openings: readonly Omit<Opening, 'openingId'>[],
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const venue = await enter(tx, actor, seen)
    await insertOpenings(tx, venue.venueId, openings)
    await countChange(tx, venue.venueId, null)
    leaveTrace(tx, { verb: 'venue.hours_changed', thing: 'venue', ref: venue.venueId })
  })

/** Takes hours away; what is booked in them stays. Throws Refused('changed_meanwhile'). */
export const removeOpening = (platform: Platform, actor: Actor, seen: SeenVenue, openingId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const venue = await enter(tx, actor, seen)
    await deleteOpening(tx, venue.venueId, openingId)
    await countChange(tx, venue.venueId, null)
    leaveTrace(tx, { verb: 'venue.hours_changed', thing: 'venue', ref: venue.venueId })
  })

/** Closes a venue: it can be booked no more, and what is booked stays. Throws Refused('changed_meanwhile'). */
export const closeVenue = (platform: Platform, actor: Actor, seen: SeenVenue): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const venue = await enter(tx, actor, seen)
    await countChange(tx, venue.venueId, platform.clock.now())
    leaveTrace(tx, { verb: 'venue.closed', thing: 'venue', ref: venue.venueId })
  })
