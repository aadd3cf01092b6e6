import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { stateOfBooking } from '../book-times.ts'
import { type Holding, insertBookings, listHoldings, listSpacesOf, lockSpaces } from '../booking.queries.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { listRelationsToOrganiser } from '../relation.queries.ts'
import { findVenue, listOpeningsOf } from '../venue.queries.ts'
import { isOpenFor, momentOn } from './opening.rules.ts'
import { refusalOfClosed } from './refuse-closed.ts'
import { refusalOfTaken } from './refuse-taken.ts'
import { queueTelling } from './tell-of-booking.ts'

export interface BookingForm {
  readonly venueId: string
  /** Null = the whole of the venue. */
  readonly spaceId: string | null
  readonly organisationId: string
  readonly planId: string | null
  readonly purpose: string
  readonly day: Day
  /** Minutes after midnight on Danish clocks. */
  readonly fromMinute: number
  readonly toMinute: number
  /** Every week until and including this day; null = once. */
  readonly weeklyUntil: Day | null
}

export interface BookedVenue {
  readonly state: 'requested' | 'approved'
  readonly times: number
  /** Of the times asked for every week, how many something else holds. */
  readonly taken: number
}

const mostTimes = 54

interface Slot {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/**
 * Books a venue for something that is not in the calendar, once or every week; where whoever has it must say yes, they are asked. Throws
 * Refused('venue_taken') with who has it and the next free time, Refused('venue_closed') with its hours, Refused('venue_not_bookable'),
 * Refused('venue_is_informal'), Refused('venue_is_closed'), Refused('in_the_past') or Refused('too_many_times').
 */
export const bookVenue = (platform: Platform, actor: Actor, form: BookingForm): Promise<BookedVenue> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, calendarPolicy.bookVenue, await listRelationsToOrganiser(tx, form))
    const venue = await findVenue(tx, form.venueId)
    if (venue === undefined) throw new Refused('venue_not_found')
    if (venue.isInformal) throw new Refused('venue_is_informal')
    const openings = await listOpeningsOf(tx, venue.venueId)
    const slots = slotsOf(form, platform.clock.now())
    const closed = slots.find(({ startsAt, endsAt }) => !isOpenFor(openings, startsAt, endsAt))
    if (closed !== undefined) throw refusalOfClosed(venue, openings, closed)
    const state = await stateOfBooking(tx, actor, venue, form)
    const spaceIds = await listSpacesOf(tx, venue.venueId, form.spaceId)
    if (spaceIds.length === 0) throw new Refused('venue_not_found')
    await lockSpaces(tx, spaceIds)
    const span = { from: slots[0]?.startsAt ?? platform.clock.now(), to: slots.at(-1)?.endsAt ?? platform.clock.now() }
    const { free, taken } = divide(slots, await listHoldings(tx, spaceIds, span))
    const [first] = taken
    if (first !== undefined && free.length === 0) {
      const wanted = { venue, openings, spaceIds, from: first.slot.startsAt, to: first.slot.endsAt }
      throw await refusalOfTaken(tx, wanted, first.holding)
    }
    const askedAt = platform.clock.now()
    const asked = { organisationId: form.organisationId, purpose: form.purpose, state, askedAt }
    const rows = free.flatMap(({ startsAt, endsAt }) =>
      spaceIds.map((spaceId) => ({
        ...asked,
        askedBy: actor.personId ?? 'system',
        spaceId,
        ...noTime,
        from: startsAt,
        to: endsAt,
      })),
    )
    const [bookingId = ''] = await insertBookings(tx, rows)
    if (state === 'requested') await queueTelling(tx, { about: 'asked', id: bookingId })
    leaveTrace(tx, { verb: 'booking.asked', thing: 'booking', ref: bookingId, facts: { times: free.length } })
    return { state, times: free.length, taken: taken.length }
  })

const noTime = { occurrenceId: null }

/** Throws Refused('in_the_past') or Refused('too_many_times'). */
const slotsOf = ({ day, fromMinute, toMinute, weeklyUntil }: BookingForm, now: Temporal.Instant): Slot[] => {
  const last = weeklyUntil ?? day
  const slots: Slot[] = []
  for (let on = day; Temporal.PlainDate.compare(on, last) <= 0; on = on.add({ weeks: 1 })) {
    if (slots.length === mostTimes) throw new Refused('too_many_times')
    slots.push({ startsAt: momentOn(on, fromMinute), endsAt: momentOn(on, toMinute) })
  }
  const [first] = slots
  if (first === undefined) throw new Refused('ends_first')
  if (Temporal.Instant.compare(first.startsAt, now) <= 0) throw new Refused('in_the_past')
  return slots
}

const divide = (slots: readonly Slot[], holdings: readonly Holding[]) => {
  const hold = (slot: Slot) =>
    holdings.find(
      ({ from, to }) =>
        Temporal.Instant.compare(from, slot.endsAt) < 0 && Temporal.Instant.compare(slot.startsAt, to) < 0,
    )
  const free: Slot[] = []
  const taken: { slot: Slot; holding: Holding }[] = []
  for (const slot of slots) {
    const holding = hold(slot)
    if (holding === undefined) free.push(slot)
    else taken.push({ slot, holding })
  }
  return { free, taken }
}
