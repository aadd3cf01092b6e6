import { type Day, today } from '../platform/day.ts'
import { Refused } from '../platform/refused.ts'
import type { WebContext } from './page-context.ts'

/** Years a page may be asked for: before and after, nothing here stands. */
const years = { first: 1900, last: 2200 }

/** The day a page is asked for (`?dag=2014-05-01`), which the frame then tells; today where none is. Throws Refused('not_a_day'). */
export const askedDay = (c: WebContext): Day => {
  const asked = c.req.query('dag')
  const day = asked === undefined || asked === '' ? today(c.get('clock')) : dayIn(asked)
  c.set('askedDay', day)
  return day
}

const dayIn = (asked: string): Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asked)) throw new Refused('not_a_day')
  try {
    const day = Temporal.PlainDate.from(asked, { overflow: 'reject' })
    if (day.year >= years.first && day.year <= years.last) return day
  } catch {
    throw new Refused('not_a_day')
  }
  throw new Refused('not_a_day')
}
