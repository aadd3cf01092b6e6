import { type Context, Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { findOccurrence, listOccurrencesOf } from '../occurrence.queries.ts'
import { findSeries } from '../series.queries.ts'

/** Where the meeting of a time has its page: another room's. */
export type PathOfMeeting = (occurrenceId: string) => string

/** A meeting stands in the calendar and is changed by its group alone: whoever opens it here is led to its own page. */
export const meetingTimeRoutes = (platform: Platform, pathOfMeeting: PathOfMeeting): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const seriesPage = async (c: Context<WebEnv>, next: () => Promise<void>) => {
    const occurrenceId = await readAs(platform, c.get('actor'), async (tx) => {
      const series = await findSeries(tx, c.req.param('id') ?? '')
      if (series?.kind !== 'meeting') return undefined
      return (await listOccurrencesOf(tx, series.seriesId))[0]?.occurrenceId
    })
    return occurrenceId === undefined ? next() : c.redirect(pathOfMeeting(occurrenceId), 303)
  }

  routes.get('/kalender/gang/:id', async (c, next) => {
    const occurrenceId = await readAs(platform, c.get('actor'), async (tx) => {
      const occurrence = await findOccurrence(tx, c.req.param('id'))
      const series = occurrence && (await findSeries(tx, occurrence.seriesId))
      return series?.kind === 'meeting' ? occurrence?.occurrenceId : undefined
    })
    return occurrenceId === undefined ? next() : c.redirect(pathOfMeeting(occurrenceId), 303)
  })
  routes.get('/kalender/:id/ret', seriesPage)
  routes.get('/kalender/:id', seriesPage)
  return routes
}
