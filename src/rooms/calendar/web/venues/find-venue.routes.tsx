import { Hono } from 'hono'
import { readAs } from '../../../../platform/database/index.ts'
import { findId } from '../../../../platform/id.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { Refused } from '../../../../platform/refused.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { permit } from '../../../../web/permit.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { findTypedDay, listAreas } from '../../../parties/index.ts'
import { listHoldings } from '../../booking.queries.ts'
import { calendarPolicy } from '../../calendar.policy.ts'
import { listKeptVenues } from '../../relation.queries.ts'
import { findAvailable, type Sought, spanOfSought, weeklyDays } from '../../venues/availability.rules.ts'
import type { VenueCard } from '../../venues/venue-card.ts'
import { listVenueCards } from '../../venues/venue-card.queries.ts'
import { findMinute } from '../series.form.ts'
import { FindVenuePage, type SoughtTyped } from './find-venue.page.tsx'
import { venuePaths } from './venue.paths.ts'
import { venueRefusals } from './venue.routes.tsx'

/** `/steder/ledige`: where something can be held. */
export const findVenueRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(venuePaths.find, async (c) => {
    const actor = permit(c, calendarPolicy.readPlans)
    const typed = typedIn(c)
    const page = pageContext(c)
    const areas = await readAs(platform, actor, listAreas)
    const show = (found: Parameters<typeof FindVenuePage>[0]['found'], refusal: string | null) =>
      c.html(
        <FindVenuePage page={page} typed={typed} areas={areas} found={found} refusal={refusal} />,
        refusal === null ? 200 : 422,
      )
    if (typed.fra === '' && typed.til === '') return show(null, null)
    try {
      const sought = readSought(typed)
      return await show(await find(platform, c, sought), null)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return show(null, refusalWords(venueRefusals, error, page.language))
    }
  })
  return routes
}

const find = (platform: Platform, c: WebContext, sought: Sought) =>
  readAs(platform, c.get('actor'), async (tx) => {
    const kept = await listKeptVenues(tx)
    const isOffered = ({ bookingRule, venueId }: VenueCard): boolean => bookingRule !== 'owner' || kept.has(venueId)
    const venues = (await listVenueCards(tx)).filter(isOffered)
    const spaceIds = venues.flatMap(({ spaces }) => spaces.map(({ spaceId }) => spaceId))
    const holdings = await listHoldings(tx, spaceIds, spanOfSought(sought))
    return { sought, places: findAvailable(venues, holdings, sought) }
  })

const typedIn = (c: WebContext): SoughtTyped => {
  const asked = (name: keyof SoughtTyped) => (c.req.query(name) ?? '').slice(0, 40).trim()
  return {
    dag: asked('dag'),
    fra: asked('fra'),
    til: asked('til'),
    hveruge: asked('hveruge'),
    personer: asked('personer'),
    omraade: asked('omraade'),
  }
}

const readSought = (typed: SoughtTyped): Sought => {
  const first = findTypedDay(typed.dag)
  const last = typed.hveruge === '' ? first : findTypedDay(typed.hveruge)
  if (first === undefined || last === undefined) throw new Refused('not_a_day')
  const [from, to] = [findMinute(typed.fra), findMinute(typed.til)]
  if (from === undefined || to === undefined) throw new Refused('not_a_time')
  const days = weeklyDays(first, last)
  if (to <= from || days.length === 0) throw new Refused('ends_first')
  if (!/^\d{0,5}$/.test(typed.personer)) throw new Refused('not_a_number')
  const people = typed.personer === '' ? null : Number(typed.personer)
  return { days, from, to, people, areaId: findId(typed.omraade) ?? null }
}
