import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Fault } from '../../../platform/fault.ts'
import { makeCertificate, type TestCertificate } from '../../../platform/test-certificate.ts'
import { openIdentityProviders, shownProvider } from './open-identity-providers.ts'

const oidc = {
  kind: 'oidc',
  id: 'kommune',
  label: 'Sundstrand Kommune',
  issuer: 'https://login.example/tenant',
  clientId: 'brobyg',
  clientSecret: 'very-hidden-1',
  mailDomains: ['Havneby.example'],
}

describe('the file of identity providers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'brobyg-providers-'))
  const file = join(folder, 'providers.json')
  let [key, otherKey, shortKey]: TestCertificate[] = []
  after(() => rmSync(folder, { recursive: true }))
  before(() => {
    ;[key, otherKey, shortKey] = [makeCertificate(), makeCertificate(), makeCertificate(1024)]
    const files = {
      'idp.pem': `${key?.certificate}${otherKey?.certificate}`,
      'own.key': key?.privateKey ?? '',
      'own.pem': key?.certificate ?? '',
      'other.pem': otherKey?.certificate ?? '',
      'secret.txt': 'very-hidden-2\n',
      'empty.txt': '\n',
    }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  })

  const saml = {
    kind: 'saml',
    id: 'oio',
    label: 'Forening',
    issuer: 'https://idp.example',
    entryPoint: 'https://idp.example/login',
    idpCertificate: 'idp.pem',
    mailDomains: ['havneby.example'],
  }
  const read = (written: unknown) => {
    writeFileSync(file, typeof written === 'string' ? written : JSON.stringify(written))
    return openIdentityProviders(file)
  }

  it('is not needed', async () => {
    assert.deepEqual(await openIdentityProviders(null), [])
  })

  it('names providers with their secrets and keys in files beside it', async () => {
    const { clientSecret: _, ...withoutSecret } = oidc
    const keys = { spPrivateKeyFile: 'own.key', spCertificateFile: 'own.pem' }
    const [one, other] = await read([
      { ...withoutSecret, clientSecretFile: 'secret.txt' },
      { ...saml, ...keys },
    ])
    assert.ok(one?.kind === 'oidc' && other?.kind === 'saml')
    assert.deepEqual([one.clientSecret, one.mailDomains], ['very-hidden-2', ['havneby.example']])
    assert.deepEqual(one.scopes, ['openid', 'email', 'profile'])
    assert.deepEqual(other.idpCertificates, [key?.certificate, otherKey?.certificate])
    assert.equal(other.ownKey?.privateKey, key?.privateKey)
  })

  it('is shown without a secret and without a key', async () => {
    const keys = { spPrivateKeyFile: 'own.key', spCertificateFile: 'own.pem' }
    const shown = JSON.stringify((await read([oidc, { ...saml, ...keys }])).map(shownProvider))
    assert.doesNotMatch(shown, /hidden|BEGIN|MII/)
    assert.match(shown, /"clientSecret":"\*\*\*"/)
    assert.match(shown, /sha256:[0-9a-f]{64}/)
  })

  const faults: [string, unknown, RegExp][] = [
    ['no JSON', '[{"clientSecret": "very-hidden-3"', /is not JSON\.$/],
    ['no list', { oidc }, /must be a list of providers\.$/],
    ['an unknown kind', [{ ...oidc, kind: 'ldap' }], /provider "kommune": kind must be "oidc" or "saml"\.$/],
    ['a missing setting', [{ ...oidc, clientId: undefined }], /provider "kommune": clientId is missing\.$/],
    ['an id with a slash', [{ ...oidc, id: 'a/b' }], /provider number 1: id must be at most 31 small letters/],
    ['the same id twice', [oidc, { ...saml, id: 'kommune' }], /two providers have the id "kommune"\.$/],
    ['a misspelt setting', [{ ...oidc, clientsecret: 'very-hidden-4' }], /there is no setting called clientsecret\.$/],
    ['an issuer without TLS', [{ ...oidc, issuer: 'http://login.example' }], /issuer must be an address that begins/],
    ['an issuer that is no address', [{ ...oidc, issuer: 'login' }], /issuer must be an address that begins/],
    [
      'the issuer of every tenant',
      [{ ...oidc, issuer: 'https://login.example/common/v2.0' }],
      /issuer must be the address of one tenant/,
    ],
    ['no secret', [{ ...oidc, clientSecret: undefined }], /give either clientSecret or clientSecretFile\.$/],
    ['two secrets', [{ ...oidc, clientSecretFile: 'secret.txt' }], /give either clientSecret or clientSecretFile\.$/],
    [
      'a secret in a file that is not there',
      [{ ...oidc, clientSecret: undefined, clientSecretFile: 'none.txt' }],
      /clientSecretFile cannot be read \(ENOENT\)\.$/,
    ],
    [
      'a secret in an empty file',
      [{ ...oidc, clientSecret: undefined, clientSecretFile: 'empty.txt' }],
      /clientSecretFile is empty\.$/,
    ],
    ['no mail domain', [{ ...oidc, mailDomains: [] }], /mailDomains must name at least one mail domain\.$/],
    ['an address for a domain', [{ ...oidc, mailDomains: ['x@y.dk'] }], /mailDomains must hold domains/],
    ['a certificate that is not there', [{ ...saml, idpCertificate: 'none.pem' }], /idpCertificate cannot be read/],
    ['a certificate that is none', [{ ...saml, idpCertificate: 'secret.txt' }], /idpCertificate holds no certificate/],
    [
      'a certificate that is broken',
      [{ ...saml, idpCertificate: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----' }],
      /idpCertificate holds something that is no certificate\.$/,
    ],
    ['a key without its certificate', [{ ...saml, spPrivateKeyFile: 'own.key' }], /give both spPrivateKeyFile and/],
    [
      'a key that is none',
      [{ ...saml, spPrivateKeyFile: 'secret.txt', spCertificateFile: 'own.pem' }],
      /spPrivateKeyFile holds no private key without a passphrase\.$/,
    ],
    [
      "a key and another's certificate",
      [{ ...saml, spPrivateKeyFile: 'own.key', spCertificateFile: 'other.pem' }],
      /do not belong together\.$/,
    ],
    [
      'a CVR number too short',
      [{ ...saml, cvrNumbers: ['1234567'] }],
      /cvrNumbers must hold CVR numbers of eight digits/,
    ],
    [
      'an assurance nobody knows',
      [{ ...saml, leastAssurance: 'Best' }],
      /leastAssurance must be one of Low, Substantial, High\.$/,
    ],
  ]
  for (const [what, written, sentence] of faults) {
    it(`is refused with a sentence for ${what}`, async () => {
      await assert.rejects(read(written), (error) => {
        assert.ok(error instanceof Fault)
        assert.match(error.message, sentence)
        assert.doesNotMatch(error.message, /hidden/)
        return true
      })
    })
  }

  it('is refused for a key that is too short', async () => {
    await assert.rejects(read([{ ...saml, idpCertificate: shortKey?.certificate }]), /at least 2048 bits\.$/)
  })

  it('is refused where it cannot be read', async () => {
    await assert.rejects(openIdentityProviders(join(folder, 'none.json')), /none\.json cannot be read \(ENOENT\)\.$/)
  })
})
