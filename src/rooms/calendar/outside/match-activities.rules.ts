import { createHash } from 'node:crypto'
import type { Series } from '../series.ts'
import type { OutsideActivity, OutsideCalendar } from './reading/outside-activity.ts'

/** A series that was taken over, with what it is there. */
export interface TakenSeries extends Series {
  readonly outsideUid: string
  readonly outsideHash: string
}

export interface ActivityMatch {
  readonly add: readonly OutsideActivity[]
  /** Still there; `isChanged` where what is said of it is. Its times are matched by themselves. */
  readonly keep: readonly { readonly series: TakenSeries; readonly to: OutsideActivity; readonly isChanged: boolean }[]
  readonly end: readonly TakenSeries[]
}

/** What is said of an activity, apart from its times, as a hash. */
export const hashOfActivity = (activity: OutsideActivity): string => {
  const { title, summary, place, startsOn, startsMinute, lastsMinutes, rule } = activity
  // Without a rule the times say when it is, and its first one goes by.
  const timing = rule === null ? [lastsMinutes] : [startsOn, startsMinute, lastsMinutes, rule]
  return createHash('sha256')
    .update(JSON.stringify([title, summary, place, ...timing]))
    .digest('hex')
}

/** Left out because nobody may keep it, not because it could not be read. */
const closed: readonly string[] = ['is_private', 'has_cpr']

/**
 * Matches what was taken over with what a calendar now tells. What it no longer has ends; not where the file was cut off, nor what could
 * only not be read this time.
 */
export const matchActivities = (taken: readonly TakenSeries[], found: OutsideCalendar): ActivityMatch => {
  const byUid = new Map(taken.map((series) => [series.outsideUid, series]))
  const there = new Set(found.activities.map(({ uid }) => uid))
  const unread = new Set(found.unread.filter(({ reason }) => !closed.includes(reason)).map(({ uid }) => uid))
  const left = new Set(found.unread.filter(({ reason }) => closed.includes(reason)).map(({ uid }) => uid))
  return {
    add: found.activities.filter(({ uid }) => !byUid.has(uid)),
    keep: found.activities.flatMap((to) => {
      const series = byUid.get(to.uid)
      if (series === undefined) return []
      const isChanged = series.endedAt !== null || series.outsideHash !== hashOfActivity(to)
      return [{ series, to, isChanged }]
    }),
    end: taken.filter(
      ({ outsideUid, endedAt }) =>
        endedAt === null &&
        !there.has(outsideUid) &&
        (left.has(outsideUid) || (found.isWhole && !unread.has(outsideUid))),
    ),
  }
}
