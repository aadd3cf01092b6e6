import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { appRoutes } from './app.routes.ts'
import { happeningRoutes } from './resident.routes.tsx'
import { posterRoutes } from './poster.routes.tsx'
import { signUpRoutes } from './sign-up.routes.tsx'

/** The pages for residents. */
export const residentRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  for (const pages of [happeningRoutes, signUpRoutes, appRoutes, posterRoutes]) routes.route('/', pages(platform))
  return routes
}
