import { Hono } from 'hono'
import type { Platform } from '../../../../platform/platform.ts'
import type { WebEnv } from '../../../../web/page-context.ts'
import { apiRoutes } from './api.routes.ts'
import { calendarFeedRoutes } from './calendar-feed.routes.ts'
import { directoryRoutes } from './directory.routes.ts'
import { openActiveRoutes } from './open-active.routes.tsx'

/** What machines read of the calendar. Nobody is asked who they are: it is what everyone may see. */
export const feedRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  for (const feeds of [calendarFeedRoutes, openActiveRoutes, directoryRoutes, apiRoutes])
    routes.route('/', feeds(platform))
  return routes
}
