import { keepHouse, leaveTrace, readAs, type WriteTx } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { signInDesk } from './actor.ts'
import type { Passkey } from './passkey.ts'
import type { Assertion } from './passkey-answer.forms.ts'
import { makeChallenge, relyingParty, takeSignedChallenge } from './passkey-challenge.ts'
import * as passkeys from './passkey.queries.ts'
import { isCloned } from './passkey.rules.ts'

/** What the browser needs to have any passkey of ours sign: the authenticator knows which it has, so nobody types a name. */
export const beginAssertion = async (platform: Platform, browserSecret: string) => {
  const challenge = await makeChallenge(platform, { browserSecret, personId: null })
  const { generateAuthenticationOptions } = await ceremonies()
  return generateAuthenticationOptions({
    rpID: relyingParty(platform).id,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    userVerification: 'preferred',
  })
}

/** A passkey that was just shown to be in its person's hand, and the count its authenticator tells. */
export interface ShownPasskey {
  readonly passkey: Passkey
  readonly counter: number
}

/**
 * Checks what an authenticator signed. Throws Refused('passkey_challenge_over'), Refused('passkey_refused') where the passkey is not
 * known or the signature is not its own, or Refused('passkey_cloned') where its count shows that there are two of it.
 */
export const showPasskey = async (
  platform: Platform,
  browserSecret: string,
  answer: Assertion,
): Promise<ShownPasskey> => {
  const asker = { browserSecret, personId: null }
  const challenge = await takeSignedChallenge(platform, asker, answer.response.clientDataJSON)
  const passkey = await readAs(platform, signInDesk, (tx) => passkeys.findPasskey(tx, answer.id))
  if (passkey === undefined || !isTheirs(passkey, answer)) throw new Refused('passkey_refused')
  const counter = await countSigned(platform, { passkey, challenge, answer })
  if (isCloned(passkey, counter)) {
    await tellOfClone(platform, passkey)
    throw new Refused('passkey_cloned')
  }
  return { passkey, counter }
}

/** Writes the use of a passkey, in the transaction that begins the session. Answers whose it is. */
export const usePasskey = async (tx: WriteTx, { passkey, counter }: ShownPasskey, at: Temporal.Instant) => {
  if (!(await passkeys.markPasskeyUsed(tx, passkey, { counter, at }))) throw new Refused('passkey_cloned')
  return passkey.personId
}

/** The count an authenticator tells, once its signature is found to be good. */
const countSigned = async (
  platform: Platform,
  signed: { passkey: Passkey; challenge: string; answer: Assertion },
): Promise<number> => {
  const { id, origin } = relyingParty(platform)
  const { verifyAuthenticationResponse } = await ceremonies()
  const { credentialId, publicKey } = signed.passkey
  const told = await verifyAuthenticationResponse({
    response: signed.answer,
    expectedChallenge: signed.challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    // Its own check of the count comes before the signature's; ours comes after, and so knows that it was the passkey that told it.
    credential: { id: credentialId, publicKey, counter: 0 },
    requireUserVerification: false,
  }).catch(() => {
    throw new Refused('passkey_refused')
  })
  if (!told.verified) throw new Refused('passkey_refused')
  return told.authenticationInfo.newCounter
}

const isTheirs = ({ personId }: Passkey, { response }: Assertion): boolean =>
  !('userHandle' in response) || Buffer.from(response.userHandle, 'base64url').toString() === personId

const tellOfClone = (platform: Platform, { passkeyId, personId }: Passkey) =>
  keepHouse(platform, signInDesk, async (tx) => {
    leaveTrace(tx, { verb: 'passkey.cloned', thing: 'passkey', ref: passkeyId, about: personId })
  })

// Loaded here, because most requests need none of it.
const ceremonies = () => import('@simplewebauthn/server')
