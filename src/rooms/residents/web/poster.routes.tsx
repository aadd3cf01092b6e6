import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { findId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { visitor } from '../../access/index.ts'
import { findWeek, weekOf } from '../../calendar/index.ts'
import { loadPoster, paperSizes, posterPath, readLanguages } from '../poster.ts'
import { PosterPage } from './poster.page.tsx'
import { residentPage } from './resident-page.ts'
import { residentPaths } from './residents.paths.ts'

/** `/plakat`: the week as a poster for a stairway. */
export const posterRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(residentPaths.poster, async (c) => {
    const { today } = residentPage(c, residentPaths.poster)
    const asked = {
      week: findWeek(c.req.query('uge') ?? '') ?? weekOf(today),
      areaId: findId(c.req.query('omraade') ?? '') ?? null,
      size: paperSizes.find((size) => size === c.req.query('papir')) ?? 'a4',
      also: readLanguages(c.req.query('ogsaa') ?? ''),
    }
    const page = residentPage(c, posterPath(asked))
    const poster = await readAs(platform, visitor, (tx) => loadPoster(tx, asked))
    return c.html(<PosterPage page={page} poster={poster} baseUrl={platform.config.baseUrl} />)
  })
  return routes
}
