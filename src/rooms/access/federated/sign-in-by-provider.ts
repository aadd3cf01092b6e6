import { createHmac } from 'node:crypto'
import { keepHouse, leaveTrace, readAs, type WriteTx, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { signInDesk } from '../actor.ts'
import { hashOf, newSecret } from '../secret.ts'
import type { OidcRequest } from './ask-oidc.ts'
import type { SamlProof } from './ask-saml.ts'
import { believedMail, isCpr } from './identity.rules.ts'
import * as identities from './identity.queries.ts'
import type { ProviderSubject } from './identity.queries.ts'
import type { IdentityProvider } from './identity-provider.ts'
import * as requests from './identity-request.queries.ts'
import { NotProven, type ProvenIdentity } from './proven-identity.ts'

/** What signing in by a provider needs of the rooms that know people; handed in by the application. */
export interface PeopleByMail {
  /** Everyone whose work mail this is. */
  findPeopleByMail(address: string): Promise<readonly { readonly personId: string }[]>
}

/** The person a provider has proved. */
export interface Recognised extends ProviderSubject {
  readonly personId: string
}

const longestRequest = Temporal.Duration.from({ minutes: 10 })
const longestAnswer = Temporal.Duration.from({ minutes: 1 })

/** Notes that a browser goes to a provider to sign in. Of the state only a hash is kept. Answers with the state. */
export const beginRequest = (
  platform: Platform,
  provider: IdentityProvider,
  asked: { browserSecret: string; nextPath: string },
): Promise<string> =>
  keepHouse(platform, signInDesk, async (tx) => {
    // A SAML request is known by its id, which must begin as a name does.
    const state = `_${newSecret()}`
    const begunAt = platform.clock.now()
    await requests.forgetWhatIsOver(tx, begunAt)
    await requests.insertRequest(tx, {
      provider: provider.id,
      stateHash: hashOf(state),
      browserHash: hashOf(asked.browserSecret),
      nextPath: asked.nextPath,
      begunAt,
      endsAt: begunAt.add(longestRequest),
    })
    return state
  })

/** The secrets of a request by OpenID Connect. They come from the browser's own secret, so that the database holds none of them. */
export const oidcRequestOf = (state: string, browserSecret: string): OidcRequest => {
  const derive = (what: string) => createHmac('sha256', browserSecret).update(`${what} ${state}`).digest('base64url')
  return { state, nonce: derive('nonce'), codeVerifier: derive('code verifier') }
}

/** Takes the request this browser came back with; it is used up, whatever comes of it. Answers where the browser wanted to go. Throws NotProven. */
export const takeRequest = async (
  platform: Platform,
  provider: IdentityProvider,
  asked: { state: string; browserSecret: string },
): Promise<string> => {
  const hashes = { stateHash: hashOf(asked.state), browserHash: hashOf(asked.browserSecret) }
  const nextPath = await keepHouse(platform, signInDesk, (tx) =>
    requests.takeRequest(tx, { provider: provider.id, ...hashes }, platform.clock.now()),
  )
  if (nextPath === undefined) throw new NotProven('request_unknown')
  return nextPath
}

/**
 * The person behind a proven identity: the one it is bound to, else the only one with the mail the provider is believed about; null
 * where nobody is. Throws NotProven where the provider calls people by something that must not be kept.
 */
export const recognisePerson = async (
  platform: Platform,
  people: PeopleByMail,
  provider: IdentityProvider,
  proven: ProvenIdentity,
): Promise<ProviderSubject & { personId: string | null }> => {
  if (isCpr(proven.subject)) throw new NotProven('subject_is_cpr')
  const subject = { provider: provider.id, subjectHash: hashOf(proven.subject) }
  const bound = await readAs(platform, signInDesk, (tx) => identities.findBoundPerson(tx, subject))
  if (bound !== null) return { ...subject, personId: bound }
  const mail = believedMail(proven.mail, provider.mailDomains)
  const found = mail === null ? [] : await people.findPeopleByMail(mail)
  return { ...subject, personId: found.length === 1 ? (found[0]?.personId ?? null) : null }
}

/** Notes in the audit trail, without a word of who it was, that a provider sent somebody nobody knows. Throws Refused('identity_unknown'). */
export const turnAway = async (
  platform: Platform,
  provider: IdentityProvider,
  requestId: string | null,
): Promise<never> => {
  await writeAs(platform, { ...signInDesk, requestId }, async (tx) => {
    const facts = { provider: provider.id, kind: provider.kind }
    leaveTrace(tx, { verb: 'identity.unknown', thing: 'identity_provider', facts })
  })
  throw new Refused('identity_unknown')
}

/**
 * Uses up the request and the assertion of a proof by SAML. The browser does not send its cookie with a form from elsewhere, so whom
 * it proved waits for a minute under a code, which only the browser that began can use. Answers with the code, null for a person nobody
 * knows. Throws NotProven.
 */
export const keepAnswer = (
  platform: Platform,
  recognised: ProviderSubject & { personId: string | null },
  proof: SamlProof,
): Promise<string | null> =>
  keepHouse(platform, signInDesk, async (tx) => {
    const { provider, subjectHash, personId } = recognised
    const now = platform.clock.now()
    const isNew = await requests.spendAssertion(tx, {
      provider,
      assertionHash: hashOf(proof.assertionId),
      endsAt: proof.endsAt,
    })
    if (!isNew) throw new NotProven('assertion_replayed')
    const asked = { provider, stateHash: hashOf(proof.requestId), now }
    const code = newSecret()
    const answer = { subjectHash, codeHash: hashOf(code), endsAt: now.add(longestAnswer) }
    const isOpen =
      personId === null
        ? await requests.closeRequest(tx, asked)
        : await requests.answerRequest(tx, asked, { ...answer, personId })
    if (!isOpen) throw new NotProven('request_unknown')
    return personId === null ? null : code
  })

/** Takes the answer this browser was sent on with. Throws NotProven. */
export const takeAnswer = async (
  platform: Platform,
  provider: IdentityProvider,
  asked: { code: string; browserSecret: string },
): Promise<Recognised & { nextPath: string }> => {
  const hashes = { codeHash: hashOf(asked.code), browserHash: hashOf(asked.browserSecret) }
  const answer = await keepHouse(platform, signInDesk, (tx) =>
    requests.takeAnswer(tx, { provider: provider.id, ...hashes }, platform.clock.now()),
  )
  if (answer === undefined) throw new NotProven('code_unknown')
  return answer
}

/** Notes that a bound subject came again, or binds it the first time it comes. Throws Refused('identity_changed'). */
export const bindIdentity = async (tx: WriteTx, recognised: Recognised, at: Temporal.Instant): Promise<void> => {
  const { personId, provider } = recognised
  if (await identities.noteIdentitySeen(tx, recognised, { personId, at })) return
  const ref = await identities.insertIdentity(tx, recognised, { personId, at })
  leaveTrace(tx, { verb: 'identity.bound', thing: 'federated_identity', ref, about: personId, facts: { provider } })
}
