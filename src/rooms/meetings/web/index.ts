import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { answerLinkRoutes } from './answer-link.routes.tsx'
import { editGroupRoutes } from './edit-group.routes.tsx'
import { paperRoutes } from './paper.routes.tsx'
import { groupListRoutes, groupRoutes } from './group.routes.tsx'
import { knownRoutes } from './known/known.routes.tsx'
import { meetingFileRoutes } from './meeting-files.routes.ts'
import { meetingRoutes } from './meeting.routes.tsx'
import { pollRoutes } from './poll/poll.routes.tsx'
import { minutesListRoutes } from './minutes-lists.routes.tsx'
import { minutesRoutes } from './minutes.routes.tsx'
import { meetingTimeRoutes } from './time.routes.ts'

export { pathOfMeeting } from './meetings.paths.ts'

/** The pages of groups that meet, in the order a request tries them: fixed addresses before those with a name in them. */
export const meetingsRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  for (const pages of [
    answerLinkRoutes,
    knownRoutes,
    pollRoutes,
    meetingTimeRoutes,
    minutesListRoutes,
    groupListRoutes,
    editGroupRoutes,
    groupRoutes,
    paperRoutes,
    minutesRoutes,
    meetingFileRoutes,
    meetingRoutes,
  ])
    routes.route('/', pages(platform))
  return routes
}
