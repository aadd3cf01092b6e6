import type { DayNumber } from '../../../platform/day-number.ts'
import type { Meeting } from '../meeting.ts'

/** A stretch of days in which a group has promised so many meetings. Days as day numbers, both included. */
export interface PromisedPeriod {
  readonly label: string
  readonly from: DayNumber
  readonly to: DayNumber
  readonly least: number
}

export interface PeriodOfMeetings extends PromisedPeriod {
  /** The meetings in it that are not called off, by id. */
  readonly meetingIds: readonly string[]
  /** So many are still to be planned. */
  readonly lacking: number
}

/** A group's periods with the meetings that fall in each. A meeting counts in one period alone. */
export const layYear = (
  periods: readonly PromisedPeriod[],
  meetings: readonly { readonly meetingId: string; readonly day: DayNumber; readonly state: Meeting['state'] }[],
): PeriodOfMeetings[] => {
  const left = meetings.filter(({ state }) => state !== 'cancelled').toSorted((a, b) => a.day - b.day)
  return periods.map((period) => {
    const within = left.filter(({ day }) => day >= period.from && day <= period.to)
    return {
      ...period,
      meetingIds: within.map(({ meetingId }) => meetingId),
      lacking: Math.max(0, period.least - within.length),
    }
  })
}

/** The first period that is not over on the day and still lacks a meeting; undefined where all have theirs. */
export const nextLacking = (year: readonly PeriodOfMeetings[], day: DayNumber): PeriodOfMeetings | undefined =>
  year.find(({ to, lacking }) => to >= day && lacking > 0)

/**
 * The day by which a period's next meeting is best held, so that all of them fit: the first of three in a year by the end of April, the last
 * by the end of the year.
 */
export const bestHeldBy = ({ from, to, least, lacking }: PeriodOfMeetings): DayNumber => {
  const next = Math.max(1, least - lacking + 1)
  return from + Math.ceil(((to - from + 1) * Math.min(next, least)) / least) - 1
}
