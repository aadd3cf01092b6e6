import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { findMeetingAt } from '../meeting-times.queries.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { meetingPaths } from './meetings.paths.ts'

/** `/moeder/tid/:id`: from a time in the calendar to the meeting it is of. */
export const meetingTimeRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.get('/moeder/tid/:id', async (c) => {
    const actor = permit(c, meetingsPolicy.readGroups)
    const meetingId = await readAs(platform, actor, (tx) => findMeetingAt(tx, c.req.param('id')))
    return meetingId === undefined ? c.notFound() : c.redirect(meetingPaths.meeting(meetingId), 303)
  })
  return routes
}
