import { type Moment, secondsADay } from '../../../platform/icalendar/moment.ts'
import { type Ordered, orderedOf } from './ordered.ts'
import type { Frequency, Rule } from './rule.ts'

/** Seconds as offsets from the beginning of a day or of a shorter period, in rising order. */
export type SecondList = Ordered

/** The one at each position of an ordered list, from the end where negative. */
export const placesOf = (positions: readonly number[], size: number): number[] =>
  positions
    .map((position) => (position > 0 ? position - 1 : size + position))
    .filter((place) => place >= 0 && place < size)

const positioned = (rule: Rule, seconds: SecondList): SecondList =>
  rule.bySetPos.length === 0
    ? seconds
    : orderedOf(placesOf(rule.bySetPos, seconds.length).map((place) => seconds[place] ?? 0))

interface Hands {
  readonly hours: readonly number[]
  readonly minutes: readonly number[]
  readonly seconds: readonly number[]
}

/** Every hour with every minute with every second; in order, for the lists are. */
const crossed = ({ hours, minutes, seconds }: Hands): SecondList => {
  const all = new Int32Array(hours.length * minutes.length * seconds.length)
  let at = 0
  for (const hour of hours) {
    for (const minute of minutes) {
      for (const second of seconds) {
        all[at] = hour * 3600 + minute * 60 + second
        at += 1
      }
    }
  }
  return all
}

/** A clock knows no 61st second, so a leap second is read as the one before. Source: RFC 5545, §3.3.12. */
const secondsNamed = (rule: Rule): number[] => [...new Set(rule.bySecond.map((second) => Math.min(second, 59)))]

const orElse = (named: readonly number[], other: number): readonly number[] => (named.length > 0 ? named : [other])

/** The times of a day at which a rule by the day or by more happens. A whole day has one, and the parts about time say nothing. */
export const timesOfDay = (rule: Rule, start: Moment): SecondList => {
  if (start.second === null) return orderedOf([0])
  const times = crossed({
    hours: orElse(rule.byHour, Math.floor(start.second / 3600)),
    minutes: orElse(rule.byMinute, Math.floor(start.second / 60) % 60),
    seconds: orElse(secondsNamed(rule), start.second % 60),
  })
  return rule.frequency === 'DAILY' ? positioned(rule, times) : times
}

/** How long a period is, in seconds, of what repeats within days. */
export const secondsOf = (frequency: Frequency): number =>
  frequency === 'HOURLY' ? 3600 : frequency === 'MINUTELY' ? 60 : 1

/** The moments within each hour, minute or second at which a rule by that happens. */
export const timesOfPeriod = (rule: Rule, second: number): SecondList => {
  const seconds = orElse(secondsNamed(rule), second % 60)
  if (rule.frequency === 'SECONDLY') return positioned(rule, orderedOf([0]))
  const minutes = rule.frequency === 'HOURLY' ? orElse(rule.byMinute, Math.floor(second / 60) % 60) : [0]
  return positioned(rule, crossed({ hours: [0], minutes, seconds }))
}

/** The hours, minutes or seconds of a day that BYHOUR, BYMINUTE and BYSECOND leave to a rule by them, numbered from 0. */
export const periodsLeft = (rule: Rule): SecondList => {
  const size = secondsOf(rule.frequency)
  const every = (length: number): number[] => Array.from({ length }, (_, number) => number)
  const hours = rule.byHour.length > 0 ? rule.byHour : every(24)
  const minutes = rule.frequency === 'HOURLY' ? [0] : rule.byMinute.length > 0 ? rule.byMinute : every(60)
  const seconds = rule.frequency !== 'SECONDLY' ? [0] : rule.bySecond.length > 0 ? secondsNamed(rule) : every(60)
  return crossed({ hours, minutes, seconds }).map((second) => second / size)
}

/** How many such periods a day has. */
export const periodsADay = (frequency: Frequency): number => secondsADay / secondsOf(frequency)
