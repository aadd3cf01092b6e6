import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { NotProven } from './proven-identity.ts'

/**
 * Does what may end without proof. What was wrong stands in the log as a code; the person is told no more than that it was. Throws
 * Refused('sign_in_not_proven') or Refused('identity_provider_away').
 */
export const proving = async <T>(
  platform: Platform,
  provider: IdentityProvider,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof NotProven)) throw error
    platform.log.warn('sign_in_not_proven', { provider: provider.id, fault: error.fault })
    throw new Refused(error.fault === 'provider_away' ? 'identity_provider_away' : 'sign_in_not_proven')
  }
}
