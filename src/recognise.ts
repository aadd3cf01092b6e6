import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { readAs } from './platform/database/index.ts'
import type { Language } from './platform/language.ts'
import { partnershipName } from './platform/partnership-name.ts'
import type { Platform } from './platform/platform.ts'
import { findOpenSession, signInDesk, visitor } from './rooms/access/index.ts'
import { rememberedToken } from './rooms/access/web/index.ts'
import { actAs, countSampleAgreements } from './rooms/agreements/index.ts'
import type { WebEnv } from './web/page-context.ts'

const languageCookie = 'brobyg-sprog'

/** Finds out who is asking, in which language, before any page is made. */
export const recognise = (platform: Platform) =>
  createMiddleware<WebEnv>(async (c, next) => {
    const token = rememberedToken(c, platform.config.baseUrl.startsWith('https:'))
    const session = token === null ? undefined : await findOpenSession(platform, token)
    const isWelcome = session !== undefined && !(platform.config.isProduction && session.method === 'cast')
    const who = isWelcome ? await actAs(platform, session.personId, session.postId) : { actor: visitor, posts: [] }
    c.set('actor', { ...who.actor, requestId: c.get('requestId') ?? null })
    c.set('posts', who.posts)
    c.set('session', isWelcome ? session : null)
    c.set('language', languageOf(c.req.query('sprog') ?? getCookie(c, languageCookie)))
    c.set('clock', platform.clock)
    c.set('hasSample', await readAs(platform, signInDesk, async (tx) => (await countSampleAgreements(tx)) > 0))
    c.set('partnership', partnershipName(platform.config.municipality))
    await next()
  })

const languageOf = (asked: string | undefined): Language => (asked === 'en' ? 'en' : 'da')

/** `/sprog/en` and `/sprog/da`: remembers the language and goes back to the page. */
export const languageRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.get('/sprog/:language', (c) => {
    setCookie(c, languageCookie, languageOf(c.req.param('language')), {
      path: '/',
      sameSite: 'Lax',
      maxAge: 365 * 24 * 60 * 60,
    })
    const back = c.req.query('til') ?? '/'
    return c.redirect(/^\/(?![/\\])/.test(back) ? back : '/', 303)
  })
  return routes
}
