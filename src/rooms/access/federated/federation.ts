import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type OidcDesk, openOidcDesk } from './ask-oidc.ts'
import { openSamlDesk, type SamlDesk } from './ask-saml.ts'
import type { IdentityProvider, OidcProvider, SamlProvider } from './identity-provider.ts'
import { openIdentityProviders } from './open-identity-providers.ts'

/** The identity providers of an installation, ready to be asked. */
export interface Federation {
  readonly providers: readonly IdentityProvider[]
  /** Throws Refused('provider_not_found'). */
  getOidc(id: string): { readonly provider: OidcProvider; readonly desk: OidcDesk }
  /** Throws Refused('provider_not_found'). */
  getSaml(id: string): { readonly provider: SamlProvider; readonly desk: SamlDesk }
}

/** Opens the providers the settings name. Nobody is called until somebody signs in. Throws Fault where their file is wrong. */
export const openFederation = async (platform: Pick<Platform, 'config' | 'clock'>): Promise<Federation> => {
  const { baseUrl, identityProvidersFile } = platform.config
  const providers = await openIdentityProviders(identityProvidersFile)
  const oidc = new Map<string, { provider: OidcProvider; desk: OidcDesk }>()
  const saml = new Map<string, { provider: SamlProvider; desk: SamlDesk }>()
  for (const provider of providers) {
    const address = `${baseUrl}/log-ind/${provider.kind}/${provider.id}`
    if (provider.kind === 'oidc') oidc.set(provider.id, { provider, desk: openOidcDesk(provider, `${address}/retur`) })
    else {
      const addresses = { answers: address, entityId: `${address}/metadata` }
      saml.set(provider.id, { provider, desk: openSamlDesk(provider, addresses, platform.clock) })
    }
  }
  return { providers, getOidc: (id) => known(oidc.get(id)), getSaml: (id) => known(saml.get(id)) }
}

const known = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Refused('provider_not_found')
  return found
}
