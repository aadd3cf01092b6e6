import type { WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { homeZone, today } from '../../platform/day.ts'
import { bookTimes, type TimeToBook } from './book-times.ts'
import { cancelBookingsOf } from './booking.queries.ts'
import { layTimes } from './lay-times.rules.ts'
import type { Occurrence } from './occurrence.ts'
import {
  deleteOccurrences,
  insertOccurrences,
  listOccurrencesOf,
  shiftOccurrence,
  updateOccurrence,
} from './occurrence.queries.ts'
import type { Planner } from './planner.ts'
import type { Pause, Series } from './series.ts'
import { listPauses } from './series.queries.ts'
import { tellSignedUp } from './sign-up/tell-signed-up.ts'
import { timesOf } from './times.rules.ts'
import { listMisplaced } from './venues/misplaced.queries.ts'
import { reviveWaiting } from './venues/revive-waiting.ts'
import { type Freed, listHeldBy } from './venues/waiting.queries.ts'

/** So far ahead the times of every series are kept as rows; a job lays more each night. */
export const layAhead = Temporal.Duration.from({ months: 14 })

/** The last day times are laid to. */
export const horizonOf = (day: Day): Day => day.add(layAhead)

/** The first month of what begins later than that is laid too: it is meant, and it may hold a place. */
const lastLaid = ({ startsOn }: Pick<Series, 'startsOn'>, day: Day): Day => {
  const [horizon, firstMonth] = [horizonOf(day), startsOn.add({ months: 1 })]
  return Temporal.PlainDate.compare(horizon, firstMonth) > 0 ? horizon : firstMonth
}

export interface LaidSeries {
  /** Times that could not have the venue; each waits for what holds it. */
  readonly skipped: number
  readonly laid: number
}

/**
 * Lays a series' times from a moment on, as its rule and its pauses say: new ones are added, those there are go on as themselves, and
 * those no longer meant are taken out. The venue is booked for each; a time that cannot have it is skipped until it can.
 */
export const laySeries = async (
  tx: WriteTx,
  planner: Planner,
  series: Series,
  from: Temporal.Instant,
): Promise<LaidSeries> => {
  const { clock } = planner.platform
  const now = clock.now()
  const fromDay = from.toZonedDateTimeISO(homeZone).toPlainDate()
  const pauses = await listPauses(tx, series.seriesId)
  const wanted = wantedFrom(series, pauses, { from: fromDay, to: lastLaid(series, today(clock)) }, from)
  const there = await listOccurrencesOf(tx, series.seriesId, from)
  const laying = layTimes(there, wanted)
  const misplaced = await listMisplaced(tx, series, laying.keep)
  const removed = laying.remove.map(idOf)
  const shifted = laying.shift.map(({ occurrence }) => idOf(occurrence))
  const freed = await listHeldBy(tx, [...removed, ...shifted, ...misplaced.map(idOf)])
  await tellSignedUp(tx, planner.platform, removed, 'removed')
  await deleteOccurrences(tx, removed)
  await cancelBookingsOf(tx, [...shifted, ...misplaced.map(idOf)])
  for (const { occurrence, to } of laying.shift) await shiftOccurrence(tx, occurrence.occurrenceId, to, now)
  await tellSignedUp(tx, planner.platform, shifted, 'moved')
  const times = laying.add.map(({ startsAt, endsAt }) => ({ originalStartsAt: startsAt, endsAt }))
  const added = await insertOccurrences(tx, series, times, now)
  const toBook: TimeToBook[] = [
    ...misplaced,
    ...laying.shift
      .filter(({ occurrence }) => occurrence.state !== 'cancelled')
      .map(({ occurrence, to }) => ({ occurrenceId: occurrence.occurrenceId, ...to })),
    ...laying.add.map((to, at) => ({ occurrenceId: added[at] ?? '', ...to })),
  ]
  const { skipped } = await bookTimes(tx, planner, series, toBook)
  const skippedBefore = laying.keep.filter(({ state }) => state === 'skipped')
  await reviveWaiting(tx, planner.platform, [...freed, ...(await triedAgain(tx, series, skippedBefore, now))])
  return { skipped, laid: toBook.length }
}

/** Times that were skipped are tried again, since the place may be another now; where there is no place to book, they are simply planned. */
const triedAgain = async (
  tx: WriteTx,
  { venueId }: Series,
  skipped: readonly Occurrence[],
  at: Temporal.Instant,
): Promise<Freed[]> => {
  if (venueId !== null) return skipped.map(({ startsAt, endsAt }) => ({ venueId, from: startsAt, to: endsAt }))
  for (const { occurrenceId } of skipped)
    await updateOccurrence(tx, occurrenceId, { state: 'planned', reason: '', skippedForId: null }, at)
  return []
}

const idOf = ({ occurrenceId }: Occurrence): string => occurrenceId

const wantedFrom = (
  series: Series,
  pauses: readonly Pause[],
  span: { from: Day; to: Day },
  from: Temporal.Instant,
): ReturnType<typeof timesOf> =>
  series.endedAt === null
    ? timesOf(series, pauses, span).filter(({ startsAt }) => Temporal.Instant.compare(startsAt, from) >= 0)
    : []

/** Whether a time may still be changed: it is to come, and is not held. */
export const isToCome = ({ startsAt, state }: Occurrence, now: Temporal.Instant): boolean =>
  state !== 'held' && Temporal.Instant.compare(startsAt, now) > 0

/** Whether it can be said of a time that it was held. */
export const hasBegun = ({ startsAt }: Occurrence, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(startsAt, now) <= 0
