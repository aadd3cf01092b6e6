import type { FC } from 'hono/jsx'
import { isoWeekOf, weekdayOf } from '../../../platform/day-number.ts'
import { placeOf } from '../wheel/geometry.ts'
import { radii, turnOfDay } from '../wheel/lay-wheel.rules.ts'
import { daysOfYear } from '../wheel/place-in-year.rules.ts'

/** The weeks of the year between the months and the rings, by their numbers: a small mark for each Monday. */
export const Weeks: FC<{ year: number }> = ({ year }) => {
  const { from, to } = daysOfYear(year)
  // A week belongs to the year its Thursday lies in.
  const thursdays = Array.from({ length: 53 }, (_, at) => from + ((11 - weekdayOf(from)) % 7) + at * 7).filter(
    (day) => day <= to,
  )
  const marks = thursdays.flatMap((day) => {
    const turn = turnOfDay(day - 3, year)
    const [inner, outer] = [placeOf(radii.weeks.outer - 5, turn), placeOf(radii.weeks.outer, turn)]
    return turn < 0 ? [] : [`M${inner.x} ${inner.y}L${outer.x} ${outer.y}`]
  })
  return (
    <g class="wheel-weeks" aria-hidden="true">
      <path d={marks.join('')} />
      {thursdays.map((day) => {
        const { x, y } = placeOf(radii.weeks.inner + 5, middleOf(day, year))
        return (
          <text x={x} y={y}>
            {isoWeekOf(day).week}
          </text>
        )
      })}
    </g>
  )
}

/** The middle of the days a week has within the year. */
const middleOf = (thursday: number, year: number): number => {
  const { from, to } = daysOfYear(year)
  return turnOfDay((Math.max(from, thursday - 3) + Math.min(to, thursday + 3) + 1) / 2, year)
}
