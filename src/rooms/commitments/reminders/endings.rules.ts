import type { Day } from '../../../platform/day.ts'
import { isOwedBy, type Place } from '../owed-by.rules.ts'
import { activityOf, type OwedPromise, shareOf } from '../owed-promises.rules.ts'

/** Something that runs out on a day. */
export interface Ending {
  readonly kind: 'agreement' | 'side_agreement' | 'reservation' | 'anchoring'
  /** Tells this ending on this day from every other; moved to another day it is another. */
  readonly key: string
  readonly on: Day
  /** The agreement's or side agreement's name, the reservation's words, or who is to take over. */
  readonly what: string
  readonly activityId: string | null
  readonly activity: string | null
  readonly agreementVersionId: string
  readonly slug: string
  readonly agreement: string
}

/** How many days before an ending it is told, the earliest first. */
export const warnedDaysBefore = [90, 30] as const

/** A word to be given about an ending. */
export interface Warning {
  readonly ending: Ending
  readonly daysBefore: number
}

/**
 * The warnings due on a day: for each ending the nearest of the days before it that has come, unless it was given. One that was missed
 * is given late, but never after the next has come. `given` holds `<ending key> <days before>`.
 */
export const warningsDue = (endings: readonly Ending[], day: Day, given: ReadonlySet<string>): Warning[] =>
  endings.flatMap((ending) => {
    const left = day.until(ending.on, { largestUnit: 'days' }).days
    const daysBefore = warnedDaysBefore.findLast((days) => left <= days)
    if (left < 0 || daysBefore === undefined || given.has(`${ending.key} ${daysBefore}`)) return []
    return [{ ending, daysBefore }]
  })

/**
 * Whether an ending is the posts' business: they owe promises there, or its activity names them. An agreement and its side agreements are
 * the business of everyone who takes part in it; so is an activity that promises nothing.
 */
export const concerns = (ending: Ending, posts: readonly Place[], promises: readonly OwedPromise[]): boolean => {
  const inVersion = promises.filter(({ commitment }) => commitment.agreementVersionId === ending.agreementVersionId)
  const isOfActivity = ending.kind === 'reservation' || ending.kind === 'anchoring'
  const there = isOfActivity
    ? inVersion.filter(({ commitment }) => activityOf(commitment.readingId) === ending.activityId)
    : inVersion
  return (there.length === 0 ? inVersion : there).some((promise) => isTheirs(promise, posts))
}

const isTheirs = ({ commitment, contacts }: OwedPromise, posts: readonly Place[]): boolean =>
  shareOf(commitment, posts, contacts) === 'ours' || posts.some((post) => isOwedBy(['parterne'], post, contacts))
