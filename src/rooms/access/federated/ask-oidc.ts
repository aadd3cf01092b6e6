import type * as openid from 'openid-client'
import type { OidcProvider } from './identity-provider.ts'
import { NotProven, type ProvenIdentity } from './proven-identity.ts'

/** What a sign-in under way is known by: to the provider, in its token, and when its code is exchanged. */
export interface OidcRequest {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** A provider that speaks OpenID Connect, as it is asked. */
export interface OidcDesk {
  /** Where the browser goes to sign in. Throws NotProven('provider_away'). */
  addressFor(request: OidcRequest): Promise<string>
  /** Who came back at this address, of a request whose state is known. Throws NotProven. */
  prove(returned: URL, request: OidcRequest): Promise<ProvenIdentity>
}

const answerWithinSeconds = 8
const keptFor = Temporal.Duration.from({ hours: 1 })

/** Opens a provider. It is asked how it works when the first person comes, and again every hour. */
export const openOidcDesk = (provider: OidcProvider, returnAddress: string): OidcDesk => {
  let known: { found: Found; until: Temporal.Instant } | undefined
  const find = async (): Promise<Found> => {
    const now = Temporal.Now.instant()
    if (known !== undefined && Temporal.Instant.compare(now, known.until) < 0) return known.found
    const found = await discover(provider)
    known = { found, until: now.add(keptFor) }
    return found
  }
  return {
    addressFor: async ({ state, nonce, codeVerifier }) => {
      const { client, configuration } = await find()
      return client.buildAuthorizationUrl(configuration, {
        redirect_uri: returnAddress,
        scope: provider.scopes.join(' '),
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      }).href
    },
    prove: async (returned, request) => {
      const found = await find()
      return identityOf(found, await exchange(found, returned, request))
    },
  }
}

interface Found {
  readonly client: typeof openid
  readonly configuration: openid.Configuration
}

const discover = async (provider: OidcProvider): Promise<Found> => {
  const client = await import('openid-client')
  const issuer = new URL(provider.issuer)
  try {
    const configuration = await client.discovery(
      issuer,
      provider.clientId,
      {},
      authentication(client, provider.clientSecret),
      { timeout: answerWithinSeconds, execute: checksOf(client, issuer) },
    )
    return { client, configuration }
  } catch (error) {
    throw new NotProven('provider_away', { cause: error })
  }
}

const checksOf = (client: typeof openid, issuer: URL) => {
  // Without it a token fetched over TLS would be taken at its word; with it, its signature is checked too.
  const checks = [client.enableNonRepudiationChecks]
  // oxlint-disable-next-line typescript/no-deprecated -- the file of providers allows http:// only on this machine
  return issuer.protocol === 'http:' ? [...checks, client.allowInsecureRequests] : checks
}

const authentication =
  (client: typeof openid, secret: string): openid.ClientAuth =>
  (server, ...rest) => {
    const offered = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const way = offered.includes('client_secret_basic') ? client.ClientSecretBasic : client.ClientSecretPost
    way(secret)(server, ...rest)
  }

const exchange = async ({ client, configuration }: Found, returned: URL, request: OidcRequest) => {
  try {
    return await client.authorizationCodeGrant(configuration, returned, {
      expectedState: request.state,
      expectedNonce: request.nonce,
      pkceCodeVerifier: request.codeVerifier,
      idTokenExpected: true,
    })
  } catch (error) {
    if (error instanceof client.AuthorizationResponseError) throw new NotProven('turned_back', { cause: error })
    throw new NotProven(isAway(error) ? 'provider_away' : 'token_invalid', { cause: error })
  }
}

// What fetch throws when nobody answers, and what it throws when the answer takes too long.
const isAway = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'TimeoutError' || (error instanceof TypeError && error.message === 'fetch failed'))

type Tokens = Awaited<ReturnType<typeof exchange>>

const identityOf = async (found: Found, tokens: Tokens): Promise<ProvenIdentity> => {
  const claims = tokens.claims()
  if (claims === undefined) throw new NotProven('token_invalid')
  const mail = mailIn(claims)
  if (mail !== undefined) return { subject: claims.sub, mail }
  return { subject: claims.sub, mail: mailIn(await askMore(found, tokens, claims.sub)) ?? null }
}

/** The verified mail among what a provider says of a person; null where it says it is not verified, undefined where it names none. */
const mailIn = (told: { readonly [claim: string]: unknown }): string | null | undefined => {
  const { email, email_verified: isVerified } = told
  if (typeof email !== 'string') return undefined
  return isVerified === undefined || isVerified === true || isVerified === 'true' ? email : null
}

const askMore = async ({ client, configuration }: Found, tokens: Tokens, subject: string) => {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return {}
  try {
    return await client.fetchUserInfo(configuration, tokens.access_token, subject)
  } catch (error) {
    throw new NotProven(isAway(error) ? 'provider_away' : 'token_invalid', { cause: error })
  }
}
