import { Hono } from 'hono'
import { readAs } from '../../../../platform/database/index.ts'
import type { Day } from '../../../../platform/day.ts'
import { findId } from '../../../../platform/id.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { pageContext, type WebEnv } from '../../../../web/page-context.ts'
import { permit } from '../../../../web/permit.ts'
import { isPermitted } from '../../../access/index.ts'
import { findTypedDay, listAreas, soughtWords } from '../../../parties/index.ts'
import { type Holding, listHoldings } from '../../booking.queries.ts'
import { calendarPolicy } from '../../calendar.policy.ts'
import { listKeptVenues } from '../../relation.queries.ts'
import { findAvailable, isRoomFor } from '../../venues/availability.rules.ts'
import { isOpenFor, momentOn } from '../../venues/opening.rules.ts'
import { countRequests } from '../../venues/request.queries.ts'
import type { VenueCard } from '../../venues/venue-card.ts'
import { listVenueCards } from '../../venues/venue-card.queries.ts'
import { findMinute } from '../series.form.ts'
import { venuePaths } from './venue.paths.ts'
import { type VenueFilter, VenueListPage, type VenueStanding } from './venue-list.page.tsx'

/** `/steder`: the places, narrowed by words, area, size, and whether they are free. */
export const venueListRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(venuePaths.list, async (c) => {
    const actor = permit(c, calendarPolicy.readPublished)
    const asked = (name: keyof VenueFilter) => (c.req.query(name) ?? '').slice(0, 100).trim()
    const filter = {
      q: asked('q'),
      omraade: findId(asked('omraade')) ?? '',
      personer: asked('personer'),
      dag: asked('dag'),
      fra: asked('fra'),
      til: asked('til'),
    }
    const now = platform.clock.now()
    // What is booked is known by those who take part alone.
    const then = isPermitted(actor, calendarPolicy.readPlans) ? timeAsked(filter) : undefined
    const seen = await readAs(platform, actor, async (tx) => {
      const venues = (await listVenueCards(tx)).filter((venue) => fits(venue, filter))
      const spaceIds = venues.flatMap(({ spaces }) => spaces.map(({ spaceId }) => spaceId))
      const span = then && { from: momentOn(then.day, then.from), to: momentOn(then.day, then.to) }
      return {
        venues,
        areas: await listAreas(tx),
        holdings: span === undefined ? [] : await listHoldings(tx, spaceIds, span),
        kept: actor.relations.has('holder') ? await listKeptVenues(tx) : new Set<string>(),
        requests: await countRequests(tx, now),
      }
    })
    const venues = seen.venues.map((venue) => ({
      venue,
      standing: then === undefined ? standingNow(venue, now) : standingThen(venue, seen.holdings, then),
      requests: seen.kept.has(venue.venueId) ? (seen.requests.get(venue.venueId) ?? 0) : 0,
    }))
    const freeFirst = then === undefined ? venues : venues.toSorted((a, b) => rank[a.standing] - rank[b.standing])
    return c.html(<VenueListPage page={pageContext(c)} filter={filter} areas={seen.areas} venues={freeFirst} />)
  })
  return routes
}

interface TimeAsked {
  readonly day: Day
  readonly from: number
  readonly to: number
}

const timeAsked = ({ dag, fra, til }: VenueFilter): TimeAsked | undefined => {
  const [day, from, to] = [findTypedDay(dag), findMinute(fra), findMinute(til)]
  return day === undefined || from === undefined || to === undefined || to <= from ? undefined : { day, from, to }
}

const fits = ({ name, address, areaId, spaces }: VenueCard, { q, omraade, personer }: VenueFilter): boolean => {
  const words = soughtWords(q)
  const text = [...soughtWords(name), ...soughtWords(address ?? '')].join(' ')
  const people = /^\d{1,5}$/.test(personer) ? Number(personer) : null
  return (
    words.every((word) => text.includes(word)) &&
    (omraade === '' || areaId === omraade) &&
    spaces.some(({ capacity }) => isRoomFor(capacity, people))
  )
}

const standingNow = (venue: VenueCard, now: Temporal.Instant): VenueStanding => {
  if (venue.isInformal) return 'informal'
  return isOpenFor(venue.openings, now, now.add({ minutes: 1 })) ? 'openNow' : 'closedNow'
}

const standingThen = (venue: VenueCard, holdings: readonly Holding[], { day, from, to }: TimeAsked): VenueStanding => {
  const [found] = findAvailable([venue], holdings, { days: [day], from, to, people: null, areaId: null })
  if (found === undefined || found.closed.length > 0) return 'closedThen'
  return found.free > 0 ? 'freeThen' : 'takenThen'
}

const rank: Record<VenueStanding, number> = {
  freeThen: 0,
  informal: 0,
  openNow: 0,
  takenThen: 1,
  closedNow: 2,
  closedThen: 2,
}
