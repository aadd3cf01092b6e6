import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { visitor } from '../../access/index.ts'
import { isOpenForSignUp } from '../../calendar/index.ts'
import { listPath, readFilter } from '../filter.ts'
import { loadHappening, loadHappenings, quarterOf } from '../happenings.ts'
import { HappeningPage } from './happening.page.tsx'
import { HelpPage } from './help.page.tsx'
import { ListPage } from './list.page.tsx'
import { NotFoundPage } from './not-found.page.tsx'
import { residentPage } from './resident-page.ts'
import { residentPaths } from './residents.paths.ts'

/** What everyone may see, as everyone sees it: read as a visitor whoever asks. */
export const happeningRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(residentPaths.list, async (c, next) => {
    // Whoever takes part in the cooperation finds its front page here.
    if (c.get('actor').relations.has('holder')) return next()
    const filter = readFilter((name) => c.req.query(name))
    const page = residentPage(c, listPath(filter))
    const found = await readAs(platform, visitor, (tx) => loadHappenings(tx, filter, quarterOf(platform.clock.now())))
    return c.html(<ListPage page={page} filter={filter} found={found} />)
  })

  routes.get('/det-sker/:occurrenceId', async (c) => {
    const occurrenceId = c.req.param('occurrenceId')
    const page = residentPage(c, residentPaths.happening(occurrenceId))
    const now = platform.clock.now()
    const happening = await readAs(platform, visitor, (tx) => loadHappening(tx, occurrenceId, now))
    if (happening === undefined) return c.html(<NotFoundPage page={page} />, 404)
    const isOver = Temporal.Instant.compare(happening.occurrence.endsAt, now) <= 0
    const { occurrence } = happening
    const mayStillSignUp = isOpenForSignUp(occurrence, occurrence.series, now)
    return c.html(<HappeningPage {...{ page, happening, isOver, mayStillSignUp }} />)
  })

  routes.get(residentPaths.help, (c) => c.html(<HelpPage page={residentPage(c, residentPaths.help)} />))

  return routes
}
