import { parseNotation, type Term } from '../../commitments/index.ts'

/** What one time was: how long, and how many came where somebody counted. */
export interface HeldTime {
  readonly minutes: number
  readonly headCount: number | null
}

const isHours = (unit: string | null): boolean => unit !== null && /^(?:hour|time)/i.test(unit)

const isPeople = (unit: string | null): boolean =>
  unit !== null && /person|people|child|girl|boy|famil|resident|participant|young|parent|volunteer/i.test(unit)

/**
 * How much of a promise one time is: its hours where hours are promised, those who came where people are, else one time. The unit is the
 * one the promise names; null where it counts times.
 */
export const worthOf = (
  notation: string,
  { minutes, headCount }: HeldTime,
): { quantity: number; unit: string | null } => {
  const amounts: readonly Term[] = parseNotation(notation).flatMap(({ terms }) =>
    terms.filter(({ key }) => key === 'QUANTITY'),
  )
  const hours = amounts.find(({ unit }) => isHours(unit))
  if (hours !== undefined) return { quantity: Math.max(minutes, 1) / 60, unit: hours.unit }
  const people = amounts.find(({ unit }) => isPeople(unit))
  if (people !== undefined && headCount !== null && headCount > 0) return { quantity: headCount, unit: people.unit }
  return { quantity: 1, unit: null }
}
