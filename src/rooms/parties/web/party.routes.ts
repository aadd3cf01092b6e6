import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { confirmationRoutes } from './confirmation.routes.tsx'
import { holderRoutes } from './holder.routes.tsx'
import { type InvitationDesk, invitationRoutes } from './invitation.routes.tsx'
import { inviteRoutes } from './invite.routes.tsx'
import { registerRoutes } from './register.routes.tsx'
import { ownEntryRoutes } from './own-entries.routes.tsx'
import { personListRoutes } from './person-list.routes.tsx'
import { swapRoutes } from './swap.routes.tsx'
import { unitRoutes } from './unit.routes.tsx'

/** The pages about who takes part, in the order a request tries them: fixed addresses before those with a name in them. */
export const partyRoutes = (platform: Platform, desk: InvitationDesk): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.route('/', personListRoutes(platform))
  routes.route('/', registerRoutes(platform))
  routes.route('/', unitRoutes(platform))
  routes.route('/', inviteRoutes(platform))
  routes.route('/', holderRoutes(platform))
  routes.route('/', swapRoutes(platform))
  routes.route('/', invitationRoutes(platform, desk))
  routes.route('/', confirmationRoutes(platform))
  routes.route('/', ownEntryRoutes(platform))
  return routes
}
