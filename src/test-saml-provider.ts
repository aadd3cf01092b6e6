import { constants, createCipheriv, createHash, createPublicKey, publicEncrypt, randomBytes, sign } from 'node:crypto'
import { makeCertificate, type TestCertificate } from './platform/test-certificate.ts'

const [saml, samlp] = ['urn:oasis:names:tc:SAML:2.0:assertion', 'urn:oasis:names:tc:SAML:2.0:protocol']
const [dsig, xenc] = ['http://www.w3.org/2000/09/xmldsig#', 'http://www.w3.org/2001/04/xmlenc#']

/** What an assertion says. */
export interface AssertionFields {
  readonly id: string
  readonly issuer: string
  readonly nameId: string
  readonly format: string
  readonly recipient: string
  readonly audience: string
  readonly inResponseTo: string
  readonly notBefore: string
  readonly notOnOrAfter: string
  readonly attributes: Readonly<Record<string, string>>
}

/** The key of a provider under test: it signs what the tests write, good or bad. */
export const makeSamlProvider = (): TestCertificate => makeCertificate()

/** An assertion in canonical form, so that what is signed is the text itself. */
export const assertionOf = (fields: AssertionFields): string => {
  const attributes = Object.entries(fields.attributes).map(
    ([name, value]) =>
      `<saml:Attribute Name="${name}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`,
  )
  return [
    `<saml:Assertion xmlns:saml="${saml}" ID="${fields.id}" IssueInstant="${fields.notBefore}" Version="2.0">`,
    `<saml:Issuer>${fields.issuer}</saml:Issuer>`,
    `<saml:Subject><saml:NameID Format="${fields.format}">${fields.nameId}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData`,
    ` InResponseTo="${fields.inResponseTo}" NotOnOrAfter="${fields.notOnOrAfter}" Recipient="${fields.recipient}">`,
    `</saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject>`,
    `<saml:Conditions NotBefore="${fields.notBefore}" NotOnOrAfter="${fields.notOnOrAfter}"><saml:AudienceRestriction>`,
    `<saml:Audience>${fields.audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    `<saml:AuthnStatement AuthnInstant="${fields.notBefore}"><saml:AuthnContext><saml:AuthnContextClassRef>`,
    `urn:oasis:names:tc:SAML:2.0:ac:classes:X509</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`,
    `<saml:AttributeStatement>${attributes.join('')}</saml:AttributeStatement></saml:Assertion>`,
  ].join('')
}

const methods = {
  sha256: { digest: `${xenc}sha256`, signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256' },
  sha1: { digest: `${dsig}sha1`, signature: `${dsig}rsa-sha1` },
} as const

/** The signature over an element in canonical form, by its id. */
export const signatureOf = (element: string, key: TestCertificate, hash: 'sha256' | 'sha1' = 'sha256'): string => {
  const id = /ID="([^"]+)"/.exec(element)?.[1] ?? ''
  const { digest, signature } = methods[hash]
  const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
  const signedInfo = [
    `<ds:SignedInfo xmlns:ds="${dsig}"><ds:CanonicalizationMethod Algorithm="${exclusive}"></ds:CanonicalizationMethod>`,
    `<ds:SignatureMethod Algorithm="${signature}"></ds:SignatureMethod><ds:Reference URI="#${id}"><ds:Transforms>`,
    `<ds:Transform Algorithm="${dsig}enveloped-signature"></ds:Transform>`,
    `<ds:Transform Algorithm="${exclusive}"></ds:Transform></ds:Transforms>`,
    `<ds:DigestMethod Algorithm="${digest}"></ds:DigestMethod>`,
    `<ds:DigestValue>${createHash(hash).update(element).digest('base64')}</ds:DigestValue></ds:Reference></ds:SignedInfo>`,
  ].join('')
  const value = sign(hash, Buffer.from(signedInfo), key.privateKey).toString('base64')
  return `<ds:Signature xmlns:ds="${dsig}">${signedInfo}<ds:SignatureValue>${value}</ds:SignatureValue></ds:Signature>`
}

/** Puts a signature where it belongs: behind the issuer. */
export const withSignature = (element: string, signature: string): string =>
  element.replace('</saml:Issuer>', `</saml:Issuer>${signature}`)

export const signed = (element: string, key: TestCertificate, hash: 'sha256' | 'sha1' = 'sha256'): string =>
  withSignature(element, signatureOf(element, key, hash))

/** A response around whatever it is given. */
export const responseOf = (inside: string, inResponseTo: string): string =>
  `<samlp:Response xmlns:samlp="${samlp}" xmlns:saml="${saml}" ID="_response" InResponseTo="${inResponseTo}" Version="2.0">` +
  `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"></samlp:StatusCode></samlp:Status>` +
  `${inside}</samlp:Response>`

/** A response that lets its bearer in. */
export const goodAnswer = (key: TestCertificate, fields: AssertionFields): string =>
  responseOf(signed(assertionOf(fields), key), fields.inResponseTo)

/** A response that says no. */
export const denialOf = (inResponseTo: string): string =>
  responseOf('', inResponseTo).replace('status:Success', 'status:AuthnFailed')

/** An assertion encrypted to the owner of a certificate. */
export const encrypted = (assertion: string, certificate: string, cipher: 'gcm' | 'cbc' = 'gcm'): string => {
  const key = randomBytes(32)
  const text = (cipher === 'gcm' ? sealedWhole : sealedLoosely)(assertion, key)
  const padding = { key: createPublicKey(certificate), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
  const value = (bytes: Buffer) =>
    `<xenc:CipherData><xenc:CipherValue>${bytes.toString('base64')}</xenc:CipherValue></xenc:CipherData>`
  const algorithm = cipher === 'gcm' ? 'http://www.w3.org/2009/xmlenc11#aes256-gcm' : `${xenc}aes256-cbc`
  return [
    `<saml:EncryptedAssertion xmlns:saml="${saml}"><xenc:EncryptedData xmlns:xenc="${xenc}" Type="${xenc}Element">`,
    `<xenc:EncryptionMethod Algorithm="${algorithm}"></xenc:EncryptionMethod><ds:KeyInfo xmlns:ds="${dsig}">`,
    `<xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="${xenc}rsa-oaep-mgf1p"><ds:DigestMethod Algorithm="${dsig}sha1">`,
    `</ds:DigestMethod></xenc:EncryptionMethod>${value(publicEncrypt(padding, key))}</xenc:EncryptedKey></ds:KeyInfo>`,
    `${value(text)}</xenc:EncryptedData></saml:EncryptedAssertion>`,
  ].join('')
}

const sealedWhole = (text: string, key: Buffer): Buffer => {
  const iv = randomBytes(12)
  const sealing = createCipheriv('aes-256-gcm', key, iv)
  return Buffer.concat([iv, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()])
}

const sealedLoosely = (text: string, key: Buffer): Buffer => {
  const iv = randomBytes(16)
  const sealing = createCipheriv('aes-256-cbc', key, iv)
  return Buffer.concat([iv, sealing.update(text, 'utf8'), sealing.final()])
}
