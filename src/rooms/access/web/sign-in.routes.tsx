import { Hono } from 'hono'
import { writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { type WebContext, type WebEnv, pageContext } from '../../../web/page-context.ts'
import { signInDesk } from '../actor.ts'
import { beginSession } from '../begin-session.ts'
import { endOwnSession } from '../end-session.ts'
import type { SignInMethod } from '../session.ts'
import type { CastMember } from './cast-member.ts'
import { forgetSession, rememberSession } from './session-cookie.ts'
import { SignInPage } from './sign-in.page.tsx'

/** What the desk needs of the rooms that know people; handed in by app.ts. */
export interface CastDesk {
  listCast(): Promise<CastMember[]>
  /** Adds the first person to an empty partnership and answers with the new id. */
  addPerson(form: { name: string; post: string; organisation: string }): Promise<string>
}

/** `/log-ind` and `/log-ud`. Choosing a person is refused in production. */
export const signInRoutes = (platform: Platform, desk: CastDesk): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const requireTrial = () => {
    if (platform.config.isProduction) throw new Refused('cast_closed')
  }

  routes.get('/log-ind', async (c) => {
    requireTrial()
    const cast = await desk.listCast()
    return c.html(<SignInPage page={pageContext(c)} cast={cast} next={safePath(c.req.query('til'))} />)
  })

  routes.post('/log-ind', async (c) => {
    requireTrial()
    const form = await c.req.formData()
    const personId = formText(form, 'person')
    const cast = await desk.listCast()
    if (!cast.some((member) => member.personId === personId)) throw new Refused('person_unknown')
    await signIn(platform, c, { personId, method: 'cast' })
    return c.redirect(safePath(formText(form, 'til')), 303)
  })

  routes.post('/log-ind/ny', async (c) => {
    requireTrial()
    const form = await c.req.formData()
    const answer = (name: string) => formText(form, name).trim()
    const person = { name: answer('navn'), post: answer('funktion'), organisation: answer('organisation') }
    if (Object.values(person).includes('')) {
      const page = <SignInPage page={pageContext(c)} cast={[]} next="/aftaler" typed={person} />
      return c.html(page, 422)
    }
    const personId = await desk.addPerson(person)
    await signIn(platform, c, { personId, method: 'cast' })
    return c.redirect('/aftaler', 303)
  })

  routes.post('/log-ud', async (c) => {
    const session = c.get('session')
    if (session !== null) await endOwnSession(platform, c.get('actor'), session.sessionId)
    forgetSession(c, isSecure(platform))
    return c.redirect('/', 303)
  })
  return routes
}

/** Begins a session for someone who has just shown who they are, and hands the browser its secret. Every way of signing in ends here. */
export const signIn = async (
  platform: Platform,
  c: WebContext,
  arrival: { personId: string; method: SignInMethod },
): Promise<void> => {
  const userAgent = c.req.header('user-agent') ?? ''
  const { token } = await writeAs(platform, { ...signInDesk, requestId: c.get('actor').requestId ?? null }, (tx) =>
    beginSession(tx, platform.clock, { ...arrival, userAgent }),
  )
  rememberSession(c, token, isSecure(platform))
}

/** Whether people reach the pages over TLS. */
export const isSecure = (platform: Platform): boolean => platform.config.baseUrl.startsWith('https:')

/** A path on this site, or the agreements: never an address elsewhere. */
export const safePath = (path: string | undefined): string =>
  path !== undefined && /^\/(?![/\\])/.test(path) && !path.startsWith('/log-') ? path : '/aftaler'
