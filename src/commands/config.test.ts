import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { Fault } from '../platform/fault.ts'
import { makeCertificate } from '../platform/test-certificate.ts'
import { runConfig } from './config.ts'

describe('brobyg config', () => {
  const folder = mkdtempSync(join(tmpdir(), 'brobyg-config-'))
  const file = join(folder, 'providers.json')
  after(() => rmSync(folder, { recursive: true }))

  const printed = async (providers: unknown): Promise<string> => {
    writeFileSync(file, JSON.stringify(providers))
    const told: string[] = []
    const io = {
      stdin: process.stdin,
      stdout: { write: (text: string | Uint8Array) => told.push(String(text)) },
      stderr: process.stderr,
      environment: { BROBYG_IDENTITY_PROVIDERS: file, DATABASE_URL: 'postgres://me:hidden-1@there/brobyg' },
    }
    assert.equal(await runConfig([], io), 0)
    return told.join('')
  }
  const common = { label: 'Sundstrand Kommune', mailDomains: ['sundstrand.example'], issuer: 'https://login.example' }
  const oidc = { ...common, kind: 'oidc', id: 'sundstrand', clientId: 'brobyg', clientSecret: 'hidden-2' }

  it('prints the identity providers in force, and no secret and no key', async () => {
    const { privateKey, certificate } = makeCertificate()
    writeFileSync(join(folder, 'own.key'), privateKey)
    writeFileSync(join(folder, 'own.pem'), certificate)
    const keys = { spPrivateKeyFile: 'own.key', spCertificateFile: 'own.pem', idpCertificate: 'own.pem' }
    const saml = { ...common, ...keys, kind: 'saml', id: 'oio', entryPoint: 'https://login.example/saml' }
    const text = await printed([oidc, saml])
    assert.match(text, /"label": "Sundstrand Kommune"/)
    assert.match(text, /"entryPoint": "https:\/\/login\.example\/saml"/)
    assert.doesNotMatch(text, /hidden|BEGIN|MII/)
  })

  it('says in a sentence what is wrong with them, and no secret', async () => {
    await assert.rejects(
      printed([{ ...oidc, issuer: 'login' }]),
      (error) => error instanceof Fault && /issuer must be/.test(error.message) && !/hidden/.test(error.message),
    )
  })
})
