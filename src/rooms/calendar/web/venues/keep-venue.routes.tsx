import { Hono } from 'hono'
import { readAs } from '../../../../platform/database/index.ts'
import { pick } from '../../../../platform/language.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { Refused } from '../../../../platform/refused.ts'
import { formLine } from '../../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { permit } from '../../../../web/permit.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { requirePermission } from '../../../access/index.ts'
import { listAreas } from '../../../parties/index.ts'
import { calendarPolicy } from '../../calendar.policy.ts'
import { listOrganisers, listRelationsToVenue } from '../../relation.queries.ts'
import {
  addOpenings,
  addVenue,
  changeVenue,
  closeVenue,
  removeOpening,
  type SeenVenue,
} from '../../venues/keep-venue.ts'
import { keepVenueTexts } from '../../venues/keep-venue.texts.ts'
import type { VenueCard } from '../../venues/venue-card.ts'
import { findVenueCard } from '../../venues/venue-card.queries.ts'
import { venueTexts } from '../../venues/venue.texts.ts'
import { KeepVenuePage } from './keep-venue.page.tsx'
import { readHours, readVenue, typedOfVenue, type VenueError, type VenueTyped } from './venue.form.ts'
import { venuePaths } from './venue.paths.ts'
import { isOfVenue, venueRefusals } from './venue.routes.tsx'

interface Shown {
  readonly venue: VenueCard | null
  readonly typed: VenueTyped
  readonly errors?: ReadonlyMap<string, VenueError>
  readonly refusal?: string
}

/** `/steder/ny` and `/steder/:id/ret`: a place is written down, changed, given hours, or closed. */
export const keepVenueRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const { show, again } = keepDesk(platform)

  routes.get(venuePaths.add, async (c) => {
    permit(c, calendarPolicy.addSeries)
    const [first] = await keepersFor(platform, c)
    return show(c, { venue: null, typed: typedOfVenue(null, first?.[0] ?? '') })
  })

  routes.post(venuePaths.add, async (c) => {
    const actor = permit(c, calendarPolicy.addSeries)
    const read = readVenue(await c.req.formData())
    if (read.venue === null) return show(c, { ...read, venue: null })
    try {
      const venueId = await addVenue(platform, actor, read.venue.facts, read.venue.spaces)
      return c.redirect(`${venuePaths.change(venueId)}?gemt=ja`, 303)
    } catch (error) {
      return again(c, { ...read, venue: null }, error)
    }
  })

  return routes.route('/', changeVenueRoutes(platform))
}

const changeVenueRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const { show, again } = keepDesk(platform)

  routes.get('/steder/:id/ret', async (c) => {
    const venue = await enterKept(platform, c)
    return venue === undefined ? c.notFound() : show(c, { venue, typed: typedOfVenue(venue, '') })
  })

  routes.post('/steder/:id/ret', async (c) => {
    const venue = await enterKept(platform, c)
    if (venue === undefined) return c.notFound()
    const form = await c.req.formData()
    const read = readVenue(form)
    if (read.venue === null) return show(c, { ...read, venue })
    try {
      await changeVenue(platform, c.get('actor'), seenIn(venue, form), read.venue)
      return c.redirect(`${venuePaths.venue(venue.venueId)}?gemt=ja`, 303)
    } catch (error) {
      return again(c, { ...read, venue }, error)
    }
  })

  routes.post('/steder/:id/tider', async (c) => {
    const venue = await enterKept(platform, c)
    if (venue === undefined) return c.notFound()
    const form = await c.req.formData()
    const seen = seenIn(venue, form)
    try {
      const removed = formLine(form, 'fjern')
      const read = removed === '' ? readHours(form) : null
      if (read === null) await removeOpening(platform, c.get('actor'), seen, removed)
      else if (read.error !== null) throw new Refused(read.error)
      else await addOpenings(platform, c.get('actor'), seen, read.openings)
      return c.redirect(`${venuePaths.change(venue.venueId)}?gemt=ja`, 303)
    } catch (error) {
      return again(c, { venue, typed: typedOfVenue(venue, '') }, error)
    }
  })

  routes.post('/steder/:id/luk', async (c) => {
    const venue = await enterKept(platform, c)
    if (venue === undefined) return c.notFound()
    try {
      await closeVenue(platform, c.get('actor'), seenIn(venue, await c.req.formData()))
      return c.redirect(venuePaths.venue(venue.venueId), 303)
    } catch (error) {
      return again(c, { venue, typed: typedOfVenue(venue, '') }, error)
    }
  })
  return routes
}

/** The venue, if the actor keeps it. Throws where they do not. */
const enterKept = (platform: Platform, c: WebContext) =>
  readAs(platform, c.get('actor'), async (tx) => {
    const venue = await findVenueCard(tx, c.req.param('id') ?? '')
    if (venue === undefined) return undefined
    const toThing = await listRelationsToVenue(tx, venue.venueId)
    requirePermission(c.get('actor'), calendarPolicy.keepVenue, toThing)
    c.set('sight', { permission: calendarPolicy.keepVenue, toThing })
    return venue
  })

const seenIn = ({ venueId }: VenueCard, form: FormData): SeenVenue => ({
  venueId,
  version: Number(formLine(form, 'udgave')) || 0,
})

const keepersFor = (platform: Platform, c: WebContext) =>
  readAs(platform, c.get('actor'), async (tx) =>
    (await listOrganisers(tx)).map(
      ({ organisationId, planId, name, plan }) =>
        [
          planId === null ? organisationId : `${organisationId}/${planId}`,
          plan === null ? name : `${name}, ${plan}`,
        ] as const,
    ),
  )

/** Shows the form, and shows it again with what was refused. */
const keepDesk = (platform: Platform) => {
  const show = async (c: WebContext, { venue, typed, errors, refusal }: Shown) => {
    const page = pageContext(c)
    const words = pick(venueTexts, page.language)
    const keepers = await keepersFor(platform, c)
    const nobody = ['lead', 'administrator'] as const
    const mayBeNobodys = nobody.some((relation) => page.actor.relations.has(relation))
    const areas = await readAs(platform, page.actor, listAreas)
    const isRefused = refusal !== undefined || (errors?.size ?? 0) > 0
    return c.html(
      <KeepVenuePage
        page={page}
        venue={venue}
        typed={typed}
        errors={errors ?? new Map()}
        keepers={mayBeNobodys ? [...keepers, ['', pick(keepVenueTexts, page.language).keeperNobody] as const] : keepers}
        areas={areas.map(({ areaId, name }) => [areaId, name] as const)}
        told={!isRefused && c.req.query('gemt') === 'ja' ? words.saved : null}
        refusal={refusal ?? null}
      />,
      isRefused ? 422 : 200,
    )
  }

  const again = (c: WebContext, shown: Shown, error: unknown) => {
    if (!isOfVenue(error)) throw error
    return show(c, { ...shown, refusal: refusalWords(venueRefusals, error, c.get('language')) })
  }
  return { show, again }
}
