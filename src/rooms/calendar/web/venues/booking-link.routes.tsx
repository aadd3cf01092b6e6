import { Hono } from 'hono'
import { pick } from '../../../../platform/language.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { limits } from '../../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../../platform/rate-limit/require-turn.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { confirmByLink, openBookingLink } from '../../venues/booking-link.ts'
import { bookingMailTexts } from '../../venues/booking-mail.texts.ts'
import { BookingLinkAnswerPage, BookingLinkPage } from './booking-link.page.tsx'
import { bySecretLink } from '../secret-link.ts'

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

const orClosed = (c: WebContext, answer: () => Promise<Response>): Promise<Response> =>
  bySecretLink(c, 'booking_link', answer, (error) => {
    const sentence = refusalWords([bookingMailTexts], error, c.get('language'))
    return <BookingLinkAnswerPage page={pageContext(c)} sentence={sentence} isThanked={false} />
  })
