/** What every identity provider of an installation has. */
interface ProviderNames {
  /** In addresses and in the database: small letters, digits and hyphens. */
  readonly id: string
  /** As people know it: "Sundstrand Kommune". */
  readonly label: string
  /** The domains whose mail addresses this provider is believed about, in small letters. */
  readonly mailDomains: readonly string[]
}

/** A provider that speaks OpenID Connect. */
export interface OidcProvider extends ProviderNames {
  readonly kind: 'oidc'
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scopes: readonly string[]
}

/** How sure a provider is of a person, by the national standard (NSIS), the least first. */
export const assurances = ['Low', 'Substantial', 'High'] as const
export type Assurance = (typeof assurances)[number]

/** A provider that speaks SAML 2.0, as OIOSAML 2.0.9 or 3.0 has it. */
export interface SamlProvider extends ProviderNames {
  readonly kind: 'saml'
  /** The provider's own entity id. */
  readonly issuer: string
  /** Where people are sent to sign in. */
  readonly entryPoint: string
  /** The certificates it may sign with, as PEM: two while it changes from one to the next. */
  readonly idpCertificates: readonly string[]
  /** Our own key, for signing what we ask and reading what is encrypted to us; null = neither. */
  readonly ownKey: { readonly privateKey: string; readonly certificate: string } | null
  /** The organisations people may come from, by CVR number; null = the provider serves only its own. */
  readonly cvrNumbers: readonly string[] | null
  /** The least assurance a person may come with; null = it is not asked for. */
  readonly leastAssurance: Assurance | null
}

/** An organisation's own provider of sign-in. */
export type IdentityProvider = OidcProvider | SamlProvider
