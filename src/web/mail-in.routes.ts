import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { mostMailBytes } from '../platform/mail/incoming/read-mail.ts'
import { isSigned, isTimely } from '../platform/mail/incoming/signed-delivery.rules.ts'
import { type IncomingHandlers, takeIncomingMail } from '../platform/mail/incoming/take-incoming-mail.ts'
import type { Platform } from '../platform/platform.ts'
import { limits } from '../platform/rate-limit/limits.ts'
import { requireTurn } from '../platform/rate-limit/require-turn.ts'
import { unknownClient } from './client-address.ts'
import type { WebContext, WebEnv } from './page-context.ts'

/**
 * `POST /post/ind` takes a mail (`message/rfc822`) from a program that holds the secret: 202 taken, also where it was before, 401 not
 * signed or not now, 413 larger than 10 MB. Without a secret the door is not there.
 */
export const mailInRoutes = (platform: Platform, handlers: IncomingHandlers): Hono<WebEnv> => {
  const { mailWebhookSecret: secret } = platform.config
  const routes = new Hono<WebEnv>()
  if (secret === null) return routes
  routes.post(
    '/post/ind',
    async (c, next) => {
      const from = c.get('clientAddress')
      if (from !== unknownClient) await requireTurn(platform, limits.mailIn, from)
      await next()
    },
    async (c, next) => (isTimely(headsOf(c), platform.clock.now()) ? next() : c.text('unsigned', 401)),
    bodyLimit({ maxSize: mostMailBytes, onError: (c) => c.text('too large', 413) }),
    async (c) => {
      const heads = headsOf(c)
      const raw = new Uint8Array(await c.req.arrayBuffer())
      if (!isSigned(secret, heads, raw)) return c.text('unsigned', 401)
      const taken = await takeIncomingMail(platform, raw, handlers, { onceKey: heads.onceKey ?? '' })
      // The key of one mail above another.
      return taken === 'other' ? c.text('replayed', 401) : c.text(taken, 202)
    },
  )
  return routes
}

const headsOf = (c: WebContext) => ({
  timestamp: c.req.header('x-brobyg-timestamp'),
  onceKey: c.req.header('x-brobyg-once'),
  signature: c.req.header('x-brobyg-signature'),
})
