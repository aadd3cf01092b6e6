import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { endOwnSession } from '../end-session.ts'
import type { IdentityProvider } from '../federated/identity-provider.ts'
import { mailLinkRoutes } from './mail-link.routes.tsx'
import { passkeyRoutes } from './passkey.routes.tsx'
import type { PeopleDesk } from './people-desk.ts'
import { forgetSession } from './session-cookie.ts'
import { settingsRoutes } from './settings.routes.tsx'
import { type ShowSignIn, showSignIn } from './show-sign-in.tsx'
import { isSecure, safePath, signIn } from './sign-in.ts'

/** `/log-ind`, `/log-ud` and `/indstillinger`. Choosing a person is refused in production. */
export const signInRoutes = (
  platform: Platform,
  desk: PeopleDesk,
  { providers }: { readonly providers: readonly IdentityProvider[] },
): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const show = showSignIn(platform, desk, providers)

  routes.get('/log-ind', (c) => show(c, { next: safePath(c.req.query('til')) }))
  routes.route('/', castRoutes(platform, desk, show))
  routes.route('/', mailLinkRoutes(platform, show))
  routes.route('/', passkeyRoutes(platform, desk))
  routes.route('/', settingsRoutes(platform, desk, providers))

  routes.post('/log-ud', async (c) => {
    const session = c.get('session')
    if (session !== null) await endOwnSession(platform, c.get('actor'), session.sessionId)
    forgetSession(c, isSecure(platform))
    return c.redirect('/', 303)
  })
  return routes
}

/** Signing in as one of the invented people, while Brobyg is tried out. */
const castRoutes = (platform: Platform, desk: PeopleDesk, show: ShowSignIn): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const requireTrial = () => {
    if (platform.config.isProduction) throw new Refused('cast_closed')
  }

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
    if (Object.values(person).includes('')) return show(c, { next: '/aftaler', typed: person, status: 422 })
    const personId = await desk.addPerson(person)
    await signIn(platform, c, { personId, method: 'cast' })
    return c.redirect('/aftaler', 303)
  })
  return routes
}
