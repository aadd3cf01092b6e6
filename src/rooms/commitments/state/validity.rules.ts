import { dayNumber, type DayNumber } from '../../../platform/day-number.ts'
import type { Term } from '../notation.ts'
import type { Validity } from './periods.rules.ts'

/** The days a rule applies: its own `VALID` within the agreement's. An own span that misses the agreement's leaves none. */
export const validityWithin = (terms: readonly Term[], agreed: Validity): Validity => {
  const own = terms.find((term) => term.key === 'VALID')
  if (!own) return agreed
  const [from = '..', to = '..'] = own.value.split('/')
  return {
    from: Math.max(agreed.from, firstDay(from) ?? agreed.from),
    to: Math.min(agreed.to, lastDay(to) ?? agreed.to),
  }
}

const part = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:\((BEGINNING|MIDDLE|END)\))?$/

/** The first day a stated beginning means: `2025` → 1 January, `2022-06(MIDDLE)` → 11 June; null where it is open. */
const firstDay = (text: string): DayNumber | null => {
  const [whole, year, month = '1', day, third] = part.exec(text) ?? []
  if (whole === undefined) return null
  const starts = { BEGINNING: 1, MIDDLE: 11, END: 21 }[third ?? ''] ?? 1
  return dayNumber(Number(year), Number(month), day === undefined ? starts : Number(day))
}

/** The last day a stated end means: `2028` → 31 December, `2014-06` → 30 June; null where it is open. */
const lastDay = (text: string): DayNumber | null => {
  const [whole, year, month, day] = part.exec(text) ?? []
  if (whole === undefined) return null
  if (day !== undefined) return dayNumber(Number(year), Number(month), Number(day))
  return month === undefined ? dayNumber(Number(year) + 1, 1, 1) - 1 : dayNumber(Number(year), Number(month) + 1, 1) - 1
}
