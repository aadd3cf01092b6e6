import { Hono } from 'hono'
import { readAs } from '../../../../platform/database/index.ts'
import { findId } from '../../../../platform/id.ts'
import { pick } from '../../../../platform/language.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { Refused } from '../../../../platform/refused.ts'
import { formLine } from '../../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { isPermitted, requirePermission } from '../../../access/index.ts'
import { findTypedDay } from '../../../parties/index.ts'
import { calendarPolicy } from '../../calendar.policy.ts'
import { listOrganisers, listRelationsToVenue } from '../../relation.queries.ts'
import { answerRequest } from '../../venues/answer-request.ts'
import { bookVenue, type BookedVenue } from '../../venues/book-venue.ts'
import { listBookingsOf } from '../../venues/booking.queries.ts'
import { bookingRefusalTexts } from '../../venues/booking-refusals.texts.ts'
import { listGiven } from '../../venues/given.queries.ts'
import { listRequests } from '../../venues/request.queries.ts'
import { takeBackYes } from '../../venues/take-back-yes.ts'
import { findVenueCard } from '../../venues/venue-card.queries.ts'
import { venueTexts } from '../../venues/venue.texts.ts'
import { findMinute } from '../series.form.ts'
import { spanOfWeek, weekOf } from '../../week.ts'
import { type BookingTyped, VenuePage } from './venue.page.tsx'
import { venuePaths } from './venue.paths.ts'

/** Words for what may be refused of a place. */
export const venueRefusals = [venueTexts, bookingRefusalTexts]

/** Whether a refusal is of a place, and is told on its page. */
export const isOfVenue = (error: unknown): error is Refused =>
  error instanceof Refused && venueRefusals.some((texts) => Object.hasOwn(texts.da, error.code))

/** `/steder/:id`: a place is shown, booked, and those who ask for it are answered. */
export const venueRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, refusal: string | null, typed?: BookingTyped) => {
    const entered = await enterVenue(platform, c)
    if (entered === undefined) return c.notFound()
    const shown = typed ?? { ...blank, dag: (c.req.query('dag') ?? '').slice(0, 10), ...hoursIn(c) }
    return c.html(
      <VenuePage
        page={pageContext(c)}
        {...entered}
        typed={shown}
        told={refusal === null ? toldIn(c) : null}
        refusal={refusal}
      />,
      refusal === null ? 200 : 422,
    )
  }

  routes.get('/steder/:id', (c) => show(c, null))

  routes.post('/steder/:id/book', async (c) => {
    const entered = await enterVenue(platform, c)
    if (entered === undefined) return c.notFound()
    requirePermission(c.get('actor'), calendarPolicy.addSeries)
    const typed = typedIn(await c.req.formData())
    try {
      const booked = await bookVenue(platform, c.get('actor'), readBooking(entered.venue.venueId, typed))
      return c.redirect(`${venuePaths.venue(entered.venue.venueId)}?${toldOf(booked)}`, 303)
    } catch (error) {
      if (!isOfVenue(error)) throw error
      return show(c, refusalWords(venueRefusals, error, c.get('language')), typed)
    }
  })
  answerRoutes(platform, routes, show)
  return routes
}

/** What whoever has a place answers: those who ask for it, and a yes that is taken back. */
const answerRoutes = (
  platform: Platform,
  routes: Hono<WebEnv>,
  show: (c: WebContext, refusal: string | null) => Promise<Response>,
): void => {
  routes.post('/steder/:id/svar', async (c) => {
    const entered = await enterVenue(platform, c)
    if (entered === undefined) return c.notFound()
    const form = await c.req.formData()
    const { venueId } = entered.venue
    const seen = { venueId, requestId: formLine(form, 'anmodning'), stamp: formLine(form, 'stempel') }
    const answer = { isYes: formLine(form, 'svar') === 'ja', words: formLine(form, 'ord').slice(0, 300) }
    try {
      await answerRequest(platform, c.get('actor'), seen, answer)
      return c.redirect(`${venuePaths.venue(venueId)}?gemt=svar`, 303)
    } catch (error) {
      if (!isOfVenue(error)) throw error
      return show(c, refusalWords(venueRefusals, error, c.get('language')))
    }
  })

  routes.post('/steder/:id/tag-tilbage', async (c) => {
    const entered = await enterVenue(platform, c)
    if (entered === undefined) return c.notFound()
    const form = await c.req.formData()
    const { venueId } = entered.venue
    const seen = { venueId, bookingId: formLine(form, 'booking'), stamp: formLine(form, 'stempel') }
    try {
      const words = formLine(form, 'ord').slice(0, 300)
      await takeBackYes(platform, c.get('actor'), seen, { startsAt: startIn(formLine(form, 'gang')), words })
      return c.redirect(`${venuePaths.venue(venueId)}?gemt=tilbage`, 303)
    } catch (error) {
      if (!isOfVenue(error)) throw error
      return show(c, refusalWords(venueRefusals, error, c.get('language')))
    }
  })
}

/** The time chosen, by its beginning; null = all. Throws Refused('changed_meanwhile') for what no list offers. */
const startIn = (typed: string): Temporal.Instant | null => {
  if (typed === '') return null
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(typed)) throw new Refused('changed_meanwhile')
  try {
    return Temporal.Instant.from(typed)
  } catch {
    throw new Refused('changed_meanwhile')
  }
}

const enterVenue = (platform: Platform, c: WebContext) =>
  readAs(platform, c.get('actor'), async (tx) => {
    const actor = c.get('actor')
    const venue = await findVenueCard(tx, c.req.param('id') ?? '')
    if (venue === undefined) return undefined
    const toThing = await listRelationsToVenue(tx, venue.venueId)
    c.set('sight', { permission: calendarPolicy.readPublished, toThing })
    const takesPart = isPermitted(actor, calendarPolicy.readPlans)
    const isKeeper = isPermitted(actor, calendarPolicy.keepVenue, toThing)
    const now = platform.clock.now()
    const { day } = { day: pageContext(c).today }
    return {
      venue,
      bookings: takesPart ? await listBookingsOf(tx, venue.venueId, spanOfWeek(weekOf(day))) : null,
      requests: isKeeper ? await listRequests(tx, { venueId: venue.venueId, now }) : [],
      given: isKeeper ? await listGiven(tx, { venueId: venue.venueId, now }) : [],
      organisers: takesPart
        ? (await listOrganisers(tx)).map(
            ({ organisationId, planId, name, plan }) =>
              [
                planId === null ? organisationId : `${organisationId}/${planId}`,
                plan === null ? name : `${name}, ${plan}`,
              ] as const,
          )
        : [],
    }
  })

const blank: BookingTyped = { lokale: '', for: '', hvad: '', dag: '', fra: '', til: '', hveruge: '' }

const hoursIn = (c: WebContext) => ({
  fra: (c.req.query('fra') ?? '').slice(0, 5),
  til: (c.req.query('til') ?? '').slice(0, 5),
  hveruge: (c.req.query('hveruge') ?? '').slice(0, 10),
})

const typedIn = (form: FormData): BookingTyped => ({
  lokale: formLine(form, 'lokale'),
  for: formLine(form, 'for'),
  hvad: formLine(form, 'hvad').slice(0, 120),
  dag: formLine(form, 'dag'),
  fra: formLine(form, 'fra'),
  til: formLine(form, 'til'),
  hveruge: formLine(form, 'hveruge'),
})

/** Reads what was typed; throws Refused with what is wrong. */
const readBooking = (venueId: string, typed: BookingTyped) => {
  const [day, weeklyUntil] = [findTypedDay(typed.dag), typed.hveruge === '' ? null : findTypedDay(typed.hveruge)]
  if (day === undefined || weeklyUntil === undefined) throw new Refused('not_a_day')
  const [fromMinute, toMinute] = [findMinute(typed.fra), findMinute(typed.til)]
  if (fromMinute === undefined || toMinute === undefined) throw new Refused('not_a_time')
  if (toMinute <= fromMinute) throw new Refused('ends_first')
  const [organisation = '', plan = ''] = typed.for.split('/')
  const organisationId = findId<'organisation'>(organisation)
  if (organisationId === undefined) throw new Refused('choose')
  if (typed.hvad === '') throw new Refused('needed')
  const spaceId = findId<'space'>(typed.lokale) ?? null
  const planId = findId<'plan'>(plan) ?? null
  return { venueId, spaceId, organisationId, planId, purpose: typed.hvad, day, fromMinute, toMinute, weeklyUntil }
}

const toldOf = ({ state, times, taken }: BookedVenue): string =>
  new URLSearchParams({
    [state === 'approved' ? 'booket' : 'spurgt']: String(times),
    optaget: String(taken),
  }).toString()

const toldIn = (c: WebContext): string | null => {
  const words = pick(venueTexts, c.get('language'))
  const count = (name: string) => {
    const asked = Number(c.req.query(name))
    return Number.isInteger(asked) && asked > 0 ? asked : 0
  }
  const some = count('optaget') > 0 ? ` ${words.bookedSome(count('optaget'))}` : ''
  if (count('booket') > 0) return `${words.booked(count('booket'))}${some}`
  if (count('spurgt') > 0) return `${words.requested(count('spurgt'))}${some}`
  if (c.req.query('gemt') === 'svar') return words.answered
  if (c.req.query('gemt') === 'tilbage') return words.takenBack
  return c.req.query('gemt') === 'ja' ? words.saved : null
}
