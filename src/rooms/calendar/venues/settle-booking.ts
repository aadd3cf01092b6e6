import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { updateOccurrence } from '../occurrence.queries.ts'
import { listRelationsToOrganiser } from '../relation.queries.ts'
import { confirmBookings, listPartsForUpdate, settleBookings } from './booking.queries.ts'
import { reviveWaiting } from './revive-waiting.ts'

/** Which booking, as it was when the page was shown. */
interface SeenBooking {
  readonly bookingId: string
  readonly version: number
}

const enter = async (tx: WriteTx, actor: Actor, { bookingId, version }: SeenBooking) => {
  const parts = await listPartsForUpdate(tx, bookingId)
  const [first] = parts
  if (first === undefined) throw new Refused('booking_not_found')
  const toThing = await listRelationsToOrganiser(tx, { organisationId: first.organisationId, planId: null })
  requirePermission(actor, calendarPolicy.settleBooking, toThing)
  if (parts.reduce((sum, part) => sum + part.version, parts.length) !== version) throw new Refused('changed_meanwhile')
  return { first, ids: parts.map((part) => part.bookingId) }
}

/** Says that a booking will be used, so that it is not released. Throws Refused('changed_meanwhile'). */
export const confirmBooking = (platform: Platform, actor: Actor, seen: SeenBooking): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { ids } = await enter(tx, actor, seen)
    await confirmBookings(tx, ids, platform.clock.now())
    leaveTrace(tx, { verb: 'booking.confirmed', thing: 'booking', ref: seen.bookingId })
  })

/**
 * Gives a booking up; what waited for the place comes back. A time of an activity is skipped, since it has no place. Throws
 * Refused('in_the_past') or Refused('changed_meanwhile').
 */
export const giveUpBooking = (platform: Platform, actor: Actor, seen: SeenBooking): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { first, ids } = await enter(tx, actor, seen)
    const at = platform.clock.now()
    if (Temporal.Instant.compare(first.to, at) <= 0) throw new Refused('in_the_past')
    await settleBookings(tx, ids, { state: 'released', at, by: actor.personId ?? 'system' })
    if (first.occurrenceId !== null)
      await updateOccurrence(tx, first.occurrenceId, { ...givenUp, skippedForId: null }, at)
    await reviveWaiting(tx, platform, [first])
    leaveTrace(tx, { verb: 'booking.given_up', thing: 'booking', ref: seen.bookingId })
  })

const givenUp = { state: 'skipped', skippedBecause: 'given_up', reason: '' } as const
