import { isoWeekOf } from '../../platform/day-number.ts'
import { homeZone } from '../../platform/day.ts'
import { dayNumberOf } from '../../platform/day-number.ts'
import type { Occurrence } from './occurrence.ts'

/** A time a series is to have: where its rule puts it. */
export interface WantedTime {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** What it takes for the times there are to become the times that are wanted. */
export interface Laying {
  readonly add: readonly WantedTime[]
  /** Times that go on as themselves at another moment. */
  readonly shift: readonly { readonly occurrence: Occurrence; readonly to: WantedTime }[]
  readonly remove: readonly Occurrence[]
  /** Times that stay where they are. */
  readonly keep: readonly Occurrence[]
}

/**
 * Matches the times there are with those wanted: first where they begin, then on the same day, then in the same week, so that who has
 * signed up to one goes along when the activity moves from Tuesday to Thursday. What was held, and what was added by hand, stays.
 */
export const layTimes = (there: readonly Occurrence[], wanted: readonly WantedTime[]): Laying => {
  const open = there.filter(({ state, isExtra }) => state !== 'held' && !isExtra)
  const taken = new Set(there.filter(({ state }) => state === 'held').map((one) => keyOf(one.originalStartsAt)))
  const left = { there: [...open], wanted: wanted.filter(({ startsAt }) => !taken.has(keyOf(startsAt))) }
  const same = pair(left, keyOf)
  const shifted = [...pair(left, dayOf), ...pair(left, weekOf)]
  const lasting = same.filter(({ occurrence, to }) => !lasts(occurrence, to))
  const shift = [...lasting, ...shifted]
  const gone = new Set([...shift.map(({ occurrence }) => occurrence), ...left.there])
  const keep = there.filter((one) => one.state !== 'held' && !gone.has(one))
  return { add: left.wanted, shift, remove: left.there, keep }
}

const lasts = ({ originalStartsAt, startsAt, endsAt }: Occurrence, to: WantedTime): boolean =>
  !startsAt.equals(originalStartsAt) || endsAt.equals(to.endsAt)

interface Left {
  there: Occurrence[]
  wanted: WantedTime[]
}

/** Takes out of both lists those that have the same key, in order. */
const pair = (left: Left, key: (at: Temporal.Instant) => string): { occurrence: Occurrence; to: WantedTime }[] => {
  const waiting = Map.groupBy(left.there, ({ originalStartsAt }) => key(originalStartsAt))
  const pairs: { occurrence: Occurrence; to: WantedTime }[] = []
  left.wanted = left.wanted.filter((to) => {
    const occurrence = waiting.get(key(to.startsAt))?.shift()
    if (occurrence !== undefined) pairs.push({ occurrence, to })
    return occurrence === undefined
  })
  const gone = new Set(pairs.map(({ occurrence }) => occurrence.occurrenceId))
  left.there = left.there.filter(({ occurrenceId }) => !gone.has(occurrenceId))
  return pairs
}

const keyOf = (at: Temporal.Instant): string => at.toString()

const dayOf = (at: Temporal.Instant): string => at.toZonedDateTimeISO(homeZone).toPlainDate().toString()

const weekOf = (at: Temporal.Instant): string => {
  const { year, week } = isoWeekOf(dayNumberOf(at.toZonedDateTimeISO(homeZone).toPlainDate()))
  return `${year}-${week}`
}
