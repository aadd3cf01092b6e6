import { placesOf, periodsLeft, periodsADay, secondsOf, timesOfDay, timesOfPeriod, type SecondList } from './times.ts'
import { type Moment, secondsADay, type WallSecond, wallOf } from '../../../platform/icalendar/moment.ts'
import type { DayList } from './days-of-year.ts'
import { everyDay, lastDay, type Periods, periodsOf } from './periods.ts'
import { orderedOf } from './ordered.ts'
import { isWithinDays, type Rule } from './rule.ts'
import { type Handful, noHandful } from './handful.ts'
import { steppingPeriods } from './stepping-periods.ts'

/** The occurrences of a rule in rising order, each once; `Infinity` when there are no more. */
export interface Walk {
  next(): WallSecond
}

/** Each day of each period, at each of its times. */
const dayByDay = (periods: Periods, times: SecondList): Handful => {
  let at = 0
  let count = 0
  let empty = 0
  const handful: Handful = {
    base: 0,
    offsets: times,
    next: () => {
      while (at >= count) {
        if (empty > periods.cycle || !periods.next()) return false
        at = 0
        count = periods.days.length
        empty = count === 0 ? empty + 1 : 0
      }
      handful.base = (periods.first + (periods.days[at] ?? 0)) * secondsADay
      at += 1
      return true
    },
  }
  return handful
}

/** The positions of BYSETPOS among all moments of a period, without making them all. */
const positionsAmong = (positions: readonly number[], days: DayList, times: SecondList): SecondList => {
  const places = placesOf(positions, days.length * times.length)
  const moments = places.map(
    (place) => (days[Math.floor(place / times.length)] ?? 0) * secondsADay + (times[place % times.length] ?? 0),
  )
  return orderedOf(moments)
}

/** All of a period at once; what is made of its days is made once for all that are like it. */
const periodByPeriod = (periods: Periods, make: (days: DayList) => SecondList): Handful => {
  let empty = 0
  let last: DayList | null = null
  const made = new WeakMap<DayList, SecondList>()
  const handful: Handful = {
    base: 0,
    offsets: noHandful.offsets,
    next: () => {
      if (empty > periods.cycle || !periods.next()) return false
      if (periods.days !== last) {
        last = periods.days
        handful.offsets = made.get(last) ?? make(last)
        made.set(last, handful.offsets)
      }
      handful.base = periods.first * secondsADay
      empty = handful.offsets.length === 0 ? empty + 1 : 0
      return true
    },
  }
  return handful
}

/** Each moment within each period of a day. */
const momentsOf = (periods: SecondList, size: number, within: SecondList): SecondList => {
  const times = new Int32Array(periods.length * within.length)
  let at = 0
  for (const period of periods) {
    for (const second of within) {
      times[at] = period * size + second
      at += 1
    }
  }
  return times
}

const withinDays = (rule: Rule, start: Moment, from: WallSecond): Handful => {
  const size = secondsOf(rule.frequency)
  const aDay = periodsADay(rule.frequency)
  const within = timesOfPeriod(rule, start.second ?? 0)
  if (within.length === 0) return noHandful
  if (aDay % rule.interval !== 0) return steppingPeriods(rule, start, from)
  const rest = Math.floor((start.second ?? 0) / size) % rule.interval
  const all = periodsLeft(rule)
  const left = rule.interval === 1 ? all : all.filter((period) => period % rule.interval === rest)
  const times = left.length === 0 ? left : momentsOf(left, size, within)
  return times.length === 0 ? noHandful : dayByDay(everyDay(rule, start, Math.floor(from / secondsADay)), times)
}

const handfulsOf = (rule: Rule, start: Moment, from: WallSecond): Handful => {
  if (isWithinDays(rule.frequency)) return withinDays(rule, start, from)
  const periods = periodsOf(rule, start, Math.floor(from / secondsADay))
  const times = timesOfDay(rule, start)
  if (times.length === 0) return noHandful
  const positions = rule.frequency === 'DAILY' ? [] : rule.bySetPos
  if (positions.length > 0) return periodByPeriod(periods, (days) => positionsAmong(positions, days, times))
  // With many times a day the seconds of a whole period would be too many to lay out.
  return times.length === 1
    ? periodByPeriod(periods, (days) => momentsOf(days, secondsADay, times))
    : dayByDay(periods, times)
}

const lastWall = (lastDay + 1) * secondsADay - 1

/**
 * Walks the occurrences of a rule from `start`, or from `from` where that is later, without those between. The rule's COUNT and
 * UNTIL are not looked at. The start itself is an occurrence only where the rule says so.
 */
export const createWalk = (rule: Rule, start: Moment, from: WallSecond = wallOf(start)): Walk => {
  const least = Math.max(from, wallOf(start))
  const handfuls = handfulsOf(rule, start, least)
  let last = least - 1
  let at = 0
  let { offsets } = handfuls
  at = offsets.length
  return {
    next: () => {
      for (;;) {
        while (at < offsets.length) {
          const wall = handfuls.base + (offsets[at] ?? 0)
          at += 1
          // A day moved by SKIP may meet one that is there already.
          if (wall > last) return (last = wall) > lastWall ? Infinity : wall
        }
        if (!handfuls.next()) return Infinity
        ;({ offsets } = handfuls)
        at = 0
      }
    },
  }
}
