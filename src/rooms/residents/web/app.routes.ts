import { Hono } from 'hono'
import { findId } from '../../../platform/id.ts'
import { limits } from '../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../platform/rate-limit/require-turn.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { toResidentLanguage } from '../../../platform/resident-language.ts'
import { assetHref } from '../../../web/assets.ts'
import { builtFile } from '../../../web/built-file.ts'
import { formLine } from '../../../web/form-text.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { getVapidKeys, subscribe, unsubscribe } from '../../calendar/index.ts'
import { readFilter } from '../filter.ts'

/** What makes the pages an app on a phone: its manifest, its worker, its icons, and where it asks to be told of changes. */
export const appRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const worker = builtFile('resident-worker.js')
  const icons = new Map([
    ['192.png', builtFile('icon-192.png')],
    ['maerke.png', builtFile('badge.png')],
  ])

  routes.get('/manifest.webmanifest', (c) =>
    c.body(JSON.stringify(manifestOf(c.get('partnership'))), 200, {
      'content-type': 'application/manifest+json; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    }),
  )

  routes.get('/sw.js', (c) => {
    c.set('isForAll', true)
    return c.body(worker, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' })
  })

  routes.get('/ikon/:name', (c) => {
    const icon = icons.get(c.req.param('name'))
    if (icon === undefined) return c.notFound()
    return c.body(icon, 200, { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' })
  })

  routes.get('/besked/noegle', async (c) => c.text((await getVapidKeys(platform)).publicKey))

  routes.post('/besked', async (c) => {
    await requireTurn(platform, limits.push, c.get('clientAddress'))
    const form = await c.req.formData()
    const [endpoint, p256dh, auth] = [formLine(form, 'endpoint'), formLine(form, 'p256dh'), formLine(form, 'auth')]
    const { areaId, venueId, kind, ages, isFree } = readFilter((name) => formLine(form, name))
    const wish = { seriesId: findId(formLine(form, 'aktivitet')) ?? null, areaId, venueId, kind, ages, isFree }
    try {
      await subscribe(platform, { endpoint, p256dh, auth }, wish, toResidentLanguage(formLine(form, 'sprog')))
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'not_a_push_service') throw error
      return c.text(error.code, 422)
    }
    return c.body(null, 204)
  })

  routes.post('/besked/stop', async (c) => {
    await requireTurn(platform, limits.push, c.get('clientAddress'))
    await unsubscribe(platform, formLine(await c.req.formData(), 'endpoint'))
    return c.body(null, 204)
  })
  return routes
}

const manifestOf = (partnership: string) => ({
  name: `Det sker i ${partnership}`,
  short_name: partnership,
  lang: 'da',
  id: '/',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0b5cab',
  icons: [
    { src: assetHref('icon-192.png'), sizes: '192x192', type: 'image/png' },
    { src: assetHref('icon-512.png'), sizes: '512x512', type: 'image/png' },
    { src: assetHref('icon-maskable.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
})
