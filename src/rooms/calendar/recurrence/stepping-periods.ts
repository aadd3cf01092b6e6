import { dayFilter } from './day-filter.ts'
import { type Handful, noHandful } from './handful.ts'
import { type Moment, type WallSecond, wallOf } from '../../../platform/icalendar/moment.ts'
import { lastDay } from './periods.ts'
import type { Rule } from './rule.ts'
import { periodsADay, periodsLeft, secondsOf, type SecondList, timesOfPeriod } from './times.ts'

const greatestCommonDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestCommonDivisor(other, one % other)

/** What is left after division, never negative. */
const rest = (number: number, divisor: number): number => ((number % divisor) + divisor) % divisor

/** Finds the first period at or after one; `Infinity` where there is none. Periods are numbered from 1970. */
type Find = (least: number) => number

interface Steps {
  readonly base: number
  readonly interval: number
  readonly aDay: number
  readonly left: SecondList
  readonly isPeriodLeft: Uint8Array
}

/** So much rarer must the periods left be than the steps of a day before they are tried one by one. */
const muchRarer = 16

const findInDay = ({ base, interval, aDay, left, isPeriodLeft }: Steps, dayBase: number, least: number): number => {
  if (left.length * muchRarer < aDay / interval) {
    for (const period of left)
      if (period >= least && (dayBase + period - base) % interval === 0) return dayBase + period
    return Infinity
  }
  for (let period = least + rest(base - dayBase - least, interval); period < aDay; period += interval) {
    if (isPeriodLeft[period] === 1) return dayBase + period
  }
  return Infinity
}

/** From day to day, where more than one step falls on a day. */
const dayByDay = (steps: Steps, isLeft: (day: number) => boolean): Find => {
  const { aDay } = steps
  return (least) => {
    const first = Math.floor(least / aDay)
    for (let day = first; day <= lastDay; day += 1) {
      if (!isLeft(day)) continue
      const found = findInDay(steps, day * aDay, day === first ? least - day * aDay : 0)
      if (found !== Infinity) return found
    }
    return Infinity
  }
}

/** From step to step, where a step is longer than a day. */
const stepByStep = ({ base, interval, aDay, isPeriodLeft }: Steps, isLeft: (day: number) => boolean): Find => {
  const last = (lastDay + 1) * aDay
  return (least) => {
    for (let period = least + rest(base - least, interval); period < last; period += interval) {
      const day = Math.floor(period / aDay)
      if (isPeriodLeft[period - day * aDay] === 1 && isLeft(day)) return period
    }
    return Infinity
  }
}

/** The occurrences of a rule by the hour, minute or second whose interval does not divide the day evenly. */
export const steppingPeriods = (rule: Rule, start: Moment, from: WallSecond): Handful => {
  const size = secondsOf(rule.frequency)
  const aDay = periodsADay(rule.frequency)
  const base = Math.floor(wallOf(start) / size)
  const reached = greatestCommonDivisor(rule.interval, aDay)
  const left = periodsLeft(rule).filter((period) => rest(period - base, reached) === 0)
  if (left.length === 0) return noHandful
  const isPeriodLeft = new Uint8Array(aDay)
  for (const period of left) isPeriodLeft[period] = 1
  const steps = { base, interval: rule.interval, aDay, left, isPeriodLeft }
  const find = rule.interval < aDay ? dayByDay(steps, dayFilter(rule)) : stepByStep(steps, dayFilter(rule))
  let period = Math.max(base, Math.floor(from / size)) - 1
  const handful: Handful = {
    base: 0,
    offsets: timesOfPeriod(rule, start.second ?? 0),
    next: () => {
      period = find(period + 1)
      handful.base = period * size
      return period !== Infinity
    },
  }
  return handful
}
