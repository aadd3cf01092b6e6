import { Hono } from 'hono'
import { readAs } from '../../../../platform/database/index.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { askedDay } from '../../../../web/asked-day.ts'
import { pageContext, type WebEnv } from '../../../../web/page-context.ts'
import { ClauseLifePage } from './clause-life.page.tsx'
import { loadClauseLife } from './clause-life.ts'

/** `/aftaler/:slug/bestemmelser/:clauseId`: the life of a clause. */
export const clauseLifeRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.get('/aftaler/:slug/bestemmelser/:clauseId', async (c) => {
    const asked = { slug: c.req.param('slug'), clauseId: c.req.param('clauseId'), day: askedDay(c) }
    const view = await readAs(platform, c.get('actor'), (tx) => loadClauseLife(c, tx, asked))
    return c.html(<ClauseLifePage page={pageContext(c)} view={view} />)
  })
  return routes
}
