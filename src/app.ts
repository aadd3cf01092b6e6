import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { castDesk } from './cast-desk.ts'
import type { Platform } from './platform/platform.ts'
import { Refused } from './platform/refused.ts'
import { getSigningKey } from './platform/signing-key.queries.ts'
import { languageRoutes, recognise } from './recognise.ts'
import { signInRoutes } from './rooms/access/web/index.ts'
import { agreementRoutes } from './rooms/agreements/web/index.ts'
import { readContract, toNotation } from './rooms/commitments/index.ts'
import { commitmentRoutes, stopMailRoutes } from './rooms/commitments/web/index.ts'
import { removeSample } from './sample.ts'
import { answerError, answerNotFound } from './web-answers.tsx'
import type { WebEnv } from './web/page-context.ts'
import { staticRoutes } from './web/static-files.ts'

/** What happens to a request, in order. */
export const createApp = async (platform: Platform): Promise<Hono<WebEnv>> => {
  const isSecure = platform.config.baseUrl.startsWith('https:')
  const app = new Hono<WebEnv>()

  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    await getSigningKey(platform)
    return c.text('ok')
  })

  app.use(walls(isSecure))
  app.route('/', staticRoutes())
  app.use(compress())
  app.use(recognise(platform))
  app.route('/', stopMailRoutes(platform))
  app.use(csrf())
  app.use(smallEnough())

  app.route('/', languageRoutes())
  app.route('/', signInRoutes(platform, castDesk(platform)))
  app.post('/proeven/fjern', async (c) => {
    await removeSample(platform, c.get('actor'))
    return c.redirect('/', 303)
  })
  app.route('/', agreementRoutes(platform, { readContract, toNotation }))
  app.route('/', commitmentRoutes(platform))

  app.notFound(answerNotFound)
  app.onError(answerError(platform.log))
  return app
}

/** Nothing from elsewhere runs, shows or frames these pages. */
const walls = (isSecure: boolean) =>
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
  })

/** The largest file that may be sent in, with room for the form around it. */
const largestBody = 20 * 1024 * 1024 + 64 * 1024

const smallEnough = () =>
  bodyLimit({
    maxSize: largestBody,
    onError: () => {
      throw new Refused('source_too_large', { megabytes: 20 })
    },
  })
