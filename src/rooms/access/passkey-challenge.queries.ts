import type { WriteTx } from '../../platform/database/index.ts'
import { newId } from '../../platform/id.ts'

/** What an authenticator is asked to sign, once, for one browser. */
export interface PasskeyChallenge {
  readonly challengeHash: Buffer
  readonly browserHash: Buffer
  /** Who registers a passkey; null = somebody signs in. */
  readonly personId: string | null
}

export const insertChallenge = (tx: WriteTx, challenge: PasskeyChallenge, endsAt: Temporal.Instant) =>
  tx
    .insertInto('passkey_challenge')
    .values({
      passkey_challenge_id: newId<'passkey_challenge'>(),
      challenge_hash: challenge.challengeHash,
      browser_hash: challenge.browserHash,
      person_id: challenge.personId,
      ends_at: endsAt,
    })
    .execute()

/** Takes a challenge away. Answers whether it was there, for this browser and purpose, and could still be answered. */
export const takeChallenge = async (
  tx: WriteTx,
  challenge: PasskeyChallenge,
  now: Temporal.Instant,
): Promise<boolean> => {
  const taken = await tx
    .deleteFrom('passkey_challenge')
    .where('challenge_hash', '=', challenge.challengeHash)
    .returning(['browser_hash', 'person_id', 'ends_at'])
    .executeTakeFirst()
  return (
    taken !== undefined &&
    taken.browser_hash.equals(challenge.browserHash) &&
    taken.person_id === challenge.personId &&
    Temporal.Instant.compare(now, taken.ends_at) < 0
  )
}

/** Clears away challenges nobody answered before the moment. */
export const deleteChallengesBefore = (tx: WriteTx, moment: Temporal.Instant) =>
  tx.deleteFrom('passkey_challenge').where('ends_at', '<', moment).execute()
