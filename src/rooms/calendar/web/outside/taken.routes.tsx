import { Hono } from 'hono'
import { readAs } from '../../../../platform/database/index.ts'
import { findId } from '../../../../platform/id.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { formLine } from '../../../../web/form-text.ts'
import type { WebContext, WebEnv } from '../../../../web/page-context.ts'
import { requirePermission } from '../../../access/index.ts'
import { calendarPolicy } from '../../calendar.policy.ts'
import { leaveOutTaken, linkTaken, type SeenTaken } from '../../outside/keep-taken-series.ts'
import { listRelationsToOrganiser } from '../../relation.queries.ts'
import { findSeries } from '../../series.queries.ts'
import { calendarPaths } from '../calendar.paths.ts'

/** What can be done here to something that came from a calendar elsewhere: not show it, and say which promise it answers. */
export const takenRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const act = (path: string, work: (c: WebContext, seen: SeenTaken, form: FormData) => Promise<void>) =>
    routes.post(path, async (c) => {
      const found = await readAs(platform, c.get('actor'), async (tx) => {
        const series = await findSeries(tx, c.req.param('id') ?? '')
        return series && { series, toThing: await listRelationsToOrganiser(tx, series) }
      })
      if (found === undefined || found.series.outsideCalendarId === null) return c.notFound()
      requirePermission(c.get('actor'), calendarPolicy.changeSeries, found.toThing)
      const form = await c.req.formData()
      const { seriesId } = found.series
      await work(c, { seriesId, version: Number(formLine(form, 'udgave')) || 0 }, form)
      return c.redirect(`${calendarPaths.series(seriesId)}?gemt=ja`, 303)
    })

  act('/kalender/:id/skjul', (c, seen, form) =>
    leaveOutTaken(platform, c.get('actor'), seen, formLine(form, 'goer') !== 'vis'),
  )

  act('/kalender/:id/loefte', (c, seen, form) =>
    linkTaken(platform, c.get('actor'), seen, findId(formLine(form, 'loefte')) ?? null),
  )
  return routes
}
