import { leaveTrace, readAs, writeAs } from '../../platform/database/index.ts'
import type { Language } from '../../platform/language.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import type { Actor } from './actor.ts'
import type { Registration } from './passkey-answer.forms.ts'
import { type Asker, makeChallenge, relyingParty, takeSignedChallenge } from './passkey-challenge.ts'
import { passkeyPolicy } from './passkey.policy.ts'
import * as passkeys from './passkey.queries.ts'
import { longestPasskeyName } from './passkey.rules.ts'
import { type Permission, requirePermission } from './permission.ts'
import { tellOfPasskey } from './tell-of-passkey.ts'

// EdDSA, ES256 and RS256, the first preferred: what every authenticator in use can do one of.
const algorithms = [-8, -7, -257]

/** What the browser needs to have a passkey made: one that can be found without a name, and that the person has not got already. */
export const beginRegistration = async (platform: Platform, actor: Actor, browserSecret: string) => {
  const personId = ownPerson(actor, passkeyPolicy.registerPasskey)
  const own = await readAs(platform, actor, (tx) => passkeys.listPasskeys(tx, personId))
  const challenge = await makeChallenge(platform, { browserSecret, personId })
  const { generateRegistrationOptions } = await ceremonies()
  const { id, name } = relyingParty(platform)
  return generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: new Uint8Array(Buffer.from(personId)),
    userName: actor.name ?? '',
    userDisplayName: actor.name ?? '',
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    excludeCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    supportedAlgorithmIDs: algorithms,
  })
}

interface NewPasskey {
  readonly browserSecret: string
  readonly name: string
  readonly answer: Registration
  /** Where the person has their mail; null = nowhere, and nothing is told. */
  readonly address: string | null
  readonly language: Language
}

/**
 * Registers the passkey an authenticator made, and tells its person by mail. Throws Refused('passkey_challenge_over'),
 * Refused('passkey_refused') or Refused('passkey_known').
 */
export const registerPasskey = async (platform: Platform, actor: Actor, made: NewPasskey): Promise<void> => {
  const personId = ownPerson(actor, passkeyPolicy.registerPasskey)
  const { credential } = await verified(platform, { browserSecret: made.browserSecret, personId }, made.answer)
  await writeAs(platform, actor, async (tx) => {
    const ref = await passkeys.insertPasskey(tx, {
      personId,
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: made.answer.response.transports,
      name: made.name.slice(0, longestPasskeyName),
      registeredAt: platform.clock.now(),
    })
    leaveTrace(tx, { verb: 'passkey.registered', thing: 'passkey', ref, about: personId })
    const { address, language } = made
    if (address === null) return
    const settingsUrl = `${platform.config.baseUrl}/indstillinger`
    const personName = actor.name ?? ''
    await tellOfPasskey(tx, platform.clock, { passkeyId: ref, personId, personName, address, language, settingsUrl })
  })
}

/** Removes one of the actor's own passkeys. Throws Refused('passkey_not_found'), also for another's. */
export const removePasskey = (platform: Platform, actor: Actor, passkeyId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const personId = ownPerson(actor, passkeyPolicy.removePasskey)
    await passkeys.deletePasskey(tx, personId, passkeyId)
    leaveTrace(tx, { verb: 'passkey.removed', thing: 'passkey', ref: passkeyId, about: personId })
  })

const verified = async (platform: Platform, asker: Asker, answer: Registration) => {
  const expectedChallenge = await takeSignedChallenge(platform, asker, answer.response.clientDataJSON)
  const { verifyRegistrationResponse } = await ceremonies()
  const { id, origin } = relyingParty(platform)
  const told = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: false,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => {
    throw new Refused('passkey_refused')
  })
  if (!told.verified) throw new Refused('passkey_refused')
  return told.registrationInfo
}

const ownPerson = (actor: Actor, permission: Permission): string => {
  if (actor.personId === null) throw new Refused('sign_in_first')
  requirePermission(actor, permission, new Set(['self']))
  return actor.personId
}

// Loaded here, because most requests need none of it.
const ceremonies = () => import('@simplewebauthn/server')
