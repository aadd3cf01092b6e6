import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { findId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { actForPost } from '../act-for-post.ts'
import { endOtherSessions, endOwnSession } from '../end-session.ts'
import { listPasskeys } from '../passkey.queries.ts'
import { cutIdentity } from '../federated/cut-identity.ts'
import { listIdentities } from '../federated/identity.queries.ts'
import type { IdentityProvider } from '../federated/identity-provider.ts'
import { requirePermission } from '../permission.ts'
import type { Session } from '../session.ts'
import { sessionPolicy } from '../session.policy.ts'
import { listSessions } from '../session.queries.ts'
import { deviceWords, isOpen } from '../session.rules.ts'
import type { PeopleDesk } from './people-desk.ts'
import { forgetSession, rememberSession } from './session-cookie.ts'
import { SettingsPage } from './settings.page.tsx'
import { isSecure } from './sign-in.ts'

/** `/indstillinger`: who I am, the post I act for, my passkeys and where I am signed in. */
export const settingsRoutes = (
  platform: Platform,
  desk: Pick<PeopleDesk, 'findMailOf'>,
  providers: readonly IdentityProvider[],
): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const secure = isSecure(platform)

  routes.get('/indstillinger', async (c) => {
    const { personId, session } = requireSelf(c)
    const isThis = (one: Session) => one.sessionId === session.sessionId
    const own = await readAs(platform, c.get('actor'), async (tx) => ({
      passkeys: await listPasskeys(tx, personId),
      accounts: await listIdentities(tx, personId),
      sessions: (await listSessions(tx, personId))
        .filter((one) => isOpen(one, platform.clock.now()))
        .toSorted((one, other) => Number(isThis(other)) - Number(isThis(one))),
    }))
    const mail = await desk.findMailOf(personId)
    const device = deviceWords(c.req.header('user-agent') ?? '')
    const props = { ...own, providers, mail, device, session, posts: c.get('posts'), saved: c.req.query('gemt') ?? '' }
    return c.html(<SettingsPage page={pageContext(c)} {...props} />)
  })

  routes.post('/indstillinger/funktion', async (c) => {
    const { session } = requireSelf(c)
    const postId = formText(await c.req.formData(), 'post')
    const chosen = { sessionId: session.sessionId, postId, held: c.get('posts') }
    rememberSession(c, await actForPost(platform, c.get('actor'), chosen), secure)
    return c.redirect('/indstillinger?gemt=funktion', 303)
  })

  routes.post('/indstillinger/konti/:id/fjern', async (c) => {
    requireSelf(c)
    const account = findId(c.req.param('id'))
    if (account === undefined) throw new Refused('identity_not_found')
    await cutIdentity(platform, c.get('actor'), account)
    return c.redirect('/indstillinger?gemt=konto-fjernet#konti', 303)
  })

  routes.post('/indstillinger/indlogninger/andre/afslut', async (c) => {
    await endOtherSessions(platform, c.get('actor'), requireSelf(c).session.sessionId)
    return c.redirect('/indstillinger?gemt=afsluttet#indlogninger', 303)
  })

  routes.post('/indstillinger/indlogninger/:id/afslut', async (c) => {
    const { session } = requireSelf(c)
    const sessionId = c.req.param('id')
    await endOwnSession(platform, c.get('actor'), sessionId)
    if (sessionId !== session.sessionId) return c.redirect('/indstillinger?gemt=afsluttet#indlogninger', 303)
    forgetSession(c, secure)
    return c.redirect('/', 303)
  })
  return routes
}

/** The person whose settings these are, and the session they ask from. Throws Refused('sign_in_first'). */
const requireSelf = (c: WebContext) => {
  const { personId } = c.get('actor')
  const session = c.get('session')
  if (personId === null || session === null) throw new Refused('sign_in_first')
  const toThing = new Set(['self'] as const)
  requirePermission(c.get('actor'), sessionPolicy.listSessions, toThing)
  c.set('sight', { permission: sessionPolicy.listSessions, toThing })
  return { personId, session }
}
