import { type DayNumber, isoWeekOf, weekdayOf } from '../../../platform/day-number.ts'

/** A stretch somebody is somewhere else: minutes since 1 January 1970 on Danish walls. */
export interface BusySpan {
  readonly memberId: string
  readonly from: number
  readonly to: number
}

export interface DatesAsked {
  /** The first day there is still time to call it. */
  readonly earliest: DayNumber
  /** The last day that keeps the promise; null = nothing is promised. */
  readonly latest: DayNumber | null
  /** The days of the meetings there are, held or planned. */
  readonly meetings: readonly DayNumber[]
  /** How far apart they are meant to be, in days; null = nothing is promised. */
  readonly apart: number | null
  /** When the group usually meets: ISO weekday, and minutes after midnight. */
  readonly usual: { readonly weekday: number | null; readonly startsMinute: number; readonly lastsMinutes: number }
  readonly busy: readonly BusySpan[]
  /** How many have something else at the usual time of a day, in calendars of which nothing more is known. */
  readonly elsewhere: ReadonlyMap<DayNumber, number>
  /** A working day outside school holidays. */
  readonly isFree: (day: DayNumber) => boolean
  /** A working day, school holidays or not. */
  readonly isWorkday: (day: DayNumber) => boolean
}

/** A day that would do, and why. */
export interface ProposedDate {
  readonly day: DayNumber
  readonly startsMinute: number
  readonly lastsMinutes: number
  /** Members who are in another meeting then. */
  readonly busy: readonly string[]
  /** So many members have something else in a calendar elsewhere. */
  readonly elsewhere: number
  readonly isUsualWeekday: boolean
  /** It comes after the last day that keeps the promise. */
  readonly isLate: boolean
  /** Schools are closed: the promise leaves no other day. */
  readonly isInHoliday: boolean
}

/** So many days ahead of the first are looked at. */
export const lookedThrough = 120
const most = 5
const minutesADay = 1440

/** Each who cannot weighs more than the weekday, the middle of the week and coming early do together: nobody before one, one before two. */
const eachBusy = 10

/**
 * Proposes days for a meeting: on working days outside school holidays, or in them where the promise leaves no other, late enough to call it,
 * in time for the promise, clear of what its members have, on the weekday the group keeps, and well apart from its other meetings. At most
 * five, in order of days; pure.
 */
export const proposeDates = (asked: DatesAsked): ProposedDate[] => {
  const last =
    asked.latest === null ? asked.earliest + lookedThrough : Math.min(asked.latest, asked.earliest + lookedThrough)
  const pool =
    [
      candidates(asked, asked.earliest, last),
      candidates({ ...asked, isFree: asked.isWorkday }, asked.earliest, last),
      candidates(asked, asked.earliest, asked.earliest + lookedThrough),
    ].find((days) => days.length > 0) ?? []
  const chosen: Weighed[] = []
  for (const one of pool.toSorted((a, b) => b.weight - a.weight || a.proposed.day - b.proposed.day)) {
    if (chosen.length === most) break
    if (chosen.every(({ proposed }) => Math.abs(proposed.day - one.proposed.day) >= 2)) chosen.push(one)
  }
  return chosen.map(({ proposed }) => proposed).toSorted((a, b) => a.day - b.day)
}

interface Weighed {
  readonly proposed: ProposedDate
  readonly weight: number
}

const candidates = (asked: DatesAsked, from: DayNumber, to: DayNumber): Weighed[] => {
  const found: Weighed[] = []
  for (let day = from; day <= to; day += 1) if (weekdayOf(day) <= 5 && asked.isFree(day)) found.push(weigh(asked, day))
  return found
}

const weigh = (asked: DatesAsked, day: DayNumber): Weighed => {
  const { weekday, startsMinute, lastsMinutes } = asked.usual
  const [from, to] = [day * minutesADay + startsMinute, day * minutesADay + startsMinute + lastsMinutes]
  const busy = [
    ...new Set(asked.busy.filter((span) => span.from < to && from < span.to).map(({ memberId }) => memberId)),
  ]
  const elsewhere = asked.elsewhere.get(day) ?? 0
  const isUsualWeekday = weekday !== null && weekdayOf(day) === weekday
  const nearest = Math.min(...asked.meetings.map((other) => Math.abs(other - day)), Number.POSITIVE_INFINITY)
  const crowded = asked.apart !== null && nearest < asked.apart / 2 ? 1 - nearest / (asked.apart / 2) : 0
  const sameWeek = asked.meetings.some(
    (other) => isoWeekOf(other).week === isoWeekOf(day).week && Math.abs(other - day) < 7,
  )
  const weight =
    (isUsualWeekday ? 3 : 0) +
    (weekdayOf(day) >= 2 && weekdayOf(day) <= 4 ? 1 : 0) -
    eachBusy * (busy.length + elsewhere) -
    6 * crowded -
    (sameWeek ? 4 : 0) -
    (day - asked.earliest) / 40
  return {
    proposed: {
      day,
      startsMinute,
      lastsMinutes,
      busy,
      elsewhere,
      isUsualWeekday,
      isLate: asked.latest !== null && day > asked.latest,
      isInHoliday: asked.isFree === asked.isWorkday,
    },
    weight,
  }
}
