import { Hono } from 'hono'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { limits } from '../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../platform/rate-limit/require-turn.ts'
import { Refused } from '../../../platform/refused.ts'
import { getSigningKey } from '../../../platform/signing-key.queries.ts'
import { formLine } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { heldMailTexts } from '../held/held-mail.texts.ts'
import { heldTexts } from '../held/held.texts.ts'
import { holdByLink, openHeldLink } from '../held/held-link.ts'
import { readMailStop } from '../mail-stop-link.ts'
import { stopCalendarMail } from '../stop-calendar-mail.ts'
import { HeldLinkAnswerPage, HeldLinkPage, StopCalendarMailPage } from './held-link.page.tsx'
import { readCount } from './held.routes.tsx'
import { bySecretLink } from './secret-link.ts'

/** `/kalender/holdt/svar/:token`: one tap from the Friday mail, without signing in. */
export const heldLinkRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, refusal: string | null) => {
    const { occurrence } = await openHeldLink(platform, c.req.param('token') ?? '')
    const action = new URL(c.req.url).pathname
    return c.html(
      <HeldLinkPage page={pageContext(c)} {...{ occurrence, action, refusal }} />,
      refusal === null ? 200 : 422,
    )
  }

  routes.get('/kalender/holdt/svar/:token', (c) => orClosed(c, () => show(c, null)))

  routes.post('/kalender/holdt/svar/:token', (c) =>
    orClosed(c, async () => {
      await requireTurn(platform, limits.answerByLink, c.get('clientAddress'))
      const form = await c.req.formData()
      try {
        await holdByLink(platform, c.req.param('token'), readCount(formLine(form, 'antal')))
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== 'not_a_count') throw error
        return show(c, refusalWords([heldTexts], error, c.get('language')))
      }
      const sentence = pick(heldMailTexts, c.get('language')).thanks
      return c.html(<HeldLinkAnswerPage page={pageContext(c)} sentence={sentence} isThanked={true} />)
    }),
  )
  return routes
}

const orClosed = (c: WebContext, answer: () => Promise<Response>): Promise<Response> =>
  bySecretLink(c, 'held_link', answer, (error) => {
    const sentence = refusalWords([heldMailTexts], error, c.get('language'))
    return <HeldLinkAnswerPage page={pageContext(c)} sentence={sentence} isThanked={false} />
  })

/**
 * `/kalender/mail/stop`: stopping mails by the signed address in them. Mail programs post here from elsewhere (RFC 8058), so these stand
 * before the check that forms come from our own pages; the signature is the proof.
 */
export const stopCalendarMailRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const answer = async (c: WebContext, isStopped: boolean) => {
    const link = readMailStop(await getSigningKey(platform), (name) => c.req.query(name))
    if (link !== null && isStopped) await stopCalendarMail(platform, link)
    const { pathname, search } = new URL(c.req.url)
    c.header('referrer-policy', 'no-referrer')
    const shown = { kind: link?.kind ?? null, action: `${pathname}${search}`, isStopped }
    return c.html(<StopCalendarMailPage page={pageContext(c)} {...shown} />, link === null ? 404 : 200)
  }

  routes.get('/kalender/mail/stop', (c) => answer(c, false))
  routes.post('/kalender/mail/stop', (c) => answer(c, true))
  return routes
}
