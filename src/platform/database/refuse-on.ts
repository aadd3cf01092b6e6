import type { Refused } from '../refused.ts'

/**
 * Turns a constraint that said no into a refusal: `catch (error) { throw refuseOn(error, { venue_booked_once_at_a_time: () =>
 * new Refused('venue_taken') }) }`. Any other error comes back as it is.
 */
export const refuseOn = (error: unknown, refusals: Readonly<Record<string, () => Refused>>): unknown => {
  if (!(error instanceof Error) || !('constraint' in error) || typeof error.constraint !== 'string') return error
  const refusal = Object.hasOwn(refusals, error.constraint) ? refusals[error.constraint] : undefined
  return refusal === undefined ? error : refusal()
}
