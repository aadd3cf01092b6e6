import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { pageContext, type WebEnv } from '../../../web/page-context.ts'
import { commitmentPolicy } from '../commitment.policy.ts'
import { endCalendarLink, findCalendarOwner, findOwnCalendarLink, makeCalendarLink } from '../feed/calendar-link.ts'
import { writePersonCalendar } from '../feed/person-calendar.ts'
import { calendarPath, PromiseCalendarPage } from './promise-list-calendar.page.tsx'

/** `/loefter/kalender`: the private calendar address, and the feed it leads to. */
export const promiseCalendarRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/loefter/kalender', async (c) => {
    c.set('sight', { permission: commitmentPolicy.subscribe, toThing: new Set(['self']) })
    const link = await findOwnCalendarLink(platform, c.get('actor'))
    const isJustEnded = c.req.query('lukket') === 'ja'
    return c.html(<PromiseCalendarPage page={pageContext(c)} link={link} isJustEnded={isJustEnded} />)
  })

  routes.post('/loefter/kalender', async (c) => {
    const token = await makeCalendarLink(platform, c.get('actor'), c.get('language'))
    const link = await findOwnCalendarLink(platform, c.get('actor'))
    const address = `${platform.config.baseUrl}${calendarPath}/${token}.ics`
    // Shown in the answer itself: kept nowhere, it could not be shown after a redirect.
    c.header('cache-control', 'no-store')
    return c.html(<PromiseCalendarPage page={pageContext(c)} link={link} address={address} />)
  })

  routes.post('/loefter/kalender/luk', async (c) => {
    await endCalendarLink(platform, c.get('actor'))
    return c.redirect(`${calendarPath}?lukket=ja`, 303)
  })

  routes.get('/loefter/kalender/:file{[A-Za-z0-9_-]{43}\\.ics}', async (c) => {
    const owner = await findCalendarOwner(platform, c.req.param('file').replace(/\.ics$/, ''))
    if (owner === undefined) return c.notFound()
    const day = today(platform.clock)
    const { personId, language } = owner
    const asked = { personId, day, language, baseUrl: platform.config.baseUrl }
    const calendar = await readAs(platform, { personId, day }, (tx) => writePersonCalendar(tx, asked))
    if (calendar === null) return c.notFound()
    const etag = `"${createHash('sha256').update(calendar).digest('base64url').slice(0, 27)}"`
    const headers = { etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' }
    const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
    if (known.includes(etag)) return c.body(null, 304, headers)
    return c.body(calendar, 200, { ...headers, 'content-type': 'text/calendar; charset=utf-8' })
  })
  return routes
}
