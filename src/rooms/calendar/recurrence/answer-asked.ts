import { Refused } from '../../../platform/refused.ts'
import {
  formatCalendarDay,
  formatWall,
  type Moment,
  readMoment,
  secondsADay,
} from '../../../platform/icalendar/moment.ts'
import { readSeries } from './read-series.ts'
import { occurrencesBetween } from './series.ts'

const mostTold = 1_000_000
const usuallyTold = 100_000

const refuse = (field: string): never => {
  throw new Refused('not_a_question', { field })
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const objectIn = (line: string): Readonly<Record<string, unknown>> => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return refuse('json')
  }
  return isObject(value) ? value : refuse('json')
}

const textIn = (value: unknown, field: string): string => (typeof value === 'string' ? value : refuse(field))

const momentIn = (value: unknown, field: string): Moment => readMoment(textIn(value, field).trim()) ?? refuse(field)

const orNull = <Value>(value: unknown, read: (value: unknown) => Value): Value | null =>
  value === null || value === undefined ? null : read(value)

const limitIn = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostTold ? value : refuse('limit')

/**
 * Answers a question in JSON, `{"rule", "start", "zone", "from", "until", "limit"}`, with the times it asks for, written as the start is.
 * Throws Refused('not_a_question') with the field, Refused('not_a_rule') or Refused('unknown_zone').
 */
export const answerAsked = (line: string): string[] => {
  const asked = objectIn(line)
  const start = momentIn(asked['start'], 'start')
  const zone = orNull(asked['zone'], (value) => textIn(value, 'zone'))
  const series = readSeries(textIn(asked['rule'], 'rule'), start, zone)
  const from = orNull(asked['from'], (value) => momentIn(value, 'from'))
  const until = orNull(asked['until'], (value) => momentIn(value, 'until'))
  const limit = orNull(asked['limit'], limitIn) ?? usuallyTold
  return occurrencesBetween(series, from, until, limit).map(({ wall }) =>
    start.second === null
      ? formatCalendarDay(Math.floor(wall / secondsADay))
      : `${formatWall(wall)}${start.isUtc ? 'Z' : ''}`,
  )
}
