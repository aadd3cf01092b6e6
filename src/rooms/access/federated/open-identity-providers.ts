import { createHash } from 'node:crypto'
import type { IdentityProvider } from './identity-provider.ts'

/** The identity providers of the installation. What reads their file is loaded only where there is one. */
export const openIdentityProviders = async (file: string | null): Promise<readonly IdentityProvider[]> =>
  file === null ? [] : (await import('./read-identity-providers.ts')).readIdentityProviders(file)

/** A provider as it may be shown: secrets hidden, certificates by their prints. */
export const shownProvider = (provider: IdentityProvider) =>
  provider.kind === 'oidc'
    ? { ...provider, clientSecret: '***' }
    : {
        ...provider,
        idpCertificates: provider.idpCertificates.map(printOf),
        ownKey: provider.ownKey && { privateKey: '***', certificate: printOf(provider.ownKey.certificate) },
      }

/** As `openssl x509 -fingerprint -sha256` tells it, in small letters. */
const printOf = (pem: string): string => {
  const der = Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64')
  return `sha256:${createHash('sha256').update(der).digest('hex')}`
}
