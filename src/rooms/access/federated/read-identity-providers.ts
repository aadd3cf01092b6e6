import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { errorCode, Fault } from '../../../platform/fault.ts'
import { type IdentityProvider, assurances } from './identity-provider.ts'

const text = (what: string) =>
  z
    .string({ error: ({ input }) => (input === undefined ? 'is missing' : `must be ${what}`) })
    .min(1, { error: `must be ${what}` })

const isLoopback = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)

const address = text('an address that begins with https://').refine(
  (written) => {
    const url = URL.parse(written)
    return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url))
  },
  { error: 'must be an address that begins with https:// (http:// only on this machine)' },
)

const domain = z
  .string({ error: 'must hold domains such as "havneby.dk"' })
  .transform((written) => written.toLowerCase())
  .refine((written) => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(written), {
    error: 'must hold domains such as "havneby.dk", without an @',
  })

const names = {
  id: text('small letters, digits and hyphens').regex(/^[a-z][a-z0-9-]{0,30}$/, {
    error: 'must be at most 31 small letters, digits and hyphens, a letter first',
  }),
  label: text('the name people know the provider by').max(60, { error: 'must be at most 60 letters long' }),
  mailDomains: z
    .array(domain, { error: 'must be a list of mail domains' })
    .min(1, { error: 'must name at least one mail domain' }),
}

// A tenant of Microsoft's that is "any tenant" lets anyone be anybody.
const isAnyTenant = (issuer: string): boolean => /\/(?:common|organizations|consumers)(?:\/|$)/.test(issuer)

const oidc = z.strictObject({
  ...names,
  kind: z.literal('oidc'),
  issuer: address.refine((issuer) => !isAnyTenant(issuer), {
    error: 'must be the address of one tenant, not of all of them',
  }),
  clientId: text('the id the provider gave this installation'),
  clientSecret: text('a text').optional(),
  clientSecretFile: text('the path of a file').optional(),
  scopes: z.array(text('a scope'), { error: 'must be a list of scopes' }).default(['openid', 'email', 'profile']),
})

const saml = z.strictObject({
  ...names,
  kind: z.literal('saml'),
  issuer: text("the provider's entity id"),
  entryPoint: address,
  idpCertificate: text('a certificate as PEM, or the path of a file with one'),
  spPrivateKeyFile: text('the path of a file').optional(),
  spCertificateFile: text('the path of a file').optional(),
  cvrNumbers: z
    .array(z.string({ error: 'must hold CVR numbers of eight digits, as texts' }).regex(/^\d{8}$/), {
      error: 'must be a list of CVR numbers of eight digits, as texts',
    })
    .min(1, { error: 'must name at least one CVR number' })
    .optional(),
  leastAssurance: z.enum(assurances, { error: `must be one of ${assurances.join(', ')}` }).optional(),
})

const providersShape = z.array(z.discriminatedUnion('kind', [oidc, saml], { error: 'must be "oidc" or "saml"' }), {
  error: 'must be a list of providers',
})

type Written = z.infer<typeof providersShape>[number]

/** Reads the file of identity providers, with the secrets and keys it points at. Throws Fault naming what is wrong, and never a value. */
export const readIdentityProviders = (file: string): IdentityProvider[] => {
  const written = parseJson(file, readText(file, `BROBYG_IDENTITY_PROVIDERS: ${file}`))
  const read = providersShape.safeParse(written)
  if (!read.success) throw new Fault(sentenceOf(file, written, read.error.issues[0]))
  const ids = read.data.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Fault(`${file}: two providers have the id "${twice}".`)
  return read.data.map((provider) => complete(provider, new Folder(file, provider.id)))
}

const complete = (written: Written, folder: Folder): IdentityProvider => {
  const { id, label, mailDomains } = written
  if (written.kind === 'oidc') {
    const { kind, issuer, clientId, scopes } = written
    const clientSecret = secretOf(written, folder)
    return { id, label, mailDomains, kind, issuer, clientId, clientSecret, scopes: [...new Set(['openid', ...scopes])] }
  }
  const { kind, issuer, entryPoint, cvrNumbers = null, leastAssurance = null } = written
  const idpCertificates = certificatesIn(written.idpCertificate, folder)
  const ownKey = ownKeyOf(written, folder)
  return { id, label, mailDomains, kind, issuer, entryPoint, idpCertificates, ownKey, cvrNumbers, leastAssurance }
}

/** The folder paths in the file start from, and what to call the provider when one of them is wrong. */
class Folder {
  readonly #where: string
  readonly #folder: string

  constructor(file: string, id: string) {
    this.#where = `${file}: provider "${id}"`
    this.#folder = dirname(resolve(file))
  }

  fault(sentence: string): Fault {
    return new Fault(`${this.#where}: ${sentence}.`)
  }

  read(setting: string, path: string): string {
    return readText(resolve(this.#folder, path), `${this.#where}: ${setting}`)
  }
}

const secretOf = (written: z.infer<typeof oidc>, folder: Folder): string => {
  const { clientSecret, clientSecretFile } = written
  if (clientSecret !== undefined && clientSecretFile === undefined) return clientSecret
  if (clientSecret !== undefined || clientSecretFile === undefined)
    throw folder.fault('give either clientSecret or clientSecretFile')
  const secret = folder.read('clientSecretFile', clientSecretFile).trim()
  if (secret === '') throw folder.fault('clientSecretFile is empty')
  return secret
}

const certificatesIn = (written: string, folder: Folder): string[] => {
  const pem = written.includes('-----BEGIN') ? written : folder.read('idpCertificate', written)
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (found.length === 0) throw folder.fault('idpCertificate holds no certificate (-----BEGIN CERTIFICATE-----)')
  return found.map((one) => certificateOf('idpCertificate', one, folder).toString())
}

const leastKeyBits = 2048

const certificateOf = (setting: string, pem: string, folder: Folder): X509Certificate => {
  const certificate = parsed(() => new X509Certificate(pem))
  if (certificate === undefined) throw folder.fault(`${setting} holds something that is no certificate`)
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
  if (asymmetricKeyType !== 'rsa') throw folder.fault(`${setting} must be a certificate with an RSA key`)
  if ((asymmetricKeyDetails?.modulusLength ?? 0) < leastKeyBits)
    throw folder.fault(`${setting} has a key that is too short; it must have at least ${leastKeyBits} bits`)
  return certificate
}

const ownKeyOf = (written: z.infer<typeof saml>, folder: Folder) => {
  const { spPrivateKeyFile, spCertificateFile } = written
  if (spPrivateKeyFile === undefined && spCertificateFile === undefined) return null
  if (spPrivateKeyFile === undefined || spCertificateFile === undefined)
    throw folder.fault('give both spPrivateKeyFile and spCertificateFile, or neither')
  const keyText = folder.read('spPrivateKeyFile', spPrivateKeyFile)
  const key = parsed(() => createPrivateKey(keyText))
  if (key === undefined) throw folder.fault('spPrivateKeyFile holds no private key without a passphrase')
  const certificate = certificateOf('spCertificateFile', folder.read('spCertificateFile', spCertificateFile), folder)
  if (!certificate.checkPrivateKey(key))
    throw folder.fault('spPrivateKeyFile and spCertificateFile do not belong together')
  const privateKey = key.export({ type: 'pkcs8', format: 'pem' })
  return { privateKey, certificate: certificate.toString() }
}

const parsed = <T>(parse: () => T): T | undefined => {
  try {
    return parse()
  } catch {
    return undefined
  }
}

const readText = (path: string, where: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Fault(`${where} cannot be read (${errorCode(error)}).`, { cause: error })
  }
}

const parseJson = (file: string, json: string): unknown => {
  const value = parsed((): unknown => JSON.parse(json))
  if (value === undefined) throw new Fault(`BROBYG_IDENTITY_PROVIDERS: ${file} is not JSON.`)
  return value
}

const sentenceOf = (file: string, written: unknown, issue: z.core.$ZodIssue | undefined): string => {
  if (issue === undefined || issue.path.length === 0)
    return `BROBYG_IDENTITY_PROVIDERS: ${file} must be a list of providers.`
  const [index, ...setting] = issue.path
  const one: unknown = Array.isArray(written) ? written[Number(index)] : undefined
  const id = z.object({ id: names.id }).safeParse(one).data?.id
  const where = `${file}: provider ${id === undefined ? `number ${Number(index) + 1}` : `"${id}"`}`
  if (issue.code === 'unrecognized_keys') return `${where}: there is no setting called ${issue.keys.join(' or ')}.`
  return `${where}: ${setting[0] === undefined ? 'it' : String(setting[0])} ${issue.message}.`
}
