import { keepHouse } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { signInDesk } from './actor.ts'
import * as challenges from './passkey-challenge.queries.ts'
import { challengeLives } from './passkey.rules.ts'
import { hashOf, newSecret } from './secret.ts'

/** The browser that answers, and the person it registers a passkey for; null = somebody signs in. */
export interface Asker {
  readonly browserSecret: string
  readonly personId: string | null
}

/** Whom passkeys are made for and where: our own host and the address of the pages, as browsers tell it. */
export const relyingParty = ({ config }: Pick<Platform, 'config'>) => {
  const { hostname, origin } = new URL(config.baseUrl)
  return { id: hostname, origin, name: 'Brobyg' }
}

/** Makes a challenge, of which only a hash is kept. */
export const makeChallenge = async (platform: Platform, asker: Asker): Promise<string> => {
  const challenge = newSecret()
  const endsAt = platform.clock.now().add(challengeLives)
  await keepHouse(platform, signInDesk, (tx) => challenges.insertChallenge(tx, hashesOf(asker, challenge), endsAt))
  return challenge
}

/**
 * Takes the challenge that an authenticator signed, in a transaction of its own: it is used up whatever comes of the answer. Answers with
 * it. Throws Refused('passkey_challenge_over') where it was answered before, is too old, or was another browser's.
 */
export const takeSignedChallenge = async (platform: Platform, asker: Asker, clientData: string): Promise<string> => {
  const challenge = challengeIn(clientData)
  const now = platform.clock.now()
  const isGood = await keepHouse(platform, signInDesk, (tx) =>
    challenges.takeChallenge(tx, hashesOf(asker, challenge), now),
  )
  if (!isGood) throw new Refused('passkey_challenge_over')
  return challenge
}

const hashesOf = ({ browserSecret, personId }: Asker, challenge: string) => ({
  challengeHash: hashOf(challenge),
  browserHash: hashOf(browserSecret),
  personId,
})

const challengeIn = (clientData: string): string => {
  try {
    const told: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'))
    if (typeof told === 'object' && told !== null && 'challenge' in told) return String(told.challenge)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new Refused('passkey_refused')
}
