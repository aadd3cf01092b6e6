import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { Platform } from './platform/platform.ts'
import { getSigningKey } from './platform/signing-key.queries.ts'
import { Refused } from './platform/refused.ts'
import { castDesk } from './cast-desk.ts'
import { removeSample } from './sample.ts'
import { signInRoutes } from './rooms/access/web/index.ts'
import { correctRoutes, draftRoutes, takeAlongRoutes, uploadRoutes } from './rooms/agreements/web/index.ts'
import { readContract, toNotation } from './rooms/commitments/index.ts'
import {
  addPromiseRoutes,
  confirmRoutes,
  correctPromiseRoutes,
  livingContractRoutes,
  promiseRoutes,
} from './rooms/commitments/web/index.ts'
import { answerError, answerNotFound } from './web-answers.tsx'
import { languageRoutes, recognise } from './recognise.ts'
import type { WebEnv } from './web/page-context.ts'
import { staticRoutes } from './web/static-files.ts'

/** The largest file that may be sent in, with room for the form around it. */
const largestBody = 20 * 1024 * 1024 + 64 * 1024

/** What happens to a request, in order. */
export const createApp = async (platform: Platform): Promise<Hono<WebEnv>> => {
  const key = await getSigningKey(platform)
  const { isProduction, baseUrl } = platform.config
  const isSecure = baseUrl.startsWith('https:')
  const app = new Hono<WebEnv>()

  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    await getSigningKey(platform)
    return c.text('ok')
  })
  app.use(
    secureHeaders({
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
      strictTransportSecurity: isSecure ? 'max-age=31536000' : false,
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    }),
  )
  app.route('/', staticRoutes())
  app.use(compress())
  app.use(recognise(platform, key))
  app.use(csrf())
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: () => {
        throw new Refused('source_too_large', { megabytes: 20 })
      },
    }),
  )

  app.route('/', languageRoutes())
  app.route('/', signInRoutes({ desk: castDesk(platform), key, isProduction, isSecure }))
  app.post('/proeven/fjern', async (c) => {
    await removeSample(platform, c.get('actor'))
    return c.redirect('/', 303)
  })
  app.route('/', uploadRoutes(platform, { readContract, toNotation }))
  app.route('/', draftRoutes(platform))
  app.route('/', correctRoutes(platform, { toNotation }))
  app.route('/', confirmRoutes(platform))
  app.route('/', takeAlongRoutes(platform))
  app.route('/', addPromiseRoutes(platform))
  app.route('/', livingContractRoutes(platform))
  app.route('/', promiseRoutes(platform))
  app.route('/', correctPromiseRoutes(platform))

  app.notFound(answerNotFound)
  app.onError(answerError(platform.log))
  return app
}
