import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** Who signs in at the provider the next time. */
export interface TestAccount {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
}

/** A real OpenID Connect provider in the test process. */
export interface TestOidcProvider {
  readonly issuer: string
  account: TestAccount
  /** Whether the token says what userinfo would. */
  tellsInToken: boolean
  /** What becomes of an id_token on its way. */
  change: (token: string) => string
  /** Goes where Brobyg sends a browser, signs in there, and answers with the path the provider sends it back to. */
  passThrough(address: string): Promise<string>
  close(): Promise<void>
}

export const testClient = { clientId: 'brobyg', clientSecret: 'kun-til-test-af-login-hos-udbyder' }

/** Starts a provider that knows one client, whose pages let the account in without a question. */
export const startOidcProvider = async (returnAddress: string): Promise<TestOidcProvider> => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server that listens on a port has one
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const running: TestOidcProvider = {
    issuer,
    account: { sub: 'nobody' },
    tellsInToken: true,
    change: (token) => token,
    passThrough: (address) => passThrough(address, returnAddress),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  server.on('request', providerFor(running, returnAddress).callback())
  return running
}

const providerFor = (running: TestOidcProvider, returnAddress: string): Provider => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider: Provider = new Provider(running.issuer, {
    clients: [
      {
        client_id: testClient.clientId,
        client_secret: testClient.clientSecret,
        redirect_uris: [returnAddress],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'first' }] },
    cookies: { keys: ['kun til test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/interaction' },
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: (use: string) => (use === 'id_token' && !running.tellsInToken ? { sub: id } : running.account),
    }),
    loadExistingGrant: async ({ oidc }: Parameters<Parameters<Provider['use']>[0]>[0]) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  provider.use(async (context, next) => {
    if (context.path === '/interaction') {
      context.respond = false
      await provider.interactionFinished(context.req, context.res, { login: { accountId: running.account.sub } })
      return
    }
    await next()
    const { body } = context
    if (context.path === '/token' && typeof body === 'object' && body !== null && 'id_token' in body)
      context.body = { ...body, id_token: running.change(String(body.id_token)) }
  })
  return provider
}

const passThrough = async (address: string, returnAddress: string): Promise<string> => {
  const cookies = new Map<string, string>()
  let next = address
  for (let steps = 0; steps < 8; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`The provider stopped with ${answer.status}: ${await answer.text()}`)
    next = new URL(location, next).href
    if (next.startsWith(returnAddress)) return next.slice(new URL(next).origin.length)
  }
  throw new Error('The provider sends the browser round in circles')
}
