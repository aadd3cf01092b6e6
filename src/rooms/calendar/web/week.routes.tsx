import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { findId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { pageContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { listAreas } from '../../parties/index.ts'
import { countUnanswered } from '../held/unanswered.queries.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { wholeCalendar } from '../listed-occurrence.ts'
import { listOccurrences } from '../listed-occurrence.queries.ts'
import { listBookingsApart } from '../venues/booking.queries.ts'
import { calendarPaths } from './calendar.paths.ts'
import { findWeek, spanOfWeek, weekOf } from '../week.ts'
import { WeekPage, weekViews } from './week.page.tsx'

/** `/kalender`: a week for those who plan, and for whoever would like to see a whole one. */
export const weekRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(calendarPaths.week, async (c) => {
    const actor = permit(c, calendarPolicy.readPublished)
    const page = pageContext(c)
    const week = findWeek(c.req.query('uge') ?? '') ?? weekOf(page.today)
    const asked = (name: string) => (c.req.query(name) ?? '').slice(0, 100)
    const filter = {
      omraade: findId(asked('omraade')) ?? '',
      slags: asked('slags'),
      q: asked('q').trim(),
      sted: findId(asked('sted')) ?? '',
      vis: weekViews.find((view) => view === asked('vis')) ?? '',
    }
    const isHolder = actor.relations.has('holder')
    const { occurrences, areas, bookings, toAnswer } = await readAs(platform, actor, async (tx) => ({
      areas: await listAreas(tx),
      toAnswer: isHolder ? await countUnanswered(tx, platform.clock.now()) : 0,
      occurrences: await listOccurrences(tx, {
        ...wholeCalendar,
        ...spanOfWeek(week),
        areaId: filter.omraade === '' ? null : filter.omraade,
        kind: filter.slags === '' ? null : filter.slags,
        words: filter.q === '' ? null : filter.q,
        venueId: filter.sted === '' ? null : filter.sted,
        isPublic: !isHolder,
        most: 1000,
      }),
      bookings: isHolder && filter.vis === 'steder' ? await listBookingsApart(tx, spanOfWeek(week)) : [],
    }))
    const isAsked = ({ venueId }: { venueId: string }) => filter.sted === '' || venueId === filter.sted
    return c.html(
      <WeekPage {...{ page, week, filter, areas, occurrences, toAnswer, bookings: bookings.filter(isAsked) }} />,
    )
  })
  return routes
}
