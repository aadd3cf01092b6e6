import type { WriteTx } from '../../platform/database/index.ts'
import { homeZone } from '../../platform/day.ts'
import { Refused } from '../../platform/refused.ts'
import { bookTime } from './book-times.ts'
import { cancelBookingsOf } from './booking.queries.ts'
import { getOccurrenceForUpdate, listOccurrencesOf, updateOccurrence } from './occurrence.queries.ts'
import { layNewSeries } from './plan-series.ts'
import type { Occurrence } from './occurrence.ts'
import type { Planner } from './planner.ts'
import { findSeries } from './series.queries.ts'
import { reviveWaiting } from './venues/revive-waiting.ts'
import { listHeldBy } from './venues/waiting.queries.ts'

/** A meeting as the calendar has it: one time, seen by those who take part, that its group alone changes. */
export interface MeetingTime {
  readonly title: string
  readonly organisationId: string
  readonly planId: string | null
  readonly venueId: string | null
  /** Where, in words, beside the venue or instead of it. */
  readonly place: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly isSample?: boolean
}

/** Puts a meeting in the calendar and books its venue. Answers with the time's id. Throws Refused('venue_taken') and as `bookTimes` does. */
export const layMeetingTime = async (tx: WriteTx, planner: Planner, meeting: MeetingTime): Promise<string> => {
  const { startsAt, endsAt, ...facts } = meeting
  const wall = startsAt.toZonedDateTimeISO(homeZone)
  const { seriesId, skipped } = await layNewSeries(tx, planner.platform, planner.actor, {
    ...facts,
    summary: '',
    kind: 'meeting',
    areaId: null,
    spaceId: null,
    ageFrom: null,
    ageTo: null,
    languages: ['da'],
    priceOere: null,
    pricePer: null,
    goesAlong: '',
    signUp: 'none',
    places: null,
    isLarge: false,
    isPublished: false,
    lineageId: null,
    startsOn: wall.toPlainDate(),
    startsMinute: wall.hour * 60 + wall.minute,
    lastsMinutes: Math.round(startsAt.until(endsAt).total('minutes')),
    rule: null,
    leavesOutMonths: [],
    schoolDaysOnly: false,
  })
  const [time] = await listOccurrencesOf(tx, seriesId)
  if (time === undefined) throw new Error('A meeting was laid without a time')
  if (skipped > 0) await refuseTaken(tx, planner, time)
  return time.occurrenceId
}

/** Says who has the venue, and when it is free again: a meeting is not skipped. Throws Refused('venue_taken'). */
const refuseTaken = async (tx: WriteTx, planner: Planner, { occurrenceId }: Occurrence): Promise<never> => {
  const { occurrence, series } = await enter(tx, occurrenceId)
  await bookTime(tx, planner, series, occurrence)
  throw new Refused('venue_taken')
}

/** Moves a meeting, with its venue. The caller has seen that the actor may. Throws Refused('venue_taken'). */
export const moveMeetingTime = async (
  tx: WriteTx,
  planner: Planner,
  occurrenceId: string,
  to: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
): Promise<void> => {
  const { occurrence, series } = await enter(tx, occurrenceId)
  const freed = await listHeldBy(tx, [occurrenceId])
  await cancelBookingsOf(tx, [occurrenceId])
  await updateOccurrence(
    tx,
    occurrenceId,
    { ...to, state: 'planned', skippedForId: null },
    planner.platform.clock.now(),
  )
  await bookTime(tx, planner, series, { ...occurrence, ...to })
  await reviveWaiting(tx, planner.platform, freed)
}

/** Calls a meeting off, also one that was said to be held; its venue is given up. */
export const cancelMeetingTime = async (
  tx: WriteTx,
  { platform }: Planner,
  occurrenceId: string,
  reason: string,
): Promise<void> => {
  await enter(tx, occurrenceId)
  const freed = await listHeldBy(tx, [occurrenceId])
  await cancelBookingsOf(tx, [occurrenceId])
  const noLongerHeld = { headCount: null, heldAt: null, heldBy: null }
  const cancelled = { state: 'cancelled', reason, skippedForId: null, ...noLongerHeld } as const
  await updateOccurrence(tx, occurrenceId, cancelled, platform.clock.now())
  await reviveWaiting(tx, platform, freed)
}

/** Says that a meeting was held, and how many came. Its evidence is its group's to leave. */
export const holdMeetingTime = async (
  tx: WriteTx,
  { platform, actor }: Planner,
  occurrenceId: string,
  headCount: number,
): Promise<void> => {
  await enter(tx, occurrenceId)
  const now = platform.clock.now()
  const heldBy = actor.personId ?? 'system'
  await updateOccurrence(tx, occurrenceId, { state: 'held', headCount, heldAt: now, heldBy, skippedForId: null }, now)
}

const enter = async (tx: WriteTx, occurrenceId: string) => {
  const occurrence = await getOccurrenceForUpdate(tx, occurrenceId, null)
  const series = await findSeries(tx, occurrence.seriesId)
  if (series?.kind !== 'meeting') throw new Error('What is changed as a meeting is none')
  return { occurrence, series }
}
