import type { Day } from '../../../platform/day.ts'
import { isWithinHours, wallOf } from '../clock-words.ts'
import type { SeriesFacts } from '../series.ts'

/** The ages children are thought of in, each with the first and the last. */
export const ageBands = [
  { from: 0, to: 5 },
  { from: 6, to: 9 },
  { from: 10, to: 12 },
  { from: 13, to: 15 },
  { from: 16, to: 18 },
] as const

export type AgeBand = (typeof ageBands)[number]

/** An afternoon, in minutes after midnight: after school, before bed. */
export const afternoon = { from: 13 * 60, to: 21 * 60 }

export interface PlacedTime {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly series: Pick<SeriesFacts, 'ageFrom' | 'ageTo' | 'areaId' | 'kind'>
}

/** Whether somebody of the band is welcome. Counselling is nobody's afternoon. */
export const isFor = ({ series }: PlacedTime, { from, to }: AgeBand): boolean =>
  series.kind !== 'counselling' &&
  series.kind !== 'meeting' &&
  (series.ageFrom ?? 0) <= to &&
  (series.ageTo ?? 200) >= from

/** Weekdays of a week when nothing is on in the afternoon for an age, in an area. */
export interface Gap {
  readonly areaId: string
  readonly band: AgeBand
  readonly days: readonly Day[]
}

/** The empty afternoons of a week, Monday to Friday, area by area and age by age. What is for the whole district fills every area's. */
export const findGaps = (times: readonly PlacedTime[], areaIds: readonly string[], monday: Day): Gap[] => {
  const days = [0, 1, 2, 3, 4].map((after) => monday.add({ days: after }))
  const afternoons = times.filter((time) => isWithinHours(time, afternoon))
  return areaIds.flatMap((areaId) => {
    const near = afternoons.filter(({ series }) => series.areaId === null || series.areaId === areaId)
    return ageBands.flatMap((band) => {
      const filled = new Set(
        near.filter((time) => isFor(time, band)).map(({ startsAt }) => wallOf(startsAt).day.toString()),
      )
      const empty = days.filter((day) => !filled.has(day.toString()))
      return empty.length === 0 ? [] : [{ areaId, band, days: empty }]
    })
  })
}
