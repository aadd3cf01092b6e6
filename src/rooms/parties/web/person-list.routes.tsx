import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { pageContext, type WebEnv } from '../../../web/page-context.ts'
import { requirePermission } from '../../access/index.ts'
import { listHolders } from '../holder.queries.ts'
import { searchHolders, sortByDay } from '../holder.rules.ts'
import { partyPolicy } from '../party.policy.ts'
import { PersonListPage } from './person-list.page.tsx'

/** Who left a post is in view so long, so that it can be undone. */
const goneDays = 30

/** `/personer`: who takes part. */
export const personListRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/personer', async (c) => {
    const actor = c.get('actor')
    requirePermission(actor, partyPolicy.readPeople)
    c.set('sight', { permission: partyPolicy.readPeople, toThing: new Set() })
    const day = askedDay(c)
    const sought = (c.req.query('soeg') ?? '').trim()
    const holders = await readAs(platform, actor, (tx) => listHolders(tx, day.subtract({ days: goneDays }), day))
    const people = sortByDay(searchHolders(holders, sought), day)
    const told = c.req.query('besked')
    return c.html(<PersonListPage page={pageContext(c)} people={people} sought={sought} told={told} />)
  })
  return routes
}
