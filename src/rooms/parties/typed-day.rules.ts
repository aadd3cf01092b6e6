import type { Day } from '../../platform/day.ts'

/** The day typed in a form; undefined where it is none, or none of our time. */
export const findTypedDay = (text: string): Day | undefined => {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
