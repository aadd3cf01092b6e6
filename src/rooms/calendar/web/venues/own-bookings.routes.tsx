import { Hono } from 'hono'
import { readAs } from '../../../../platform/database/index.ts'
import { pick } from '../../../../platform/language.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { formLine } from '../../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { permit } from '../../../../web/permit.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { calendarPolicy } from '../../calendar.policy.ts'
import { listOwnBookings } from '../../venues/booking.queries.ts'
import { confirmBooking, giveUpBooking } from '../../venues/settle-booking.ts'
import { venueTexts } from '../../venues/venue.texts.ts'
import { OwnBookingsPage } from './own-bookings.page.tsx'
import { venuePaths } from './venue.paths.ts'
import { isOfVenue, venueRefusals } from './venue.routes.tsx'

/** `/steder/mine`: what one's organisation has booked is confirmed or given up. */
export const ownBookingRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, refusal: string | null) => {
    const page = pageContext(c)
    const from = platform.clock.now()
    const bookings = await readAs(platform, page.actor, (tx) => listOwnBookings(tx, { from, most: 100 }))
    const told = refusal === null ? toldIn(c) : null
    return c.html(
      <OwnBookingsPage page={page} bookings={bookings} told={told} refusal={refusal} />,
      refusal === null ? 200 : 422,
    )
  }

  routes.get(venuePaths.mine, (c) => {
    permit(c, calendarPolicy.readPlans)
    return show(c, null)
  })

  routes.post(venuePaths.mine, async (c) => {
    const actor = permit(c, calendarPolicy.readPlans)
    const form = await c.req.formData()
    const seen = { bookingId: formLine(form, 'booking'), version: Number(formLine(form, 'udgave')) || 0 }
    const isConfirmed = formLine(form, 'goer') === 'bekraeft'
    try {
      if (isConfirmed) await confirmBooking(platform, actor, seen)
      else await giveUpBooking(platform, actor, seen)
      return c.redirect(`${venuePaths.mine}?gemt=${isConfirmed ? 'bekraeft' : 'fri'}`, 303)
    } catch (error) {
      if (!isOfVenue(error)) throw error
      return show(c, refusalWords(venueRefusals, error, c.get('language')))
    }
  })
  return routes
}

const toldIn = (c: WebContext): string | null => {
  const words = pick(venueTexts, c.get('language'))
  if (c.req.query('gemt') === 'bekraeft') return words.nowConfirmed
  return c.req.query('gemt') === 'fri' ? words.givenUp : null
}
