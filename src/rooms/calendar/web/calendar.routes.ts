import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { eventRoutes } from './event.routes.tsx'
import { heldLinkRoutes } from './held-link.routes.tsx'
import { heldRoutes } from './held.routes.tsx'
import { occurrenceRoutes } from './occurrence.routes.tsx'
import { planRoutes } from './plan.routes.tsx'
import { seasonRoutes } from './season.routes.tsx'
import { seriesRoutes } from './series.routes.tsx'
import { traditionRoutes } from './tradition.routes.tsx'
import { weekRoutes } from './week.routes.tsx'

/** The pages of the calendar, in the order a request tries them: fixed addresses before those with a name in them. */
export const calendarRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  for (const pages of [
    weekRoutes,
    planRoutes,
    heldLinkRoutes,
    heldRoutes,
    seasonRoutes,
    eventRoutes,
    traditionRoutes,
    occurrenceRoutes,
    seriesRoutes,
  ])
    routes.route('/', pages(platform))
  return routes
}
