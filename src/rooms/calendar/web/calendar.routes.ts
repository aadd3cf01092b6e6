import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { eventRoutes } from './event.routes.tsx'
import { heldLinkRoutes } from './held-link.routes.tsx'
import { heldRoutes } from './held.routes.tsx'
import { occurrenceRoutes } from './occurrence.routes.tsx'
import { meetingTimeRoutes, type PathOfMeeting } from './meeting-time.routes.ts'
import { outsideRoutes } from './outside/outside.routes.tsx'
import { planRoutes } from './plan.routes.tsx'
import { seasonRoutes } from './season.routes.tsx'
import { seriesRoutes } from './series.routes.tsx'
import { radarRoutes } from './collisions/radar.routes.tsx'
import { bookingLinkRoutes } from './venues/booking-link.routes.tsx'
import { findVenueRoutes } from './venues/find-venue.routes.tsx'
import { keepVenueRoutes } from './venues/keep-venue.routes.tsx'
import { ownBookingRoutes } from './venues/own-bookings.routes.tsx'
import { venueListRoutes } from './venues/venue-list.routes.tsx'
import { venueRoutes } from './venues/venue.routes.tsx'
import { traditionRoutes } from './tradition.routes.tsx'
import { weekRoutes } from './week.routes.tsx'

const venuePages = [bookingLinkRoutes, venueListRoutes, findVenueRoutes, ownBookingRoutes, keepVenueRoutes, venueRoutes]

/** The pages of the calendar, in the order a request tries them: fixed addresses before those with a name in them. */
export const calendarRoutes = (platform: Platform, pathOfMeeting: PathOfMeeting): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.route('/', meetingTimeRoutes(platform, pathOfMeeting))
  for (const pages of [
    weekRoutes,
    radarRoutes,
    planRoutes,
    heldLinkRoutes,
    heldRoutes,
    outsideRoutes,
    seasonRoutes,
    eventRoutes,
    traditionRoutes,
    occurrenceRoutes,
    ...venuePages,
    seriesRoutes,
  ])
    routes.route('/', pages(platform))
  return routes
}
