import { Refused } from '../../../platform/refused.ts'
import { type Moment, readMoment, secondsADay, wallOf } from '../../../platform/icalendar/moment.ts'
import { parseRule } from './parse-rule.ts'
import type { Series } from './series.ts'
import { createZoneClock } from './zone-clock.ts'

interface Property {
  readonly name: string
  readonly zone: string | null
  readonly value: string
}

const refuse = (reason: string, part: string): never => {
  throw new Refused('not_a_rule', { reason, part: part.slice(0, 80) })
}

/** The lines of a calendar file, long ones put together again. Source: RFC 5545, §3.1. */
const linesOf = (text: string): string[] =>
  text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const propertyOf = (line: string): Property => {
  const found = /^(RRULE|RDATE|EXDATE)((?:;[^:;]+)*):(.*)$/i.exec(line)
  if (found === null) return refuse('bad_line', line)
  const [, name = '', parameters = '', value = ''] = found
  const zone = /;TZID="?([^;"]+)"?/i.exec(parameters)?.[1] ?? null
  return { name: name.toUpperCase(), zone, value }
}

/** A moment on another zone's wall, told in UTC. */
const asUtc = (moment: Moment, zone: string): Moment => {
  const instant = createZoneClock(zone).toInstant(wallOf(moment))
  const day = Math.floor(instant / secondsADay)
  return { day, second: instant - day * secondsADay, isUtc: true }
}

const momentsOf = ({ name, zone, value }: Property, seriesZone: string | null): Moment[] =>
  value.split(',').map((piece) => {
    // A period of RDATE is told by its beginning.
    const moment = readMoment(piece.split('/')[0] ?? '') ?? refuse('bad_value', `${name}:${piece}`)
    return zone === null || zone === seriesZone || moment.second === null || moment.isUtc ? moment : asUtc(moment, zone)
  })

/**
 * Reads a rule, or the lines RRULE, RDATE and EXDATE of a calendar file, for something that begins at `start`.
 * Throws Refused('not_a_rule') or Refused('unknown_zone').
 */
export const readSeries = (text: string, start: Moment, zone: string | null): Series => {
  const lines = linesOf(text)
  const [only = ''] = lines
  const properties =
    lines.length <= 1 && !/^(RDATE|EXDATE|RRULE)[;:]/i.test(only)
      ? [{ name: 'RRULE', zone: null, value: text }]
      : lines.map(propertyOf)
  const rules = properties.filter(({ name }) => name === 'RRULE')
  if (rules.length > 1) refuse('many_rules', 'RRULE')
  const momentsNamed = (name: string): Moment[] =>
    properties.filter((property) => property.name === name).flatMap((property) => momentsOf(property, zone))
  const [rule] = rules
  return {
    rule: rule === undefined ? null : parseRule(rule.value),
    start,
    zone,
    extra: momentsNamed('RDATE'),
    except: momentsNamed('EXDATE'),
    moved: [],
  }
}
