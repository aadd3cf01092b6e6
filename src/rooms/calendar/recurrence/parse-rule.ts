import { Refused } from '../../../platform/refused.ts'
import { checkRule } from './check-rule.ts'
import { readMoment } from '../../../platform/icalendar/moment.ts'
import { frequencies, type NumberLists, numberLists, type Rule, skips, weekdayCodes, type WeekdayPart } from './rule.ts'

const refuse = (reason: string, part: string): never => {
  throw new Refused('not_a_rule', { reason, part: part.slice(0, 80) })
}

const oneOf = <Word extends string>(words: readonly Word[], value: string, part: string): Word =>
  words.find((word) => word === value) ?? refuse('bad_value', part)

/** Splits `FREQ=DAILY;COUNT=3` at its signs; a semicolon at the end is seen in the wild and means nothing. */
const partsOf = (text: string): Map<string, string> => {
  const bare = text
    .trim()
    .replace(/^RRULE:/i, '')
    .replace(/;$/, '')
  if (bare === '') return refuse('empty', '')
  const parts = new Map<string, string>()
  for (const piece of bare.toUpperCase().split(';')) {
    const at = piece.indexOf('=')
    if (at <= 0 || at === piece.length - 1) refuse('bad_part', piece)
    const name = piece.slice(0, at)
    if (!known.has(name)) refuse('unknown_part', name)
    if (parts.has(name)) refuse('part_twice', name)
    parts.set(name, piece.slice(at + 1))
  }
  return parts
}

const known = new Set(
  ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST', 'RSCALE', 'SKIP'].concat(numberLists.map(({ name }) => name)),
)

const wholeNumber = (value: string | undefined, part: string): number | null => {
  if (value === undefined) return null
  const number = /^\d+$/.test(value) ? Number(value) : 0
  return number >= 1 && Number.isSafeInteger(number) ? number : refuse('bad_value', `${part}=${value}`)
}

const rising = (numbers: readonly number[]): number[] => [...new Set(numbers)].toSorted((one, other) => one - other)

const readList = (value: string, { name, least, most, signed }: (typeof numberLists)[number]): number[] => {
  const shape = signed ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/
  const numbers = value.split(',').map((piece) => {
    const number = Number(piece)
    const size = Math.abs(number)
    return shape.test(piece) && size >= least && size <= most ? number : refuse('bad_value', `${name}=${piece}`)
  })
  return rising(numbers)
}

const readLists = (parts: ReadonlyMap<string, string>): NumberLists => {
  const lists: { -readonly [Name in keyof NumberLists]: readonly number[] } = { ...noLists }
  for (const list of numberLists) {
    const value = parts.get(list.name)
    if (value !== undefined) lists[list.key] = readList(value, list)
  }
  return lists
}

const noLists: NumberLists = {
  byMonth: [],
  byWeekNo: [],
  byYearDay: [],
  byMonthDay: [],
  byHour: [],
  byMinute: [],
  bySecond: [],
  bySetPos: [],
}

const readWeekday = (piece: string): WeekdayPart => {
  const [, ordinal, code] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(piece) ?? refuse('bad_value', `BYDAY=${piece}`)
  const weekday = weekdayCodes.findIndex((known) => known === code) + 1
  const number = ordinal === undefined ? null : Number(ordinal)
  if (weekday === 0 || (number !== null && (number === 0 || Math.abs(number) > 53)))
    refuse('bad_value', `BYDAY=${piece}`)
  return { weekday, ordinal: number }
}

const readWeekdays = (value: string | undefined): WeekdayPart[] => {
  if (value === undefined) return []
  const places = value
    .split(',')
    .map(readWeekday)
    .map(({ weekday, ordinal }) => (ordinal ?? 0) * 8 + weekday)
  return rising(places).map((place) => {
    const ordinal = Math.floor(place / 8)
    return { weekday: place - ordinal * 8, ordinal: ordinal === 0 ? null : ordinal }
  })
}

const readSkip = (parts: ReadonlyMap<string, string>): Rule['skip'] => {
  const [scale, skip] = [parts.get('RSCALE'), parts.get('SKIP')]
  if (scale !== undefined && scale !== 'GREGORIAN') refuse('other_calendar', scale)
  if (skip !== undefined && scale === undefined) refuse('skip_alone', 'SKIP')
  return skip === undefined ? 'OMIT' : oneOf(skips, skip, `SKIP=${skip}`)
}

/**
 * Reads a recurrence rule, with or without `RRULE:` before it; small and large letters mean the same.
 * Throws Refused('not_a_rule') with the reason and the part it is about. Source: RFC 5545, §3.3.10.
 */
export const parseRule = (text: string): Rule => {
  const parts = partsOf(text)
  const frequency = parts.get('FREQ') ?? refuse('no_frequency', 'FREQ')
  const until = parts.get('UNTIL')
  const weekStart = parts.get('WKST') ?? 'MO'
  const rule: Rule = {
    frequency: oneOf(frequencies, frequency, `FREQ=${frequency}`),
    interval: wholeNumber(parts.get('INTERVAL'), 'INTERVAL') ?? 1,
    count: wholeNumber(parts.get('COUNT'), 'COUNT'),
    until: until === undefined ? null : (readMoment(until) ?? refuse('bad_value', `UNTIL=${until}`)),
    ...readLists(parts),
    byDay: readWeekdays(parts.get('BYDAY')),
    weekStart: weekdayCodes.indexOf(oneOf(weekdayCodes, weekStart, `WKST=${weekStart}`)) + 1,
    skip: readSkip(parts),
  }
  checkRule(rule)
  return rule
}
