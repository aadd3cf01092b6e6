import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { readAs } from './platform/database/index.ts'
import { today } from './platform/day.ts'
import type { Language } from './platform/language.ts'
import type { Platform } from './platform/platform.ts'
import { type Actor, signInDesk, visitor } from './rooms/access/index.ts'
import { rememberedPerson } from './rooms/access/web/index.ts'
import { countSampleAgreements } from './rooms/agreements/index.ts'
import { listHeldPosts, postWords } from './rooms/parties/index.ts'
import type { WebEnv } from './web/page-context.ts'

const languageCookie = 'brobyg-sprog'

/** Finds out who is asking, in which language, before any page is made. */
export const recognise = (platform: Platform, key: Buffer) =>
  createMiddleware<WebEnv>(async (c, next) => {
    const personId = platform.config.isProduction ? null : await rememberedPerson(c, key)
    const known = await readAs(platform, signInDesk, async (tx) => ({
      posts: personId === null ? [] : await listHeldPosts(tx, today(platform.clock)),
      hasSample: (await countSampleAgreements(tx)) > 0,
    }))
    c.set('actor', actorOf(personId, known.posts))
    c.set('language', languageOf(c.req.query('sprog') ?? getCookie(c, languageCookie)))
    c.set('clock', platform.clock)
    c.set('hasSample', known.hasSample)
    c.set('partnership', partnershipName(platform.config.municipality))
    await next()
  })

const actorOf = (personId: string | null, posts: Awaited<ReturnType<typeof listHeldPosts>>): Actor => {
  const post = posts.find((held) => held.personId === personId)
  return post ? { personId: post.personId, name: post.name, onBehalfOf: postWords(post) } : visitor
}

const languageOf = (asked: string | undefined): Language => (asked === 'en' ? 'en' : 'da')

const partnershipName = (municipality: string): string =>
  municipality
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')

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
