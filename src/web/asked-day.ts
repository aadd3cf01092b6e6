import { type Day, today } from '../platform/day.ts'
import { Refused } from '../platform/refused.ts'
import type { WebContext } from './page-context.ts'

/** The day a page is asked for (`?dag=2014-05-01`); today where none is. Throws Refused('not_a_day'). */
export const askedDay = (c: WebContext): Day => {
  const asked = c.req.query('dag')
  if (asked === undefined || asked === '') return today(c.get('clock'))
  try {
    return Temporal.PlainDate.from(asked, { overflow: 'reject' })
  } catch {
    throw new Refused('not_a_day')
  }
}
