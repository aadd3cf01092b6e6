import { dayNumberOf, isoWeekOf } from '../../platform/day-number.ts'
import { type Day, homeZone } from '../../platform/day.ts'

/** A week, Monday to Sunday, by its number in the ISO calendar. */
export interface Week {
  readonly monday: Day
  readonly number: number
  /** `2026-W48`. */
  readonly name: string
}

/** The week a day falls in. */
export const weekOf = (day: Day): Week => {
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const { year, week } = isoWeekOf(dayNumberOf(monday))
  return { monday, number: week, name: `${year}-W${String(week).padStart(2, '0')}` }
}

/** The week called `2026-W48`; undefined where there is none. */
export const findWeek = (name: string): Week | undefined => {
  const [, year, week] = /^(20\d\d)-W(\d\d)$/.exec(name) ?? []
  if (year === undefined || week === undefined) return undefined
  // 4 January is always in week 1.
  const found = weekOf(Temporal.PlainDate.from(`${year}-01-04`).add({ days: 7 * (Number(week) - 1) }))
  return found.name === name ? found : undefined
}

export const weekBeside = ({ monday }: Week, weeks: number): Week => weekOf(monday.add({ days: 7 * weeks }))

/** The moments a week begins and ends in Denmark. */
export const spanOfWeek = ({ monday }: Week): { from: Temporal.Instant; to: Temporal.Instant } => ({
  from: monday.toZonedDateTime(homeZone).toInstant(),
  to: monday.add({ days: 7 }).toZonedDateTime(homeZone).toInstant(),
})
