import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import type { Log } from '../platform/log.ts'
import type { AnsweredRequest, Metrics } from '../platform/metrics.ts'
import type { Platform } from '../platform/platform.ts'
import { limits, type Limit } from '../platform/rate-limit/limits.ts'
import { requireTurn } from '../platform/rate-limit/require-turn.ts'
import { clientAddress, unknownClient } from './client-address.ts'
import type { WebContext, WebEnv } from './page-context.ts'
import { requestIdOf } from './request-id.ts'

/** Gives each request its id and tells one line of it when it is answered: never its address, its question or who asked. */
export const follow = ({ config, log }: Platform, metrics: Metrics) =>
  createMiddleware<WebEnv>(async (c, next) => {
    const began = performance.now()
    const requestId = requestIdOf(c.req.header('x-request-id'), config.trustedProxies)
    c.set('requestId', requestId)
    c.set('clientAddress', clientAddress(c, config.trustedProxies))
    metrics.requestBegan()
    await next().finally(metrics.requestEnded)
    c.header('X-Request-Id', requestId)
    const answered = { method: c.req.method, route: routeOf(c), status: c.res.status }
    tellAnswered(log, metrics, { requestId, ...answered, ms: performance.now() - began })
  })

interface ToldAnswer extends Omit<AnsweredRequest, 'seconds'> {
  readonly requestId: string
  readonly ms: number
}

/** Counts an answer, and tells its line. */
export const tellAnswered = (
  log: Log,
  metrics: Metrics,
  { requestId, method, route, status, ms }: ToldAnswer,
): void => {
  metrics.countRequest({ method, route, status, seconds: ms / 1000 })
  log.info('request', { request: requestId, method, route, status, ms: Math.round(ms) })
}

/** The pattern of the route that answered; what no route knows is told as one, whatever was asked for. */
export const routeOf = (c: WebContext): string => {
  const pattern = routePath(c)
  return pattern === '*' || pattern === '/*' || pattern === '' ? 'none' : pattern
}

/** Powers of the browser that no page here uses: refused to the page and to whatever it might come to hold. */
const refusedPowers =
  'accelerometer camera display-capture geolocation gyroscope hid idle-detection magnetometer microphone midi payment screen-wake-lock serial usb xr-spatial-tracking'

const permissionsPolicy = [
  ...refusedPowers.split(' ').map((power) => `${power}=()`),
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
].join(', ')

/**
 * A page that is the same for all who ask holds no nonce of one request: the scripts of its own address run, where nothing that people send
 * in is served as one. It may be kept on the phone.
 */
const policyOfPagesForAll = [
  "default-src 'none'",
  ...['script-src', 'style-src', 'font-src', 'connect-src', 'worker-src', 'manifest-src', 'form-action'].map(
    (kind) => `${kind} 'self'`,
  ),
  "img-src 'self' data:",
  ...['object-src', 'base-uri', 'frame-ancestors'].map((kind) => `${kind} 'none'`),
].join('; ')

/**
 * Nothing from elsewhere runs, shows or frames these pages, and no script runs that we did not put there. Browsers also hold a form's
 * answer to `form-action` where it redirects: who signs in elsewhere begins by a link.
 */
export const walls = (isSecure: boolean) => {
  const secure = secureHeaders({
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    strictTransportSecurity: isSecure ? 'max-age=31536000' : false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [NONCE],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  })
  return createMiddleware<WebEnv>(async (c, next) => {
    await secure(c, next)
    if (c.get('isForAll')) c.header('Content-Security-Policy', policyOfPagesForAll)
    c.header('Permissions-Policy', permissionsPolicy)
  })
}

/** What one person is shown is kept by no browser and no proxy; what everyone may see is asked for anew each time. */
export const keepToOneself = createMiddleware<WebEnv>(async (c, next) => {
  await next()
  const isSignedIn = (c.get('actor')?.personId ?? null) !== null
  if (isSignedIn || c.res.headers.has('set-cookie') || c.res.status >= 400) c.header('Cache-Control', 'no-store')
  else if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'private, no-cache')
})

/** An address with a zero byte in it leads nowhere: PostgreSQL keeps no such text, and no page has one. */
export const plainAddress = createMiddleware<WebEnv>(async (c, next) =>
  /%00|\0/.test(c.req.path) ? c.notFound() : next(),
)

/** Takes forms from our own pages only. Behind a proxy with TLS a request seems to come by http: the address people use counts too. */
export const ownForms = (baseUrl: string) => {
  const { origin: ours } = new URL(baseUrl)
  return csrf({ origin: (origin, c) => origin === ours || origin === new URL(c.req.url).origin })
}

/** Lets one client send only so many forms and fetch only so many calendars. Requests that came by no network are not counted: tests send many from one process. */
export const slowDown = (platform: Platform) =>
  createMiddleware<WebEnv>(async (c, next) => {
    const from = c.get('clientAddress')
    const limit = limitOf(c)
    if (limit !== null && from !== unknownClient) await requireTurn(platform, limit, from)
    await next()
  })

const limitOf = (c: WebContext): Limit | null => {
  if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return limits.formPost
  return c.req.path.endsWith('.ics') ? limits.feed : null
}
