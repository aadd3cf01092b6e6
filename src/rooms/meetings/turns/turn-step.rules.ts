import type { DayNumber } from '../../../platform/day-number.ts'

/** When whoever has the turn is told of it: in good time, and once more shortly before it is too late. */
export type TurnStep = 'first' | 'last'

/** Told so many days before the last day that keeps the promise; earlier where the notice is long. */
const firstDays = 45
const beforeNotice = 21
const lastDays = 14

/** What there is to tell on a day of a period that lacks a meeting and ends on `lastDay`; null = nothing yet, or it is over. Pure. */
export const turnStepOn = (day: DayNumber, lastDay: DayNumber, noticeDays: number | null): TurnStep | null => {
  const left = lastDay - day
  if (left < 0) return null
  if (left <= lastDays) return 'last'
  return left <= Math.max(firstDays, (noticeDays ?? 0) + beforeNotice) ? 'first' : null
}

/** Why a group needs another convenor; null = it does not, as far as can be seen. */
export type HandoverDue =
  | { readonly why: 'ends' | 'wanted'; readonly on: DayNumber }
  | { readonly why: 'no_holder' | 'unclaimed' | 'unsaid' }
  | null

interface Convening {
  /** The last day of whoever calls now, where it is known. */
  readonly until: DayNumber | null
  /** The day the group wants it handed over by. */
  readonly wantedOn: DayNumber | null
  readonly isUnclaimed: boolean
  /** The agreement says nothing of who calls, and nobody has been chosen. */
  readonly isUnsaid: boolean
  /** Whoever calls is a post, and nobody holds it. */
  readonly isVacant: boolean
}

/** So many days before, it is said that somebody else is to call. */
const handoverDays = 60

/** Whether somebody else is to call the meetings, and why. What has happened comes before what will. Pure. */
export const handoverDueOn = (day: DayNumber, convening: Convening): HandoverDue => {
  const { until, wantedOn, isUnclaimed, isUnsaid, isVacant } = convening
  if (isUnclaimed) return { why: 'unclaimed' }
  if (isUnsaid) return { why: 'unsaid' }
  if (isVacant) return { why: 'no_holder' }
  if (until !== null && until - day <= handoverDays) return { why: 'ends', on: until }
  return wantedOn !== null && wantedOn - day <= handoverDays ? { why: 'wanted', on: wantedOn } : null
}
