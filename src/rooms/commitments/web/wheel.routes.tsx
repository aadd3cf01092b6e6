import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { loadWheel } from '../wheel/load-wheel.ts'
import { type WheelAsked, WheelPage } from './wheel.page.tsx'

/** `/aarshjul`: the year as a wheel and a table. `?aar=2026&ringe=part&aftale=…` */
export const wheelRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.get('/aarshjul', async (c) => {
    const page = pageContext(c)
    const asked = askedWheel(c)
    const { year, slug, day } = asked
    const wheelYear = await readAs(platform, c.get('actor'), (tx) =>
      loadWheel(tx, { year, slug, day, language: page.language }),
    )
    return c.html(<WheelPage page={page} asked={asked} wheelYear={wheelYear} />)
  })
  return routes
}

/** Throws Refused('not_a_year'). An agreement that is not there shows an empty year, as one without promises does. */
const askedWheel = (c: WebContext): WheelAsked => ({
  year: askedYear(c),
  rings: c.req.query('ringe') === 'part' ? 'part' : 'indsats',
  slug: c.req.query('aftale') || null,
  day: askedDay(c),
})

const askedYear = (c: WebContext): number => {
  const asked = c.req.query('aar') || String(askedDay(c).year)
  const year = /^\d{4}$/.test(asked) ? Number(asked) : 0
  if (year < 1900 || year > 2200) throw new Refused('not_a_year')
  return year
}
