import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { beginRoutes } from './begin.routes.tsx'
import { checkRoutes } from './check.routes.tsx'
import { correctRoutes } from './correct.routes.tsx'
import { draftRoutes } from './draft.routes.tsx'
import { journalRoutes } from './journal.routes.tsx'
import { focusAreaRoutes } from './focus-area.routes.tsx'
import { guideRoutes } from './guide.routes.tsx'
import { processingRoutes } from './processing.routes.tsx'
import type { ReadingDesk } from './reading-desk.ts'
import { signRoutes } from './sign.routes.tsx'
import { takeAlongRoutes } from './take-along.routes.tsx'
import { uploadRoutes } from './upload.routes.tsx'

/**
 * The pages of agreements as documents: reading one in, correcting its draft, taking it along, reading it as processing of data, confirming
 * it, and its journal.
 */
export const agreementRoutes = (platform: Platform, desk: ReadingDesk): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.route('/', uploadRoutes(platform, desk))
  routes.route('/', beginRoutes(platform))
  routes.route('/', guideRoutes(platform, desk))
  routes.route('/', draftRoutes(platform))
  routes.route('/', focusAreaRoutes(platform))
  routes.route('/', correctRoutes(platform, desk))
  routes.route('/', takeAlongRoutes(platform))
  routes.route('/', processingRoutes(platform))
  routes.route('/', signRoutes(platform))
  routes.route('/', checkRoutes(platform, desk))
  routes.route('/', journalRoutes(platform))
  return routes
}
