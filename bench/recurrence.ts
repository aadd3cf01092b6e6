import { RRuleTemporal } from 'rrule-temporal'
import { civilDate, dayNumber, weekdayOf } from '../src/platform/day-number.ts'
import { readMoment, secondsADay } from '../src/platform/icalendar/moment.ts'
import { readSeries } from '../src/rooms/calendar/recurrence/read-series.ts'
import { occurrencesBetween } from '../src/rooms/calendar/recurrence/series.ts'
import { createWalk } from '../src/rooms/calendar/recurrence/walk.ts'

/**
 * How fast rules become times: by our engine on the wall and in a zone, by rrule-temporal in the same zone, and by a loop over integer days
 * written by hand for the one rule, which is the limit. All must find the same.
 */

const zone = 'Europe/Copenhagen'
const start = '20260105T170000'
const count = 2000

/** Loops by hand: the wall seconds of the first `count` occurrences. */
type Loop = (found: Float64Array) => void

const time = 17 * 3600
const firstDay = dayNumber(2026, 1, 5)

const stepping =
  (days: number): Loop =>
  (found) => {
    for (let at = 0, day = firstDay; at < found.length; at += 1, day += days) found[at] = day * secondsADay + time
  }

const mondayAndWednesday: Loop = (found) => {
  for (let at = 0, day = firstDay; at < found.length; day += 1) {
    const weekday = weekdayOf(day)
    if (weekday === 1 || weekday === 3) {
      found[at] = day * secondsADay + time
      at += 1
    }
  }
}

const firstTuesday: Loop = (found) => {
  for (let at = 0, month = 1; at < found.length; month += 1) {
    const first = dayNumber(2026 + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 1)
    const day = first + ((2 - weekdayOf(first) + 7) % 7)
    if (day >= firstDay) {
      found[at] = day * secondsADay + time
      at += 1
    }
  }
}

const lastOfMonth: Loop = (found) => {
  const { year, month } = civilDate(firstDay)
  for (let at = 0; at < found.length; at += 1) {
    const next = month + at
    const day = dayNumber(year + Math.floor(next / 12), (next % 12) + 1, 1) - 1
    found[at] = day * secondsADay + time
  }
}

const rules: readonly { rule: string; byHand: Loop }[] = [
  { rule: 'FREQ=DAILY', byHand: stepping(1) },
  { rule: 'FREQ=WEEKLY;INTERVAL=2', byHand: stepping(14) },
  { rule: 'FREQ=WEEKLY;BYDAY=MO,WE', byHand: mondayAndWednesday },
  { rule: 'FREQ=MONTHLY;BYDAY=1TU', byHand: firstTuesday },
  { rule: 'FREQ=MONTHLY;BYMONTHDAY=-1', byHand: lastOfMonth },
]

/** Occurrences found in a second of processor time, so that a busy machine does not count. */
const perSecond = (work: () => number, enough = 0.15): number => {
  work()
  let found = 0
  const begun = process.cpuUsage()
  for (;;) {
    found += work()
    const { user, system } = process.cpuUsage(begun)
    const seconds = (user + system) / 1_000_000
    if (seconds > enough) return found / seconds
  }
}

const rounds = 5

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Each in turn, round after round, so that what disturbs one disturbs all: the median of each. */
const inTurn = (works: readonly (() => number)[]): number[] => {
  const measured = works.map((): number[] => [])
  for (let round = 0; round < rounds; round += 1) works.forEach((work, at) => measured[at]?.push(perSecond(work)))
  return measured.map(median)
}

const millions = (number: number): string => `${(number / 1_000_000).toFixed(2)} M/s`

const sameAs = (expected: readonly number[], found: readonly number[], who: string): void => {
  const differs = expected.findIndex((moment, at) => moment !== found[at])
  if (differs >= 0 || expected.length !== found.length) throw new Error(`${who} finds something else at ${differs}`)
}

const begin = readMoment(start)
if (begin === null) throw new Error(`${start} is no moment`)

for (const { rule, byHand } of rules) {
  const series = readSeries(`${rule};COUNT=${count}`, begin, zone)
  if (series.rule === null) throw new Error(`${rule} is no rule`)
  const walked = series.rule
  const found = new Float64Array(count)
  const text = `DTSTART;TZID=${zone}:${start}\nRRULE:${rule};COUNT=${count}`
  const zoned = occurrencesBetween(series, null, null, count)
  byHand(found)
  sameAs(
    [...found],
    zoned.map(({ wall }) => wall),
    'the engine',
  )
  const peer = new RRuleTemporal({ rruleString: text }).all()
  sameAs(
    peer.map((moment) => moment.epochMilliseconds / 1000),
    zoned.map(({ instant }) => instant),
    'rrule-temporal',
  )
  const [onWall = 0, inZone = 0, limit = 0, other = 0] = inTurn([
    () => {
      const walk = createWalk(walked, begin)
      for (let at = 0; at < count; at += 1) found[at] = walk.next()
      return count
    },
    () => occurrencesBetween(series, null, null, count).length,
    () => {
      byHand(found)
      return count
    },
    () => new RRuleTemporal({ rruleString: text }).all().length,
  ])
  console.log(
    `${rule.padEnd(28)} on the wall ${millions(onWall)}, in a zone ${millions(inZone)}, by hand ${millions(limit)}, rrule-temporal ${millions(other)}: ` +
      `${(inZone / other).toFixed(1)} times rrule-temporal in a zone, ${(onWall / limit).toFixed(2)} of by hand on the wall`,
  )
}

const far = readMoment('30260601T120000')
const aSecond = readSeries('FREQ=SECONDLY', begin, zone)
const begun = performance.now()
occurrencesBetween(aSecond, far, null, 10)
console.log(`every second, asked for a thousand years ahead: ${(performance.now() - begun).toFixed(1)} ms`)
