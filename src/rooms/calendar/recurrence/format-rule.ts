import { formatMoment, type Moment, secondsADay } from '../../../platform/icalendar/moment.ts'
import { numberLists, type Rule, weekdayCodes } from './rule.ts'
import { clockOf, type Series } from './series.ts'
import { lastInstantOf } from './timeline.ts'

const weekdayCode = (weekday: number): string => weekdayCodes[weekday - 1] ?? ''

/** Writes a rule so that `parseRule` reads the same rule back. */
export const formatRule = (rule: Rule): string => {
  const parts = [`FREQ=${rule.frequency}`]
  if (rule.skip !== 'OMIT') parts.unshift('RSCALE=GREGORIAN')
  if (rule.interval !== 1) parts.push(`INTERVAL=${rule.interval}`)
  if (rule.count !== null) parts.push(`COUNT=${rule.count}`)
  if (rule.until !== null) parts.push(`UNTIL=${formatMoment(rule.until)}`)
  for (const { key, name } of numberLists) {
    if (key === 'byHour' && rule.byDay.length > 0) {
      parts.push(
        `BYDAY=${rule.byDay.map(({ weekday, ordinal }) => `${ordinal ?? ''}${weekdayCode(weekday)}`).join(',')}`,
      )
    }
    if (rule[key].length > 0) parts.push(`${name}=${rule[key].join(',')}`)
  }
  if (rule.weekStart !== 1) parts.push(`WKST=${weekdayCode(rule.weekStart)}`)
  if (rule.skip !== 'OMIT') parts.push(`SKIP=${rule.skip}`)
  return parts.join(';')
}

/**
 * The rule as a calendar file must write it beside its start: UNTIL as a day for whole days, on the wall where there is no zone, else in
 * UTC. Source: RFC 5545, §3.3.10.
 */
export const formatForExport = (rule: Rule, series: Pick<Series, 'start' | 'zone'>): string =>
  formatRule({ ...rule, until: rule.until === null ? null : untilFor(rule.until, series) })

const untilFor = (until: Moment, { start, zone }: Pick<Series, 'start' | 'zone'>): Moment => {
  if (start.second === null) return { day: until.day, second: null, isUtc: false }
  const instant = lastInstantOf(until, clockOf({ start, zone }))
  const day = Math.floor(instant / secondsADay)
  return { day, second: instant - day * secondsADay, isUtc: zone !== null || start.isUtc }
}
