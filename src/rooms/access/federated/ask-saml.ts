import type { Profile, SAML, SamlConfig } from '@node-saml/node-saml'
import type { Clock } from '../../../platform/clock.ts'
import { errorMessage } from '../../../platform/fault.ts'
import { isAssured } from './identity.rules.ts'
import type { SamlProvider } from './identity-provider.ts'
import { NotProven, type ProofFault, type ProvenIdentity } from './proven-identity.ts'
import { confirmationNow } from './saml-assertion.rules.ts'
import { readAttributes } from './saml-attributes.rules.ts'

/** A proof by SAML: who came, in answer to which request, by which assertion, and until when that could be replayed. */
export interface SamlProof {
  readonly identity: ProvenIdentity
  readonly requestId: string
  readonly assertionId: string
  readonly endsAt: Temporal.Instant
}

/** A provider that speaks SAML, as it is asked. */
export interface SamlDesk {
  /** What the provider must know of us, as XML. */
  metadata(): Promise<string>
  /** Where the browser goes to sign in, with a request under this id. */
  addressFor(requestId: string): Promise<string>
  /** Who a response says has come. Whether the request is ours and the assertion new is for the caller to see. Throws NotProven. */
  prove(samlResponse: string): Promise<SamlProof>
}

/** Our addresses towards a provider: the one it answers to, and the one that is our name. */
export interface SamlAddresses {
  readonly answers: string
  readonly entityId: string
}

export const openSamlDesk = (provider: SamlProvider, addresses: SamlAddresses, clock: Clock): SamlDesk => ({
  metadata: async () => {
    const saml = await openSaml(provider, addresses)
    const certificate = provider.ownKey?.certificate ?? null
    // An encryption whose text can be changed unseen is not read, and so not offered.
    return saml
      .generateServiceProviderMetadata(certificate, certificate)
      .replace(/\s*<EncryptionMethod [^>]*cbc"\/>/g, '')
  },
  addressFor: async (requestId) =>
    (await openSaml(provider, addresses, requestId)).getAuthorizeUrlAsync('', undefined, {}),
  prove: async (samlResponse) => {
    const { readAssertion, requirePlainResponse } = await import('./saml-response.ts')
    const xml = Buffer.from(samlResponse, 'base64').toString('utf8')
    await requirePlainResponse(xml, provider.ownKey?.privateKey ?? null)
    const profile = await verify(await openSaml(provider, addresses), samlResponse)
    const assertion = readAssertion(profile.getAssertion?.())
    const expected = { issuer: provider.issuer, recipient: addresses.answers, now: clock.now() }
    const confirmation = confirmationNow(assertion, expected)
    if (typeof confirmation === 'string') throw new NotProven(confirmation)
    const { inResponseTo: requestId, endsAt } = confirmation
    return {
      identity: identityOf(provider, assertion.subject.name, profile),
      requestId,
      assertionId: assertion.id,
      endsAt,
    }
  },
})

const openSaml = async (provider: SamlProvider, addresses: SamlAddresses, requestId?: string): Promise<SAML> => {
  const { SAML: Saml } = await import('@node-saml/node-saml')
  const { ownKey, leastAssurance } = provider
  const config: SamlConfig = {
    idpCert: [...provider.idpCertificates],
    entryPoint: provider.entryPoint,
    issuer: addresses.entityId,
    audience: addresses.entityId,
    callbackUrl: addresses.answers,
    identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    // The library asks the machine for the time; saml-assertion.rules.ts asks the clock it is handed.
    acceptedClockSkewMs: -1,
    disableRequestedAuthnContext: leastAssurance === null,
    authnContext: leastAssurance === null ? [] : [`https://data.gov.dk/concept/core/nsis/loa/${leastAssurance}`],
    racComparison: 'minimum',
    ...(requestId === undefined ? {} : { generateUniqueId: () => requestId }),
    ...(ownKey === null
      ? {}
      : { privateKey: ownKey.privateKey, decryptionPvk: ownKey.privateKey, publicCert: ownKey.certificate }),
  }
  return new Saml(config)
}

const verify = async (saml: SAML, samlResponse: string): Promise<Profile> => {
  try {
    const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: samlResponse })
    if (profile !== null) return profile
  } catch (error) {
    throw new NotProven(faultOf(errorMessage(error)), { cause: error })
  }
  throw new NotProven('turned_back')
}

/** The library tells what was wrong in sentences that quote the response, so only their kind is kept. */
const faultOf = (sentence: string): ProofFault => {
  if (/signature|ref URI/i.test(sentence)) return 'signature_invalid'
  if (/audience/i.test(sentence)) return 'audience_wrong'
  return sentence.startsWith('SAML provider returned') ? 'turned_back' : 'response_malformed'
}

const identityOf = (provider: SamlProvider, subject: string, profile: Profile): ProvenIdentity => {
  const sent = profile['attributes']
  const told = readAttributes(typeof sent === 'object' && sent !== null ? { ...sent } : {})
  if (provider.cvrNumbers !== null && !provider.cvrNumbers.includes(told.cvr ?? ''))
    throw new NotProven('organisation_foreign')
  if (provider.leastAssurance !== null && !isAssured(told.assurance, provider.leastAssurance))
    throw new NotProven('assurance_too_low')
  return { subject, mail: told.mail }
}
