import { homeZone } from '../../../platform/day.ts'
import type { Occurrence } from '../occurrence.ts'
import type { OutsideTime } from './reading/outside-activity.ts'

/** What it takes for the times there are to become those another calendar tells of. */
export interface TimeMatch {
  readonly add: readonly OutsideTime[]
  readonly change: readonly { readonly occurrence: Occurrence; readonly to: OutsideTime }[]
  /** Taken out there, and so near that those who would come must be told. */
  readonly cancel: readonly Occurrence[]
  readonly remove: readonly Occurrence[]
}

/** So near a time is called off and shown so; what is further away just goes. */
const near = { hours: 24 * 7 }

const secondOf = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000)

export const instantOf = (second: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(second * 1000)

const dayOf = (second: number): string => instantOf(second).toZonedDateTimeISO(homeZone).toPlainDate().toString()

const isSame = ({ originalStartsAt, startsAt, endsAt, state }: Occurrence, to: OutsideTime): boolean =>
  secondOf(originalStartsAt) === to.original &&
  secondOf(startsAt) === to.startsAt &&
  secondOf(endsAt) === to.endsAt &&
  (state === 'cancelled') === to.isCancelled

/**
 * Matches the times there are with those another calendar tells of: by where its rule puts them, then by the day, then the only one left
 * with the only one left. What has begun or was held stays as it is; what is called off before anybody here heard of it is added only
 * beside others that are not.
 */
export const matchTimes = (
  there: readonly Occurrence[],
  wanted: readonly OutsideTime[],
  now: Temporal.Instant,
): TimeMatch => {
  const at = secondOf(now)
  const begun = new Set(
    there
      .filter(({ state, startsAt }) => state === 'held' || secondOf(startsAt) <= at)
      .map(({ originalStartsAt }) => secondOf(originalStartsAt)),
  )
  const left = {
    there: there.filter(({ state, startsAt }) => state !== 'held' && secondOf(startsAt) > at),
    wanted: wanted.filter(({ original, endsAt }) => endsAt > at && !begun.has(original)),
  }
  const pairs = pairBy(
    left,
    ({ originalStartsAt }) => String(secondOf(originalStartsAt)),
    ({ original }) => String(original),
  )
  pairs.push(
    ...pairBy(
      left,
      ({ startsAt }) => dayOf(secondOf(startsAt)),
      ({ startsAt }) => dayOf(startsAt),
    ),
  )
  if (left.there.length === 1 && left.wanted.length === 1)
    pairs.push(
      ...pairBy(
        left,
        () => '',
        () => '',
      ),
    )
  const isKnownElsewhere = pairs.length > 0 || wanted.some(({ isCancelled }) => !isCancelled)
  const gone = left.there.filter(({ state }) => state !== 'cancelled')
  const isNear = ({ startsAt }: Occurrence) => Temporal.Instant.compare(startsAt, now.add(near)) <= 0
  return {
    add: left.wanted.filter(({ isCancelled }) => !isCancelled || isKnownElsewhere),
    change: pairs.filter(({ occurrence, to }) => !isSame(occurrence, to)),
    cancel: gone.filter(isNear),
    remove: left.there.filter((one) => !isNear(one)),
  }
}

interface Left {
  there: Occurrence[]
  wanted: OutsideTime[]
}

/** Takes out of both lists those with the same key, in order. */
const pairBy = (
  left: Left,
  keyOf: (occurrence: Occurrence) => string,
  keyOfWanted: (time: OutsideTime) => string,
): { occurrence: Occurrence; to: OutsideTime }[] => {
  const waiting = Map.groupBy(left.there, keyOf)
  const pairs: { occurrence: Occurrence; to: OutsideTime }[] = []
  left.wanted = left.wanted.filter((to) => {
    const occurrence = waiting.get(keyOfWanted(to))?.shift()
    if (occurrence !== undefined) pairs.push({ occurrence, to })
    return occurrence === undefined
  })
  const paired = new Set(pairs.map(({ occurrence }) => occurrence.occurrenceId))
  left.there = left.there.filter(({ occurrenceId }) => !paired.has(occurrenceId))
  return pairs
}
