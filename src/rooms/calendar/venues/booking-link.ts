import { leaveTrace, readAs, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { actAs } from '../../agreements/index.ts'
import { hashOfLink } from '../link-token.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { listRelationsToOrganiser } from '../relation.queries.ts'
import { findBookingLink, useBookingLink } from './booking-link.queries.ts'
import { confirmBookings, listPartsForUpdate } from './booking.queries.ts'
import { findToldBooking, type ToldBooking } from './telling.queries.ts'

/** Finds links by their hash and sees nothing else. */
const bookingDoor = { personId: 'booking-door' }

/** What a link asks about, and the one who acts by it, on that alone. */
export interface OpenBookingLink {
  readonly actor: Actor
  readonly tokenHash: Buffer
  readonly booking: ToldBooking
}

/**
 * What a link in a mail asks about. Looking it up changes nothing. Throws Refused('booking_link_not_found'),
 * Refused('booking_link_expired'), or Refused('booking_link_used') where it is confirmed already or no longer theirs.
 */
export const openBookingLink = async (platform: Platform, token: string): Promise<OpenBookingLink> => {
  const tokenHash = hashOfLink(token)
  const link = await readAs(platform, bookingDoor, (tx) => findBookingLink(tx, tokenHash))
  if (link === undefined) throw new Refused('booking_link_not_found')
  if (Temporal.Instant.compare(platform.clock.now(), link.endsAt) >= 0) throw new Refused('booking_link_expired')
  const { actor } = await actAs(platform, link.personId, link.postId)
  if (actor.postId !== link.postId) throw new Refused('booking_link_expired')
  const booking = await readAs(platform, actor, (tx) => findToldBooking(tx, link.bookingId))
  if (booking === undefined) throw new Refused('booking_link_not_found')
  if (link.usedAt !== null || booking.state !== 'approved' || booking.isConfirmed)
    throw new Refused('booking_link_used')
  return { actor, tokenHash, booking }
}

/** Says by a link that a booking will be used, once. Throws as `openBookingLink`. */
export const confirmByLink = async (platform: Platform, token: string): Promise<void> => {
  const { actor, tokenHash, booking } = await openBookingLink(platform, token)
  await writeAs(platform, actor, async (tx) => {
    const toThing = await listRelationsToOrganiser(tx, { organisationId: booking.organisationId, planId: null })
    requirePermission(actor, calendarPolicy.settleBooking, toThing)
    const at = platform.clock.now()
    if (!(await useBookingLink(tx, tokenHash, at))) throw new Refused('booking_link_used')
    const parts = await listPartsForUpdate(tx, booking.bookingId)
    if (parts.some(({ state }) => state !== 'approved') || parts.length === 0) throw new Refused('booking_link_used')
    const ids = parts.map(({ bookingId }) => bookingId)
    await confirmBookings(tx, ids, at)
    leaveTrace(tx, { verb: 'booking.confirmed', thing: 'booking', ref: booking.bookingId })
  })
}
