import type { Passkey } from './passkey.ts'

/** How long a challenge may be answered. */
export const challengeLives = Temporal.Duration.from({ minutes: 5 })

/** The longest name of a passkey. */
export const longestPasskeyName = 60

/**
 * Whether an authenticator's count shows that there are two of it. One that counts counts up at every use, so a count that has been seen
 * before comes from a copy. One that never counts says 0 throughout.
 */
export const isCloned = ({ counter }: Pick<Passkey, 'counter'>, told: number): boolean =>
  (told > 0 || counter > 0) && told <= counter
