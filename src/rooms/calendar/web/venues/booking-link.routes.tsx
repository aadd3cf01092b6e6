import { Hono } from 'hono'
import { pick } from '../../../../platform/language.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { limits } from '../../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../../platform/rate-limit/require-turn.ts'
import { Refused } from '../../../../platform/refused.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { confirmByLink, openBookingLink } from '../../venues/booking-link.ts'
import { bookingMailTexts } from '../../venues/booking-mail.texts.ts'
import { BookingLinkAnswerPage, BookingLinkPage } from './booking-link.page.tsx'

/** `/steder/bruges/:token`: one tap from the mail that asks whether a place will be used, without signing in. */
export const bookingLinkRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/steder/bruges/:token', (c) =>
    orClosed(c, async () => {
      const { booking } = await openBookingLink(platform, c.req.param('token'))
      return c.html(<BookingLinkPage page={pageContext(c)} booking={booking} action={new URL(c.req.url).pathname} />)
    }),
  )

  routes.post('/steder/bruges/:token', (c) =>
    orClosed(c, async () => {
      await requireTurn(platform, limits.answerByLink, c.get('clientAddress'))
      await confirmByLink(platform, c.req.param('token'))
      const sentence = pick(bookingMailTexts, c.get('language')).linkThanks
      return c.html(<BookingLinkAnswerPage page={pageContext(c)} sentence={sentence} isThanked={true} />)
    }),
  )
  return routes
}

/** Answers, or tells kindly why the link opens nothing. The address is a secret: nothing keeps the answer. */
const orClosed = async (c: WebContext, answer: () => Promise<Response>): Promise<Response> => {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  c.header('referrer-policy', 'no-referrer')
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Refused) || !error.code.startsWith('booking_link_')) throw error
    const sentence = refusalWords([bookingMailTexts], error, c.get('language'))
    const page = <BookingLinkAnswerPage page={pageContext(c)} sentence={sentence} isThanked={false} />
    return c.html(page, error.code === 'booking_link_not_found' ? 404 : 410)
  }
}
