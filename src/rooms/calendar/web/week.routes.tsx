import { Hono } from 'hono'
import { type ReadTx, readAs } from '../../../platform/database/index.ts'
import { findId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { pageContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { type Actor, isPermitted } from '../../access/index.ts'
import { listAreas } from '../../parties/index.ts'
import { countUnanswered } from '../held/unanswered.queries.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { isToCome } from '../lay-series.ts'
import { type CalendarFilter, type ListedOccurrence, wholeCalendar } from '../listed-occurrence.ts'
import { listOccurrences } from '../listed-occurrence.queries.ts'
import { listArrangedSeries } from '../relation.queries.ts'
import { listVenueChoices } from '../venue.queries.ts'
import { listBookingsApart } from '../venues/booking.queries.ts'
import { calendarPaths } from './calendar.paths.ts'
import { findWeek, spanOfWeek, type Week, weekOf } from '../week.ts'
import type { Planning } from './venues/week-grid.tsx'
import { type WeekFilter, WeekPage, weekViews } from './week.page.tsx'

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
    const isPlanned = isHolder && filter.vis === 'steder'
    const now = platform.clock.now()
    const { bookings, ...seen } = await readAs(platform, actor, async (tx) => {
      const occurrences = await listOccurrences(tx, askedFor(week, filter, isHolder))
      return {
        occurrences,
        areas: await listAreas(tx),
        toAnswer: isHolder ? await countUnanswered(tx, now) : 0,
        bookings: isPlanned ? await listBookingsApart(tx, spanOfWeek(week)) : [],
        planning: isPlanned ? await planningOf(tx, { actor, now, filter }, occurrences) : null,
      }
    })
    const isAsked = ({ venueId }: { venueId: string }) => filter.sted === '' || venueId === filter.sted
    return c.html(<WeekPage {...{ page, week, filter, ...seen, bookings: bookings.filter(isAsked) }} />)
  })
  return routes
}

const askedFor = (week: Week, filter: WeekFilter, isHolder: boolean): CalendarFilter => ({
  ...wholeCalendar,
  ...spanOfWeek(week),
  areaId: filter.omraade === '' ? null : filter.omraade,
  kind: filter.slags === '' ? null : filter.slags,
  words: filter.q === '' ? null : filter.q,
  venueId: filter.sted === '' ? null : filter.sted,
  isPublic: !isHolder,
  most: 1000,
})

/** More venues than these without anything in the week would hide those with something. */
const mostVenues = 40

interface Planner {
  readonly actor: Actor
  readonly now: Temporal.Instant
  readonly filter: WeekFilter
}

/** Which of the times may be moved by whoever looks, and where to: the venues there are, unless the week is narrowed. */
const planningOf = async (
  tx: ReadTx,
  { actor, now, filter }: Planner,
  occurrences: readonly ListedOccurrence[],
): Promise<Planning> => {
  const isNarrowed = [filter.omraade, filter.slags, filter.q, filter.sted].some((value) => value !== '')
  const venues = isNarrowed ? [] : (await listVenueChoices(tx)).filter(([value]) => !value.includes('/'))
  const mine = await listArrangedSeries(tx, [...new Set(occurrences.map(({ seriesId }) => seriesId))])
  const mayMove = ({ seriesId }: ListedOccurrence): boolean =>
    isPermitted(actor, calendarPolicy.changeSeries, new Set(mine.has(seriesId) ? ['organiser'] : []))
  const movable = occurrences.filter(
    (one) => one.state === 'planned' && one.series.outsideCalendarId === null && isToCome(one, now) && mayMove(one),
  )
  return {
    movable: new Set(movable.map(({ occurrenceId }) => occurrenceId)),
    venues: venues.length > mostVenues ? [] : venues,
  }
}
