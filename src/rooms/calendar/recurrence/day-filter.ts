import { civilDate, type DayNumber } from '../../../platform/day-number.ts'
import { daysLeftInYear } from './days-of-year.ts'
import type { Rule } from './rule.ts'
import { byShape, firstDayOf } from './year-shape.ts'

/** Tells whether the parts about days leave a day to a rule by the day or by less. Quick where days are asked for in order. */
export const dayFilter = (rule: Rule): ((day: DayNumber) => boolean) => {
  const maskOf = byShape((shape) => {
    const mask = new Uint8Array(shape.length)
    for (const day of daysLeftInYear(rule, shape)) mask[day] = 1
    return mask
  })
  let first = 0
  let mask = new Uint8Array(0)
  return (day) => {
    if (day < first || day >= first + mask.length) {
      const { year } = civilDate(day)
      first = firstDayOf(year)
      mask = maskOf(year, first)
    }
    return mask[day - first] === 1
  }
}
