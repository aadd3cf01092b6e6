import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { isNewIn, pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { requirePermission } from '../../access/index.ts'
import { commitmentPolicy } from '../commitment.policy.ts'
import { loadFirstHour } from '../load-first-hour.ts'
import { FirstHourPage } from './first-hour.page.tsx'

/** `/foerste-time`: what somebody new in a post meets first. */
export const firstHourRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/foerste-time', async (c) => {
    const personId = requireSelf(c)
    const day = today(platform.clock)
    const asked = { personId, day, isNew: ({ from }: { from: Day }) => isNewIn(from, day) }
    const seen = await readAs(platform, c.get('actor'), (tx) => loadFirstHour(tx, asked))
    const isConfirmed = c.req.query('gemt') === 'oplysninger'
    return c.html(<FirstHourPage page={pageContext(c)} seen={seen} isConfirmed={isConfirmed} />)
  })

  return routes
}

/** Throws Refused('sign_in_first'). */
const requireSelf = (c: WebContext): string => {
  const { personId } = c.get('actor')
  if (personId === null) throw new Refused('sign_in_first')
  const toThing = new Set(['self'] as const)
  requirePermission(c.get('actor'), commitmentPolicy.seeFirstHour, toThing)
  c.set('sight', { permission: commitmentPolicy.seeFirstHour, toThing })
  return personId
}
