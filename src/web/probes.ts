import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { nobody, readAs } from '../platform/database/index.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { Platform } from '../platform/platform.ts'
import type { WebContext, WebEnv } from './page-context.ts'

/** `/healthz` says that the process lives; `/readyz` and `/metrics` are for those who run it, and are not there for anyone else. */
export const probeRoutes = (platform: Platform, metrics: Metrics): Hono<WebEnv> => {
  const { probeToken } = platform.config
  const routes = new Hono<WebEnv>()
  routes.get('/healthz', (c) => c.text('ok'))
  routes.get('/readyz', async (c, next) => {
    if (!mayProbe(c, probeToken)) return next()
    await readAs(platform, nobody, (tx) => tx.selectFrom('signing_key').select('made_at').limit(1).execute())
    return c.text('ok')
  })
  routes.get('/metrics', async (c, next) => {
    if (!mayProbe(c, probeToken)) return next()
    return c.body(await metrics.write(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
  return routes
}

const mayProbe = (c: WebContext, token: string | null): boolean =>
  token !== null && isSame(c.req.header('authorization') ?? '', `Bearer ${token}`)

// Hashes are of one length, and comparing them takes one time whatever was guessed.
const isSame = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other))

const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
