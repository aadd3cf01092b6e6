import type { Day } from '../day.ts'

/** Days from and including `from`, to and including `to`; null = no end on that side. */
export interface DaySpan {
  readonly from: Day | null
  readonly to: Day | null
}

/** Reads a `daterange` as PostgreSQL writes it, `[2013-01-01,2017-01-01)`, whose end is the first day after. */
export const readDaySpan = (text: string): DaySpan => {
  const [, from = '', to = ''] = /^\[?\(?([\d-]*),([\d-]*)\)$/.exec(text) ?? unreadable(text)
  return {
    from: from === '' ? null : Temporal.PlainDate.from(from),
    to: to === '' ? null : Temporal.PlainDate.from(to).subtract({ days: 1 }),
  }
}

/** Writes a span as a `daterange` parameter. */
export const writeDaySpan = ({ from, to }: DaySpan): string => `[${from ?? ''},${to ?? ''}]`

/** Whether a day lies in the span; both ends do. */
export const isWithin = ({ from, to }: DaySpan, day: Day): boolean =>
  (from === null || Temporal.PlainDate.compare(from, day) <= 0) &&
  (to === null || Temporal.PlainDate.compare(day, to) <= 0)

const unreadable = (text: string): never => {
  throw new Error(`Not a span of days: ${text === 'empty' ? text : 'unknown form'}`)
}
