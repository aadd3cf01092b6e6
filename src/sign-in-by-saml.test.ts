import assert from 'node:assert/strict'
import { createVerify, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { createApp } from './app.ts'
import type { Clock } from './platform/clock.ts'
import { clonedDatabase, testSchema } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { lineLog } from './platform/log.ts'
import { testPlatform } from './platform/test-platform.ts'
import { loadSampleIfEmpty } from './sample.ts'
import { makeCertificate } from './platform/test-certificate.ts'
import * as idp from './test-saml-provider.ts'
import type { AssertionFields } from './test-saml-provider.ts'
import { testCpr, wrongAnswers } from './test-saml-wrong-answers.ts'
import { theSample } from './test-sample.ts'
import { testOrigin, type TestVisitor, visitorOf } from './test-visitor.ts'

const begin = '/log-ind/saml/oio'
const noon = Temporal.Instant.from('2026-11-21T12:00:00Z')
const mail = 'https://data.gov.dk/model/core/eid/email'
const cvr = 'https://data.gov.dk/model/core/eid/professional/cvr'

describe('signing in by SAML', () => {
  after(() => rmSync(folder, { recursive: true }))
  const own = clonedDatabase(theSample)
  const folder = mkdtempSync(join(tmpdir(), 'brobyg-saml-'))
  const [key, otherKey, ours] = [idp.makeSamlProvider(), idp.makeSamlProvider(), makeCertificate()]
  const lines: string[] = []
  let now = noon
  const clock: Clock = { now: () => now }
  let visit: () => TestVisitor

  before(async () => {
    const file = join(folder, 'providers.json')
    writeFileSync(join(folder, 'own.key'), ours.privateKey)
    writeFileSync(join(folder, 'own.pem'), ours.certificate)
    const common = {
      kind: 'saml',
      label: 'Havneby Forening',
      entryPoint: 'https://idp.example/login',
      issuer: 'https://idp.example',
      idpCertificate: key.certificate,
      mailDomains: ['havneby.example'],
    }
    const keys = { spPrivateKeyFile: 'own.key', spCertificateFile: 'own.pem' }
    const strict = { cvrNumbers: ['12345678'], leastAssurance: 'Substantial' }
    writeFileSync(
      file,
      JSON.stringify([
        { ...common, ...keys, id: 'oio' },
        { ...common, ...strict, id: 'national', issuer: 'https://broker.example' },
      ]),
    )
    const platform = testPlatform(own.database)
    const config = { ...platform.config, identityProvidersFile: file }
    await loadSampleIfEmpty(platform)
    const app = await createApp({ ...platform, config, clock, log: lineLog((line) => lines.push(line)) })
    visit = () => visitorOf(app)
  })

  const fieldsFor = (requestId: string, at = begin): AssertionFields => ({
    id: `_${crypto.randomUUID()}`,
    issuer: 'https://idp.example',
    nameId: 'pseudonym-of-ida',
    format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    recipient: `${testOrigin}${at}`,
    audience: `${testOrigin}${at}/metadata`,
    inResponseTo: requestId,
    notBefore: now.toString(),
    notOnOrAfter: now.add({ minutes: 5 }).toString(),
    attributes: { [mail]: 'ida.holt@havneby.example', 'dk:gov:saml:attribute:CprNumberIdentifier': testCpr },
  })
  const asked = async (browser: TestVisitor, next = '/loefter', at = begin): Promise<URL> => {
    const sent = await browser.ask(`${at}?til=${encodeURIComponent(next)}`)
    assert.equal(sent.status, 303)
    return new URL(sent.headers.get('location') ?? '')
  }
  const goTo = async (browser: TestVisitor, next?: string, at?: string): Promise<string> => {
    const request = (await asked(browser, next, at)).searchParams.get('SAMLRequest') ?? ''
    return /ID="([^"]+)"/.exec(inflateRawSync(Buffer.from(request, 'base64')).toString())?.[1] ?? ''
  }
  /** As a browser does it: from the provider's page, without any cookie of ours. */
  const post = (xml: string, at = begin): Promise<Response> =>
    visit().ask(at, {
      method: 'POST',
      headers: { origin: 'https://idp.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ SAMLResponse: Buffer.from(xml).toString('base64') }),
    })
  const good = (fields: AssertionFields): string => idp.goodAnswer(key, fields)
  const assertRefused = async (answer: Response, fault: string, provider = 'oio') => {
    assert.equal(answer.status, 403)
    assert.match(await answer.text(), /Vi kunne ikke se, hvem du er/)
    const { event, at: _, level: __, ...facts } = JSON.parse(lines.findLast((line) => line.includes('"warn"')) ?? '{}')
    assert.deepEqual({ event, ...facts }, { event: 'sign_in_not_proven', provider, fault })
  }

  it('asks with a signed request for a lasting name', async () => {
    const address = await asked(visit())
    const xml = inflateRawSync(Buffer.from(address.searchParams.get('SAMLRequest') ?? '', 'base64')).toString()
    assert.match(xml, /nameid-format:persistent/)
    assert.ok(xml.includes(`AssertionConsumerServiceURL="${testOrigin}${begin}"`))
    const signature = Buffer.from(address.searchParams.get('Signature') ?? '', 'base64')
    const signedPart = address.search.slice(1).split('&Signature=')[0] ?? ''
    assert.ok(
      createVerify('sha256').update(signedPart).verify(new X509Certificate(ours.certificate).publicKey, signature),
    )
  })

  it('tells a provider what it must know, and offers no encryption that can be changed unseen', async () => {
    const answer = await visit().ask(`${begin}/metadata`)
    assert.equal(answer.headers.get('content-type'), 'application/samlmetadata+xml')
    const xml = await answer.text()
    assert.ok(xml.includes(`entityID="${testOrigin}${begin}/metadata"`))
    assert.match(xml, /WantAssertionsSigned="true"/)
    assert.match(xml, /aes256-gcm/)
    assert.doesNotMatch(xml, /cbc|PRIVATE/)
  })

  it('lets in whom a signed assertion proves, in the browser that began', async () => {
    const browser = visit()
    const posted = await post(good(fieldsFor(await goTo(browser, '/loefter?hvem=alle'))))
    assert.equal(posted.status, 303)
    assert.deepEqual(posted.headers.getSetCookie(), [])
    const back = await browser.ask(posted.headers.get('location') ?? '')
    assert.deepEqual([back.status, back.headers.get('location')], [303, '/loefter?hvem=alle'])
    assert.match(await browser.text('/loefter'), /Ida Holt/)
  })

  it('knows the person again by the attributes of OIOSAML 2.0.9, of Microsoft, and by none', async () => {
    const names = [
      'urn:oid:0.9.2342.19200300.100.1.3',
      'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
    ]
    for (const [index, name] of [...names, 'unknown'].entries()) {
      const browser = visit()
      const people = ['yusuf.demir', 'malthe.riis', 'x']
      const nameId = ['pseudonym-of-yusuf', 'pseudonym-of-malthe', 'pseudonym-of-ida'][index] ?? ''
      const attributes = { [name]: `${people[index]}@havneby.example` }
      const posted = await post(good({ ...fieldsFor(await goTo(browser)), nameId, attributes }))
      await browser.ask(posted.headers.get('location') ?? '')
      assert.match(await browser.text('/loefter'), [/Yusuf Demir/, /Malthe Riis/, /Ida Holt/][index] ?? /^$/)
    }
  })

  it('opens an encrypted assertion, and refuses weakness inside it', async () => {
    const sealed = async (browser: TestVisitor, hash: 'sha256' | 'sha1', cipher: 'gcm' | 'cbc') => {
      const fields = fieldsFor(await goTo(browser))
      const assertion = idp.signed(idp.assertionOf(fields), key, hash)
      return post(idp.responseOf(idp.encrypted(assertion, ours.certificate, cipher), fields.inResponseTo))
    }
    const browser = visit()
    const posted = await sealed(browser, 'sha256', 'gcm')
    assert.equal((await browser.ask(posted.headers.get('location') ?? '')).status, 303)
    assert.match(await browser.text('/loefter'), /Ida Holt/)
    await assertRefused(await sealed(browser, 'sha1', 'gcm'), 'algorithm_refused')
    await assertRefused(await sealed(browser, 'sha256', 'cbc'), 'algorithm_refused')
  })

  it('turns kindly away whom nobody knows', async () => {
    const attributes = { [mail]: 'ukendt@havneby.example' }
    const answer = await post(good({ ...fieldsFor(await goTo(visit())), nameId: 'unknown', attributes }))
    assert.equal(answer.status, 403)
    assert.match(await answer.text(), /Vi kender dig ikke endnu/)
  })

  it('lets another browser use neither the answer nor its code', async () => {
    const [browser, other] = [visit(), visit()]
    const fields = fieldsFor(await goTo(browser))
    await goTo(other)
    const code = (await post(good(fields))).headers.get('location') ?? ''
    await assertRefused(await other.ask(code), 'code_unknown')
    await assertRefused(await visit().ask(code), 'browser_unknown')
    const way = await cookieOf(browser)
    assert.equal((await browser.ask(code)).status, 303)
    await assertRefused(await browser.ask(code, { headers: { cookie: way } }), 'code_unknown')
  })
  const cookieOf = async (browser: TestVisitor): Promise<string> =>
    (await browser.ask(begin)).headers.getSetCookie().map((line) => line.split(';')[0] ?? '')[0] ?? ''

  it('keeps an answer for a minute, and a request for ten', async () => {
    const browser = visit()
    const code = (await post(good(fieldsFor(await goTo(browser))))).headers.get('location') ?? ''
    now = now.add({ seconds: 60 })
    await assertRefused(await browser.ask(code), 'code_unknown')
    const requestId = await goTo(browser)
    now = now.add({ minutes: 10 })
    await assertRefused(await post(good(fieldsFor(requestId))), 'request_unknown')
  })

  for (const [what, fault, build] of wrongAnswers) {
    it(`refuses an answer when ${what}`, async () => {
      await assertRefused(await post(build({ key, otherKey }, fieldsFor(await goTo(visit())))), fault)
    })
  }

  it('refuses an answer that was used, and an assertion that was used for another request', async () => {
    const browser = visit()
    const fields = fieldsFor(await goTo(browser))
    assert.equal((await post(good(fields))).status, 303)
    await assertRefused(await post(good(fields)), 'assertion_replayed')
    await assertRefused(await post(good({ ...fields, id: '_anew' })), 'request_unknown')
    await assertRefused(await post(good({ ...fieldsFor(await goTo(browser)), id: fields.id })), 'assertion_replayed')
  })

  it('lets in nobody of another organisation, or less assured, where the provider serves a whole country', async () => {
    const at = '/log-ind/saml/national'
    const loa = 'https://data.gov.dk/concept/core/nsis/loa'
    const answer = async (attributes: Record<string, string>) => {
      const fields = { ...fieldsFor(await goTo(visit(), '/', at), at), issuer: 'https://broker.example' }
      return post(good({ ...fields, attributes: { [mail]: 'ida.holt@havneby.example', ...attributes } }), at)
    }
    await assertRefused(await answer({}), 'organisation_foreign', 'national')
    await assertRefused(await answer({ [cvr]: '87654321', [loa]: `${loa}/High` }), 'organisation_foreign', 'national')
    await assertRefused(await answer({ [cvr]: '12345678' }), 'assurance_too_low', 'national')
    await assertRefused(await answer({ [cvr]: '12345678', [loa]: `${loa}/Low` }), 'assurance_too_low', 'national')
    assert.equal((await answer({ [cvr]: '12345678', [loa]: `${loa}/Substantial` })).status, 303)
    const old = { 'dk:gov:saml:attribute:CvrNumberIdentifier': '12345678', 'dk:gov:saml:attribute:AssuranceLevel': '3' }
    assert.equal((await answer(old)).status, 303)
  })

  it('refuses a form too large to be an answer, and what is no form', async () => {
    assert.equal((await post('x'.repeat(300_000))).status, 403)
    const headers = { 'content-type': 'multipart/form-data; boundary=whole' }
    await assertRefused(await visit().ask(begin, { method: 'POST', body: '--half', headers }), 'response_malformed')
  })

  it('throws CPR numbers away at the door, and keeps no mail and no name from there', async () => {
    const tables = await runSqlAsOwner<{ name: string }>(
      own.url,
      `select tablename as name from pg_tables where schemaname = '${testSchema}'`,
    )
    assert.ok(tables.length > 20)
    const kept = async (table: string): Promise<string> =>
      JSON.stringify(await runSqlAsOwner(own.url, `select * from ${testSchema}.${table}`), (_, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      )
    for (const { name } of tables) assert.ok(!(await kept(name)).includes(testCpr), name)
    for (const name of ['federated_identity', 'identity_request', 'audit_entry', 'session', 'spent_assertion'])
      assert.doesNotMatch(await kept(name), /@|pseudonym/, name)
    assert.ok(lines.length > wrongAnswers.length)
    assert.doesNotMatch(lines.join(''), new RegExp(`${testCpr}|@|holt|pseudonym|SAMLResponse|<`, 'i'))
  })
})
