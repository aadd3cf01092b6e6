import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { listRelationsToVenue } from '../relation.queries.ts'
import { queueTellingOfLost } from '../sign-up/tell-of-lost-times.ts'
import { settleBookings } from './booking.queries.ts'
import { findGivenForUpdate } from './given.queries.ts'
import { listFirstOfEach } from './request.queries.ts'
import { reviveWaiting } from './revive-waiting.ts'
import { queueTelling } from './tell-of-booking.ts'
import { giveWay } from './waiting.queries.ts'

/** What was given, as it was when the page was shown. */
interface SeenGiven {
  readonly venueId: string
  readonly bookingId: string
  readonly stamp: string
}

interface TakingBack {
  /** Which time, by its beginning; null = all that are to come. */
  readonly startsAt: Temporal.Instant | null
  /** Kind words along with it; whoever booked reads them. */
  readonly words: string
}

/**
 * Takes back a yes that whoever has a venue gave, for one time or for all that are to come. Who booked is told, an activity's time is skipped,
 * and what waited for the place comes back. Throws Refused('needed') without words, Refused('changed_meanwhile').
 */
export const takeBackYes = (platform: Platform, actor: Actor, seen: SeenGiven, taking: TakingBack): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, calendarPolicy.keepVenue, await listRelationsToVenue(tx, seen.venueId))
    const { startsAt, words } = taking
    if (words.trim() === '') throw new Refused('needed')
    const at = platform.clock.now()
    const given = await findGivenForUpdate(tx, { ...seen, now: at })
    if (given === undefined || given.stamp !== seen.stamp) throw new Refused('changed_meanwhile')
    const back = given.bookings.filter(({ from }) => startsAt === null || from.equals(startsAt))
    if (back.length === 0) throw new Refused('changed_meanwhile')
    const ids = back.map(({ bookingId }) => bookingId)
    const by = actor.personId ?? 'system'
    await settleBookings(tx, ids, { state: 'refused', at, by, answer: words, answerCode: 'taken_back' })
    const times = new Set(back.flatMap(({ occurrenceId }) => occurrenceId ?? []))
    for (const time of times) await giveWay(tx, time, { other: null, because: 'taken_back', words, at })
    for (const id of await listFirstOfEach(tx, ids)) await queueTelling(tx, { about: 'taken_back', id })
    await queueTellingOfLost(tx, [...times])
    await reviveWaiting(tx, platform, back)
    const count = new Set(back.map(({ from }) => from.epochMilliseconds)).size
    leaveTrace(tx, { verb: 'booking.taken_back', thing: 'booking', ref: seen.bookingId, facts: { times: count } })
  })
