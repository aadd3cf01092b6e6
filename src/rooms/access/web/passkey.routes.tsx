import { Hono } from 'hono'
import { findId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { readAssertion, readRegistration } from '../passkey-answer.forms.ts'
import { passkeyPolicy } from '../passkey.policy.ts'
import { requirePermission } from '../permission.ts'
import { beginRegistration, registerPasskey, removePasskey } from '../register-passkey.ts'
import { deviceWords } from '../session.rules.ts'
import { beginAssertion, showPasskey, usePasskey } from '../sign-in-by-passkey.ts'
import { OfferPasskeyPage } from './offer-passkey.page.tsx'
import type { PeopleDesk } from './people-desk.ts'
import { browserSecret, ensureBrowserSecret } from './session-cookie.ts'
import { isSecure, safePath, signInWhen } from './sign-in.ts'

/** Signing in by passkey, registering one and removing it. Options go out as JSON, for the script; answers come back as forms. */
export const passkeyRoutes = (platform: Platform, desk: Pick<PeopleDesk, 'findMailOf'>): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const secure = isSecure(platform)

  routes.post('/log-ind/noegle/udfordring', async (c) =>
    c.json(await beginAssertion(platform, ensureBrowserSecret(c, secure))),
  )

  routes.post('/log-ind/noegle', async (c) => {
    const form = await c.req.formData()
    const shown = await showPasskey(platform, requireBrowser(c, secure), readAssertion(formText(form, 'svar')))
    await signInWhen(platform, c, async (tx) => ({
      personId: await usePasskey(tx, shown, platform.clock.now()),
      method: 'passkey',
    }))
    return c.redirect(safePath(formText(form, 'til')), 303)
  })

  routes.get('/log-ind/noegle', (c) => {
    requireSelf(c)
    const device = deviceWords(c.req.header('user-agent') ?? '')
    return c.html(<OfferPasskeyPage page={pageContext(c)} next={safePath(c.req.query('til'))} device={device} />)
  })

  routes.post('/indstillinger/noegler/udfordring', async (c) =>
    c.json(await beginRegistration(platform, c.get('actor'), ensureBrowserSecret(c, secure))),
  )

  routes.post('/indstillinger/noegler', async (c) => {
    const personId = requireSelf(c)
    const form = await c.req.formData()
    const name = formText(form, 'navn').trim() || deviceWords(c.req.header('user-agent') ?? '') || 'Brobyg'
    const answer = readRegistration(formText(form, 'svar'))
    const made = { browserSecret: requireBrowser(c, secure), name, answer, language: c.get('language') }
    const address = await desk.findMailOf(personId)
    await registerPasskey(platform, c.get('actor'), { ...made, address })
    const next = formText(form, 'til')
    return c.redirect(next === '' ? '/indstillinger?gemt=noegle#noegler' : safePath(next), 303)
  })

  routes.post('/indstillinger/noegler/:id/fjern', async (c) => {
    const passkeyId = findId<'passkey'>(c.req.param('id'))
    if (passkeyId === undefined) throw new Refused('passkey_not_found')
    await removePasskey(platform, c.get('actor'), passkeyId)
    return c.redirect('/indstillinger?gemt=noegle-fjernet#noegler', 303)
  })
  return routes
}

const requireBrowser = (c: WebContext, secure: boolean): string => {
  const secret = browserSecret(c, secure)
  if (secret === null) throw new Refused('passkey_challenge_over')
  return secret
}

/** The person whose passkeys these are. Throws Refused('sign_in_first'). */
const requireSelf = (c: WebContext): string => {
  const { personId } = c.get('actor')
  if (personId === null) throw new Refused('sign_in_first')
  const toThing = new Set(['self'] as const)
  requirePermission(c.get('actor'), passkeyPolicy.registerPasskey, toThing)
  c.set('sight', { permission: passkeyPolicy.registerPasskey, toThing })
  return personId
}
