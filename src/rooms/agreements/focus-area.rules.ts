import type { Day } from '../../platform/day.ts'
import type { FocusArea, Generation } from './focus-area.ts'

/** Whether the area holds on the day. */
export const holdsOn = ({ validDuring: { from, to } }: FocusArea, day: Day): boolean =>
  (from === null || Temporal.PlainDate.compare(from, day) <= 0) &&
  (to === null || Temporal.PlainDate.compare(day, to) <= 0)

/** The areas by the days they hold, the latest first; they come by name. */
export const generationsOf = (areas: readonly FocusArea[]): Generation[] => {
  const byDays = new Map<string, FocusArea[]>()
  for (const area of areas) {
    const key = `${area.validDuring.from?.toString() ?? ''}/${area.validDuring.to?.toString() ?? '9999'}`
    byDays.set(key, [...(byDays.get(key) ?? []), area])
  }
  return [...byDays]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .flatMap(([, own]) => (own[0] === undefined ? [] : [{ validDuring: own[0].validDuring, areas: own }]))
}
