import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { pick } from '../../../platform/language.ts'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { unknownClient } from '../../../web/client-address.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { askForLink } from '../ask-for-link.ts'
import { listPasskeys } from '../passkey.queries.ts'
import { signInTexts } from '../sign-in.texts.ts'
import { lookAtLink, useLink } from '../use-link.ts'
import { MailSentPage, OpenedLinkPage } from './mail-link.page.tsx'
import { browserSecret, ensureBrowserSecret } from './session-cookie.ts'
import type { ShowSignIn } from './show-sign-in.tsx'
import { isSecure, safePath, signInWhen } from './sign-in.ts'

/** Longer paths than this are not kept for after signing in. */
const longestNextPath = 500

/** `/log-ind/mail` and `/log-ind/link`: asking for a link by mail, and opening it. */
export const mailLinkRoutes = (platform: Platform, show: ShowSignIn): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const secure = isSecure(platform)

  routes.get('/log-ind/mail', (c) => c.html(<MailSentPage page={pageContext(c)} />))

  routes.post('/log-ind/mail', async (c) => {
    const form = await c.req.formData()
    const address = formText(form, 'adresse')
    const next = safePath(formText(form, 'til'))
    const nextPath = next.length > longestNextPath ? safePath(undefined) : next
    const language = c.get('language')
    try {
      const browserSecret = ensureBrowserSecret(c, secure)
      await askForLink(platform, { address, nextPath, language, browserSecret, network: networkOf(c) })
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'mail_address_wrong') throw error
      const mail = { address, error: pick(signInTexts, language).addressWrong }
      return show(c, { next, mail, status: 422 })
    }
    return c.redirect('/log-ind/mail', 303)
  })

  const opened = (c: WebContext, token: string) => ({ token, browserSecret: browserSecret(c, secure) })

  routes.get('/log-ind/link', async (c) => {
    const token = c.req.query('noegle') ?? ''
    const standing = await lookAtLink(platform, opened(c, token))
    const link = { token, next: safePath(c.req.query('til')) }
    return c.html(
      <OpenedLinkPage page={pageContext(c)} standing={standing} link={link} />,
      standing === 'good' ? 200 : 410,
    )
  })

  routes.post('/log-ind/link', async (c) => {
    const form = await c.req.formData()
    const link = opened(c, formText(form, 'noegle'))
    const { personId } = await signInWhen(platform, c, async (tx) => ({
      personId: await useLink(tx, link, platform.clock.now()),
      method: 'mail_link',
    }))
    const next = safePath(formText(form, 'til'))
    const isOffered = await isTimeToOfferPasskey(platform, c, personId)
    return c.redirect(isOffered ? `/log-ind/noegle?til=${encodeURIComponent(next)}` : next, 303)
  })
  return routes
}

// Requests that came by no network are not counted: tests send many from one process.
const networkOf = (c: WebContext): string | null => {
  const from = c.get('clientAddress')
  return from === unknownClient ? null : from
}

const offeredCookie = 'brobyg-noegle-tilbudt'
const offerAgainSeconds = 60 * 24 * 60 * 60

/** Whether to offer a passkey to one who has none: once in two months in a browser. */
const isTimeToOfferPasskey = async (platform: Platform, c: WebContext, personId: string): Promise<boolean> => {
  if (getCookie(c, offeredCookie) !== undefined) return false
  if ((await readAs(platform, { personId }, (tx) => listPasskeys(tx, personId))).length > 0) return false
  setCookie(c, offeredCookie, 'ja', {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(platform),
    path: '/',
    maxAge: offerAgainSeconds,
  })
  return true
}
