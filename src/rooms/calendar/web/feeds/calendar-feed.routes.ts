import { Hono } from 'hono'
import { today } from '../../../../platform/day.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { Refused } from '../../../../platform/refused.ts'
import { askedLanguage } from '../../../../web/asked-language.ts'
import { serveMadeOnce } from '../../../../web/made-once.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { shellTexts } from '../../../../web/shell.texts.ts'
import type { WebContext, WebEnv } from '../../../../web/page-context.ts'
import { partnershipName } from '../../../../platform/partnership-name.ts'
import { writeCalendarFeed, writeTimeFeed } from '../../feeds/calendar-feed.ts'
import { findFeedFilter, questionOf } from '../../feeds/feed-filter.rules.ts'

const mediaType = 'text/calendar; charset=utf-8'

const savedAs = (name: string) => ({ 'content-disposition': `inline; filename="${name}.ics"`, ...openToAll })

/** Whoever builds a page of their own may read it from there. */
export const openToAll = { 'access-control-allow-origin': '*' }

/** `/kalender.ics` and `/kalender/gang/:id.ics`: what is published, for the calendars people have. */
export const calendarFeedRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const partnership = partnershipName(platform.config.municipality)
  const tellingOf = (c: WebContext) => ({
    language: askedLanguage(c),
    baseUrl: platform.config.baseUrl,
    partnership,
  })

  routes.get('/kalender.ics', async (c) => {
    const filter = findFeedFilter((name) => c.req.query(name))
    if (filter === undefined) return c.text('404', 404)
    const telling = tellingOf(c)
    return serveMadeOnce(c, platform, {
      key: `/kalender.ics${questionOf(filter)} ${telling.language}`,
      make: async (tx) => {
        const body = await writeCalendarFeed(tx, { ...telling, filter, day: today(platform.clock) })
        return body === null ? null : { mediaType, body, headers: savedAs('kalender') }
      },
    })
  })

  routes.get('/kalender/gang/:file{[0-9a-f-]{36}\\.ics}', async (c) => {
    const occurrenceId = c.req.param('file').slice(0, -'.ics'.length)
    const telling = tellingOf(c)
    return serveMadeOnce(c, platform, {
      key: `/kalender/gang/${occurrenceId}.ics ${telling.language}`,
      make: async (tx) => {
        const body = await writeTimeFeed(tx, occurrenceId, telling)
        return body === null ? null : { mediaType, body, headers: savedAs('aktivitet') }
      },
    })
  })
  routes.onError((error, c) => {
    if (!(error instanceof Refused) || error.code !== 'too_many_requests') throw error
    c.header('Retry-After', String(Number(error.facts['minutes']) * 60))
    return c.text(refusalWords([shellTexts], error, askedLanguage(c)), 429)
  })
  return routes
}
