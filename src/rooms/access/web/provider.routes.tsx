import { type ErrorHandler, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Platform } from '../../../platform/platform.ts'
import { limits } from '../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../platform/rate-limit/require-turn.ts'
import { Refused } from '../../../platform/refused.ts'
import { unknownClient } from '../../../web/client-address.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import type { Federation } from '../federated/federation.ts'
import type { IdentityProvider } from '../federated/identity-provider.ts'
import { NotProven } from '../federated/proven-identity.ts'
import { proving } from '../federated/proving.ts'
import * as signIn from '../federated/sign-in-by-provider.ts'
import { isProviderNo, ProviderNoPage, providerNoes } from './provider-no.page.tsx'
import { browserSecret, ensureBrowserSecret } from './session-cookie.ts'
import { isSecure, safePath, signInWhen } from './sign-in.ts'

/** `/log-ind/oidc/…` and `/log-ind/saml/…`: to a provider, and back from it. */
export const providerRoutes = (
  platform: Platform,
  people: signIn.PeopleByMail,
  federation: Federation,
): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.onError(answerNo(federation))

  routes.get('/log-ind/oidc/:provider', async (c) => {
    const { provider, desk } = federation.getOidc(c.req.param('provider'))
    const { state, secret } = await begin(platform, c, provider)
    const address = await proving(platform, provider, () => desk.addressFor(signIn.oidcRequestOf(state, secret)))
    return c.redirect(address, 303)
  })

  routes.get('/log-ind/oidc/:provider/retur', async (c) => {
    const { provider, desk } = federation.getOidc(c.req.param('provider'))
    const { nextPath, ...recognised } = await proving(platform, provider, async () => {
      const secret = requireBrowser(platform, c)
      const state = c.req.query('state') ?? ''
      const wanted = await signIn.takeRequest(platform, provider, { state, browserSecret: secret })
      const returned = new URL(`${platform.config.baseUrl}${c.req.path}${new URL(c.req.url).search}`)
      const proven = await desk.prove(returned, signIn.oidcRequestOf(state, secret))
      return { ...(await signIn.recognisePerson(platform, people, provider, proven)), nextPath: wanted }
    })
    const { personId } = recognised
    if (personId === null) return signIn.turnAway(platform, provider, c.get('actor').requestId ?? null)
    await letIn(platform, c, provider, { ...recognised, personId })
    return c.redirect(nextPath, 303)
  })

  routes.get('/log-ind/saml/:provider', async (c) => {
    const { provider, desk } = federation.getSaml(c.req.param('provider'))
    const { state } = await begin(platform, c, provider)
    return c.redirect(await desk.addressFor(state), 303)
  })

  routes.get('/log-ind/saml/:provider/metadata', async (c) => {
    const { desk } = federation.getSaml(c.req.param('provider'))
    return c.body(await desk.metadata(), 200, { 'content-type': 'application/samlmetadata+xml' })
  })

  routes.get('/log-ind/saml/:provider/retur', async (c) => {
    const { provider } = federation.getSaml(c.req.param('provider'))
    const { nextPath, ...recognised } = await proving(platform, provider, async () => {
      const secret = requireBrowser(platform, c)
      return signIn.takeAnswer(platform, provider, { code: c.req.query('kode') ?? '', browserSecret: secret })
    })
    await letIn(platform, c, provider, recognised)
    return c.redirect(nextPath, 303)
  })
  return routes
}

const largestResponse = 256 * 1024

/**
 * Where a provider's page sends a browser back by a form. It stands before the wall against forms from elsewhere: what it holds is
 * proof in itself, and lets nobody in before the browser that began has come back with its cookie.
 */
export const providerFormRoutes = (
  platform: Platform,
  people: signIn.PeopleByMail,
  federation: Federation,
): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.onError(answerNo(federation))
  const smallEnough = bodyLimit({
    maxSize: largestResponse,
    onError: () => {
      throw new Refused('sign_in_not_proven')
    },
  })

  routes.post('/log-ind/saml/:provider', smallEnough, async (c) => {
    const { provider, desk } = federation.getSaml(c.req.param('provider'))
    await takeTurn(platform, c)
    const code = await proving(platform, provider, async () => {
      const proof = await desk.prove(await readResponse(c))
      const recognised = await signIn.recognisePerson(platform, people, provider, proof.identity)
      return signIn.keepAnswer(platform, recognised, proof)
    })
    if (code === null) return signIn.turnAway(platform, provider, c.get('actor').requestId ?? null)
    return c.redirect(`/log-ind/saml/${provider.id}/retur?kode=${code}`, 303)
  })
  return routes
}

const readResponse = async (c: WebContext): Promise<string> => {
  try {
    return formText(await c.req.formData(), 'SAMLResponse')
  } catch (error) {
    // A body that breaks off, is too large or is no form.
    throw new NotProven('response_malformed', { cause: error })
  }
}

/** Longer paths than this are not kept for after signing in. */
const longestNextPath = 500

const begin = async (platform: Platform, c: WebContext, provider: IdentityProvider) => {
  await takeTurn(platform, c)
  const secret = ensureBrowserSecret(c, isSecure(platform))
  const next = safePath(c.req.query('til'))
  const nextPath = next.length > longestNextPath ? safePath(undefined) : next
  return { secret, state: await signIn.beginRequest(platform, provider, { browserSecret: secret, nextPath }) }
}

const requireBrowser = (platform: Platform, c: WebContext): string => {
  const secret = browserSecret(c, isSecure(platform))
  if (secret === null) throw new NotProven('browser_unknown')
  return secret
}

/** Begins the session; the provider's subject is bound to the person in the same transaction. */
const letIn = (platform: Platform, c: WebContext, provider: IdentityProvider, recognised: signIn.Recognised) =>
  signInWhen(platform, c, async (tx) => {
    await signIn.bindIdentity(tx, recognised, platform.clock.now())
    return { personId: recognised.personId, method: provider.kind }
  })

/** Lets one client ask for only so much of what costs: a request at a provider, the reading of an answer. */
const takeTurn = async (platform: Platform, c: WebContext): Promise<void> => {
  const from = c.get('clientAddress')
  if (from !== unknownClient) await requireTurn(platform, limits.providerSignIn, from)
}

const answerNo =
  ({ providers }: Federation): ErrorHandler<WebEnv> =>
  (error, c) => {
    if (!(error instanceof Refused) || !isProviderNo(error.code)) throw error
    const label = providers.find(({ id }) => id === c.req.param('provider'))?.label ?? ''
    return c.html(<ProviderNoPage page={pageContext(c)} no={error.code} label={label} />, providerNoes[error.code])
  }
