import { formatMoment } from './moment.ts'
import { numberLists, type Rule, weekdayCodes } from './rule.ts'

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
