import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { correctRoutes } from './correct.routes.tsx'
import { draftRoutes } from './draft.routes.tsx'
import { processingRoutes } from './processing.routes.tsx'
import type { ReadingDesk } from './reading-desk.ts'
import { takeAlongRoutes } from './take-along.routes.tsx'
import { uploadRoutes } from './upload.routes.tsx'

/** The pages of agreements as documents: reading one in, correcting its draft, taking it along, reading it as processing of data. */
export const agreementRoutes = (platform: Platform, desk: ReadingDesk): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.route('/', uploadRoutes(platform, desk))
  routes.route('/', draftRoutes(platform))
  routes.route('/', correctRoutes(platform, desk))
  routes.route('/', takeAlongRoutes(platform))
  routes.route('/', processingRoutes(platform))
  return routes
}
