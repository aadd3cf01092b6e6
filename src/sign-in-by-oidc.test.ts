import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { createApp } from './app.ts'
import type { Clock } from './platform/clock.ts'
import { clonedDatabase, testSchema } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { lineLog } from './platform/log.ts'
import { testPlatform } from './platform/test-platform.ts'
import { loadSampleIfEmpty } from './sample.ts'
import { startOidcProvider, testClient, type TestOidcProvider } from './test-oidc-provider.ts'
import { theSample } from './test-sample.ts'
import { testOrigin, type TestVisitor, visitorOf } from './test-visitor.ts'

const begin = '/log-ind/oidc/sundstrand'
const ida = { sub: 'pseudonym-a1', email: 'ida.holt@havneby.example', email_verified: true }

describe('signing in by OpenID Connect', () => {
  after(async () => {
    rmSync(folder, { recursive: true })
    await provider?.close()
  })
  const own = clonedDatabase(theSample)
  const folder = mkdtempSync(join(tmpdir(), 'brobyg-oidc-'))
  const lines: string[] = []
  let now = Temporal.Instant.from('2026-11-21T12:00:00Z')
  const clock: Clock = { now: () => now }
  let provider: TestOidcProvider
  let visit: () => TestVisitor

  before(async () => {
    provider = await startOidcProvider(`${testOrigin}${begin}/retur`)
    const file = join(folder, 'providers.json')
    const common = { kind: 'oidc', ...testClient, mailDomains: ['havneby.example'] }
    const providers = [
      { ...common, id: 'sundstrand', label: 'Sundstrand Kommune', issuer: provider.issuer },
      { ...common, id: 'borte', label: 'Borte', issuer: 'http://127.0.0.1:1' },
    ]
    writeFileSync(file, JSON.stringify(providers))
    const platform = testPlatform(own.database)
    const config = { ...platform.config, identityProvidersFile: file, isProduction: true }
    await loadSampleIfEmpty(platform)
    const app = await createApp({ ...platform, config, clock, log: lineLog((line) => lines.push(line)) })
    visit = () => visitorOf(app)
  })

  const goTo = async (browser: TestVisitor, next = '/aftaler'): Promise<string> => {
    const sent = await browser.ask(`${begin}?til=${encodeURIComponent(next)}`)
    assert.equal(sent.status, 303)
    return sent.headers.get('location') ?? ''
  }
  const signIn = async (browser: TestVisitor, next?: string): Promise<Response> =>
    browser.ask(await provider.passThrough(await goTo(browser, next)))
  const assertRefused = async (answer: Response, fault: string) => {
    assert.equal(answer.status, 403)
    assert.match(await answer.text(), /Vi kunne ikke se, hvem du er/)
    assert.deepEqual(
      [JSON.parse(lines.findLast((line) => line.includes('"warn"')) ?? '{}')].map(
        ({ event, provider: at, fault: why }) => [event, at, why],
      ),
      [['sign_in_not_proven', 'sundstrand', fault]],
    )
  }
  const ask = <Row extends object>(query: string): Promise<Row[]> => runSqlAsOwner<Row>(own.url, query)
  const bindings = async (): Promise<number> => (await ask(`select from ${testSchema}.federated_identity`)).length

  it('is offered on the page, and asks with PKCE, state and nonce', async () => {
    assert.match(await visit().text('/log-ind?til=%2Floefter'), /href="\/log-ind\/oidc\/sundstrand\?til=%2Floefter"/)
    const asked = new URL(await goTo(visit())).searchParams
    assert.equal(asked.get('code_challenge_method'), 'S256')
    assert.equal(asked.get('response_type'), 'code')
    for (const secret of ['state', 'nonce', 'code_challenge']) assert.match(asked.get(secret) ?? '', /^[\w-]{43,44}$/)
  })

  it('lets in the one person with the mail the provider vouches for, and goes where they wanted', async () => {
    provider.account = ida
    const browser = visit()
    const back = await signIn(browser, '/loefter?hvem=alle')
    assert.deepEqual([back.status, back.headers.get('location')], [303, '/loefter?hvem=alle'])
    assert.match(await browser.text('/loefter'), /Ida Holt/)
  })

  it('knows the person again when their mail has changed', async () => {
    provider.account = { sub: 'pseudonym-a1', email: 'ida.gift@elsewhere.example' }
    const browser = visit()
    assert.equal((await signIn(browser)).status, 303)
    assert.match(await browser.text('/loefter'), /Ida Holt/)
    assert.equal(await bindings(), 1)
  })

  it('asks userinfo for a mail the token does not hold', async () => {
    provider.account = { sub: 'pseudonym-b2', email: 'Yusuf.Demir@havneby.example', email_verified: true }
    provider.tellsInToken = false
    const browser = visit()
    assert.equal((await signIn(browser)).status, 303)
    provider.tellsInToken = true
    assert.match(await browser.text('/loefter'), /Yusuf Demir/)
  })

  it('turns kindly away whom nobody knows, and binds nothing', async () => {
    const strangers = [
      { sub: 'pseudonym-c3', email: 'ukendt@havneby.example' },
      { sub: 'pseudonym-c4', email: 'malthe.riis@havneby.example', email_verified: false },
      { sub: 'pseudonym-c5', email: 'malthe.riis@havneby.example.evil' },
      { sub: 'pseudonym-c6', email: 'malthe.riis@elsewhere.example' },
      { sub: 'pseudonym-c7', email: '"malthe.riis@havneby.example" <x@havneby.example>' },
      { sub: 'pseudonym-c8' },
    ]
    const before = await bindings()
    for (const account of strangers) {
      provider.account = account
      const browser = visit()
      const answer = await signIn(browser)
      assert.equal(answer.status, 403, account.sub)
      const page = await answer.text()
      assert.match(page, /Vi kender dig ikke endnu/)
      assert.match(page, /Bed tovholderen om at invitere dig/)
      assert.equal((await browser.ask('/udkast')).status, 303)
    }
    assert.equal(await bindings(), before)
    const rows = await ask<{ facts: string; about_ref: string }>(
      `select facts, about_ref from ${testSchema}.audit_entry where verb = 'identity.unknown'`,
    )
    assert.equal(rows.length, strangers.length)
    assert.deepEqual([...new Set(rows.map(({ facts }) => facts))], ['{"provider":"sundstrand","kind":"oidc"}'])
    assert.ok(rows.every(({ about_ref }) => about_ref === ''))
  })

  it('shows a person the account they use, and lets them alone remove it', async () => {
    provider.account = ida
    const [browser, other] = [visit(), visit()]
    await signIn(browser)
    provider.account = { sub: 'pseudonym-b2' }
    await signIn(other)
    const settings = await browser.text('/indstillinger')
    assert.match(settings, /<strong>Sundstrand Kommune<\/strong>/)
    const remove = /action="(\/indstillinger\/konti\/[0-9a-f-]+\/fjern)"/.exec(settings)?.[1] ?? ''
    assert.equal((await other.send(remove, {})).status, 404)
    assert.match((await visit().send(remove, {})).headers.get('location') ?? '', /^\/log-ind/)
    assert.equal(await bindings(), 2)
    assert.equal((await browser.send(remove, {})).headers.get('location'), '/indstillinger?gemt=konto-fjernet#konti')
    assert.match(await browser.text('/indstillinger'), /Du har ikke logget ind gennem en organisation endnu/)
    provider.account = ida
    assert.equal((await signIn(visit())).status, 303)
    assert.equal(await bindings(), 2)
  })

  it('lets no second account at the provider be the same person', async () => {
    provider.account = { ...ida, sub: 'pseudonym-a1-new' }
    const answer = await signIn(visit())
    assert.equal(answer.status, 403)
    assert.match(await answer.text(), /Din konto er en anden end før/)
  })

  it('refuses an account called by a CPR number', async () => {
    provider.account = { sub: '010190-1234', email: 'malthe.riis@havneby.example' }
    await assertRefused(await signIn(visit()), 'subject_is_cpr')
  })

  it('refuses the way back of another browser', async () => {
    provider.account = ida
    const [one, other] = [visit(), visit()]
    const [back, otherBack] = [
      await provider.passThrough(await goTo(one)),
      await provider.passThrough(await goTo(other)),
    ]
    await assertRefused(await other.ask(back), 'request_unknown')
    await assertRefused(await visit().ask(back), 'browser_unknown')
    assert.equal((await one.ask(back)).status, 303)
    assert.equal((await other.ask(otherBack)).status, 303)
  })

  it('refuses a code put in from another sign-in', async () => {
    const [one, other] = [visit(), visit()]
    const [back, otherBack] = [
      await provider.passThrough(await goTo(one)),
      await provider.passThrough(await goTo(other)),
    ]
    const put = new URLSearchParams(back.split('?')[1])
    put.set('code', new URLSearchParams(otherBack.split('?')[1]).get('code') ?? '')
    await assertRefused(await one.ask(`${begin}/retur?${put}`), 'token_invalid')
  })

  it('refuses a way back that was used, or that took too long', async () => {
    const browser = visit()
    const back = await provider.passThrough(await goTo(browser))
    const secret = await kept(browser, back)
    await assertRefused(await browser.ask(back, { headers: { cookie: secret } }), 'request_unknown')
    const late = visit()
    const lateBack = await provider.passThrough(await goTo(late))
    now = now.add({ minutes: 10 })
    await assertRefused(await late.ask(lateBack), 'request_unknown')
  })

  /** Goes back and signs in, and answers with the cookie the browser had on its way. */
  const kept = async (browser: TestVisitor, back: string): Promise<string> => {
    const again = await browser.ask(`${begin}?til=%2F`)
    const secret =
      again.headers
        .getSetCookie()
        .find((line) => line.includes('browser='))
        ?.split(';')[0] ?? ''
    assert.equal((await browser.ask(back)).status, 303)
    return secret
  }

  it('refuses a token made for another nonce', async () => {
    const browser = visit()
    const asked = new URL(await goTo(browser))
    asked.searchParams.set('nonce', 'another')
    await assertRefused(await browser.ask(await provider.passThrough(asked.href)), 'token_invalid')
  })

  it('refuses a token that was changed, or signed by another, or by none', async () => {
    const [changes, browser] = [
      [
        (token: string) => withClaims(token, { sub: 'pseudonym-b2' }),
        (token: string) => `${token.split('.').slice(0, 2).join('.')}.${Buffer.alloc(256, 7).toString('base64url')}`,
        (token: string) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`,
      ],
      visit(),
    ]
    for (const change of changes) {
      provider.change = change
      const answer = await signIn(browser)
      provider.change = (token) => token
      await assertRefused(answer, 'token_invalid')
    }
  })

  it('says so when the person is turned back by the provider', async () => {
    const browser = visit()
    const state = new URL(await goTo(browser)).searchParams.get('state')
    await assertRefused(
      await browser.ask(`${begin}/retur?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`),
      'turned_back',
    )
  })

  it('says so when the provider is away', async () => {
    const answer = await visit().ask('/log-ind/oidc/borte')
    assert.equal(answer.status, 503)
    assert.match(await answer.text(), /Borte svarer ikke/)
  })

  it('answers not found for a provider there is none of', async () => {
    for (const path of ['/log-ind/oidc/ukendt', '/log-ind/oidc/ukendt/retur', '/log-ind/saml/sundstrand'])
      assert.equal((await visit().ask(path)).status, 404, path)
  })

  it('leads nobody to another site afterwards', async () => {
    provider.account = ida
    for (const next of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example'])
      assert.equal((await signIn(visit(), next)).headers.get('location'), '/aftaler', next)
  })

  it('logs and keeps no mail, no subject and no secret', async () => {
    assert.doesNotMatch(lines.join(''), /@|holt|pseudonym|state=|010190/i)
    for (const table of ['identity_request', 'federated_identity', 'audit_entry', 'session']) {
      const rows = await ask(`select * from ${testSchema}.${table}`)
      assert.ok(rows.length > 0, table)
      assert.doesNotMatch(JSON.stringify(rows), /@|holt|pseudonym|010190/i, table)
    }
  })
})

const withClaims = (token: string, claims: object): string => {
  const [head = '', body = '', signature = ''] = token.split('.')
  const told: object = JSON.parse(Buffer.from(body, 'base64url').toString())
  return [head, Buffer.from(JSON.stringify({ ...told, ...claims })).toString('base64url'), signature].join('.')
}
