import { Hono } from 'hono'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Platform } from '../../../platform/platform.ts'
import { type Made, serveMadeOnce } from '../../../web/made-once.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { holdsFor } from '../../../web/standing.ts'
import { isOpenForSignUp } from '../../calendar/index.ts'
import { listPath, readFilter } from '../filter.ts'
import { loadHappening, loadHappenings } from '../happenings.ts'
import { HappeningPage } from './happening.page.tsx'
import { HelpPage } from './help.page.tsx'
import { ListPage } from './list.page.tsx'
import { NotFoundPage } from './not-found.page.tsx'
import { residentPage } from './resident-page.ts'
import { residentPaths } from './residents.paths.ts'

/** A page as it is made once: asked for anew each time, and another for who chose another language. */
const sharedPage = async (page: HtmlEscapedString | Promise<HtmlEscapedString>): Promise<Made> => ({
  mediaType: 'text/html; charset=UTF-8',
  body: String(await page),
  headers: { 'cache-control': 'private, no-cache', vary: 'Accept-Encoding, Cookie' },
})

/** What everyone may see, as everyone sees it: read as a visitor whoever asks. */
export const happeningRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(residentPaths.list, async (c, next) => {
    // Whoever takes part in the cooperation finds its front page here.
    if (c.get('actor').relations.has('holder')) return next()
    const filter = readFilter((name) => c.req.query(name))
    const page = residentPage(c, listPath(filter))
    const holds = holdsFor(platform.clock.now(), 15)
    return serveMadeOnce(c, platform, {
      key: `liste ${page.language} ${page.path}`,
      holds,
      make: async (tx) => {
        const found = await loadHappenings(tx, filter, holds.from)
        return sharedPage(<ListPage page={page} filter={filter} found={found} />)
      },
    })
  })

  routes.get('/det-sker/:occurrenceId', async (c) => {
    const occurrenceId = c.req.param('occurrenceId')
    const page = residentPage(c, residentPaths.happening(occurrenceId))
    // Nothing begins or ends within a minute.
    const holds = holdsFor(platform.clock.now(), 1)
    const answer = await serveMadeOnce(c, platform, {
      key: `gang ${page.language} ${occurrenceId}`,
      holds,
      make: async (tx) => {
        const happening = await loadHappening(tx, occurrenceId, holds.from)
        if (happening === undefined) return null
        const { occurrence } = happening
        const isOver = Temporal.Instant.compare(occurrence.endsAt, holds.from) <= 0
        const mayStillSignUp = isOpenForSignUp(occurrence, occurrence.series, holds.from)
        return sharedPage(<HappeningPage {...{ page, happening, isOver, mayStillSignUp }} />)
      },
    })
    return answer.status === 404 ? c.html(<NotFoundPage page={page} />, 404) : answer
  })

  routes.get(residentPaths.help, (c) => c.html(<HelpPage page={residentPage(c, residentPaths.help)} />))

  return routes
}
