import { dayNumberOf, isoWeekOf, toDay, weekdayOf } from '../../../platform/day-number.ts'
import { type Day, homeZone } from '../../../platform/day.ts'
import { isSchoolDay } from '../school-days.rules.ts'
import type { CountedSeries } from './season.ts'

export interface DaysWithin {
  readonly from: Day
  /** Included. */
  readonly to: Day
}

/** The halves of a year that seasons are agreed for, the next four that are not over on a day. */
export const comingSeasons = (day: Day): (DaysWithin & { readonly half: 'spring' | 'autumn' })[] =>
  [day.year, day.year + 1, day.year + 2]
    .flatMap((year) => [
      { half: 'spring' as const, from: dayIn(year, 1, 1), to: dayIn(year, 6, 30) },
      { half: 'autumn' as const, from: dayIn(year, 7, 1), to: dayIn(year, 12, 31) },
    ])
    .filter(({ to }) => Temporal.PlainDate.compare(to, day) >= 0)
    .slice(0, 4)

const dayIn = (year: number, month: number, day: number): Day => Temporal.PlainDate.from({ year, month, day })

/**
 * The weeks workshops usually lie in: late spring is weeks 18–24, late autumn weeks 43–49; those of them within the season.
 */
export const lateWindows = (season: DaysWithin): (DaysWithin & { readonly half: 'spring' | 'autumn' })[] =>
  yearsOf(season)
    .flatMap((year) => [
      { half: 'spring' as const, ...weeksOf(year, 18, 24) },
      { half: 'autumn' as const, ...weeksOf(year, 43, 49) },
    ])
    .filter(
      ({ from, to }) =>
        Temporal.PlainDate.compare(from, season.from) >= 0 && Temporal.PlainDate.compare(to, season.to) <= 0,
    )

/** The calendar years a season lies in, in order: what an agreement gives is counted by the year. */
export const yearsOf = ({ from, to }: DaysWithin): number[] =>
  Array.from({ length: to.year - from.year + 1 }, (_, offset) => from.year + offset)

/** A season lies within so many days, so that it meets two calendar years at most. */
export const mostDays = 366

/** From the Monday of one week to the Sunday of another, in the year that puts them within the season; a later week may be the next year's. */
export const weeksWithin = (season: DaysWithin, first: number, last: number): DaysWithin => {
  // The first days of a year may lie in the last week of the year before.
  const found = [season.from.year - 1, ...yearsOf(season)]
    .flatMap((year) => [
      { from: weeksOf(year, first, first).from, to: weeksOf(year, last, last).to },
      { from: weeksOf(year, first, first).from, to: weeksOf(year + 1, last, last).to },
    ])
    .find(({ from, to }) => meets(season, from, 6) && meets(season, to, -6) && Temporal.PlainDate.compare(from, to) < 0)
  return found ?? weeksOf(season.from.year, first, last)
}

/** Whether a day, or one of the week that goes on from it, lies within a season. */
const meets = (season: DaysWithin, day: Day, days: number): boolean => {
  const [from, to] = days < 0 ? [day.add({ days }), day] : [day, day.add({ days })]
  return Temporal.PlainDate.compare(to, season.from) >= 0 && Temporal.PlainDate.compare(from, season.to) <= 0
}

/** From the Monday of one ISO week to the Sunday of another. */
export const weeksOf = (year: number, first: number, last: number): DaysWithin => {
  const fourth = dayNumberOf(dayIn(year, 1, 4))
  const monday = fourth - weekdayOf(fourth) + 1
  return { from: toDay(monday + (first - 1) * 7), to: toDay(monday + (last - 1) * 7 + 6) }
}

export const weekNumberOf = (day: Day): number => isoWeekOf(dayNumberOf(day)).week

/** What is counted of a year in one area, or in all of them where the promise has one number for all. Amounts in whole øre. */
export interface Quota {
  readonly year: number
  readonly areaId: string | null
  readonly used: number
  readonly held: number
  readonly cap: number | null
  readonly usedOere: bigint | null
  readonly capOere: bigint | null
  /** What has been held, and is to be settled. */
  readonly heldOere: bigint | null
}

/** How many may be had, and what each costs; null where nobody has said. */
export interface SeasonLimits {
  readonly cap: number | null
  readonly isPerArea: boolean
  readonly priceOere: bigint | null
}

/** How much of a year's number and money is used, for each area of a season; of what is counted, only that year's. */
export const quotasOf = (
  { year, areaIds }: { readonly year: number; readonly areaIds: readonly string[] },
  counted: readonly CountedSeries[],
  { cap, isPerArea, priceOere }: SeasonLimits,
): Quota[] =>
  (isPerArea ? areaIds : [null]).map((areaId) => {
    const there = counted.filter((one) => one.year === year && (areaId === null || one.areaId === areaId))
    const held = there.filter(({ isHeld }) => isHeld).length
    const times = (count: number | null) => (priceOere === null || count === null ? null : priceOere * BigInt(count))
    const money = { usedOere: times(there.length), capOere: times(cap), heldOere: times(held) }
    return { year, areaId, used: there.length, held, cap, ...money }
  })

/** Whether one more may be agreed in an area, in a year. */
export const hasRoomFor = (
  { year, areaId }: { readonly year: number; readonly areaId: string },
  counted: readonly CountedSeries[],
  limits: SeasonLimits,
): boolean => {
  const [quota] = quotasOf({ year, areaIds: [areaId] }, counted, limits)
  return quota !== undefined && quota.cap !== null && quota.used < quota.cap
}

export interface Span {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** What is to be fitted in: so many days running, at the same hours. Minutes after midnight. */
export interface DaysToFit {
  readonly days: number
  readonly fromMinute: number
  readonly toMinute: number
}

/** First days, one a week and at most three, from which so many school days run on end within the weeks and nothing holds the place. */
export const freeStarts = (weeks: DaysWithin, fit: DaysToFit, taken: readonly Span[], after: Day): Day[] => {
  const starts: Day[] = []
  const last = dayNumberOf(weeks.to) - fit.days + 1
  for (let first = dayNumberOf(weeks.from); first <= last && starts.length < 3; first += 1) {
    const run = Array.from({ length: fit.days }, (_, offset) => toDay(first + offset))
    if (Temporal.PlainDate.compare(toDay(first), after) <= 0 || !run.every((day) => isFree(day, fit, taken))) continue
    starts.push(toDay(first))
    first += 7 - weekdayOf(first)
  }
  return starts
}

const isFree = (day: Day, fit: DaysToFit, taken: readonly Span[]): boolean => {
  if (!isSchoolDay(day.year, dayNumberOf(day))) return false
  const [from, to] = [momentOn(day, fit.fromMinute), momentOn(day, fit.toMinute)]
  return !taken.some((one) => Temporal.Instant.compare(one.from, to) < 0 && Temporal.Instant.compare(from, one.to) < 0)
}

const momentOn = (day: Day, minute: number): Temporal.Instant =>
  day
    .toZonedDateTime({ timeZone: homeZone, plainTime: { hour: Math.floor(minute / 60), minute: minute % 60 } })
    .toInstant()
