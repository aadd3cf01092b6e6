import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from './app.ts'
import { testDatabase } from './platform/database/test-database.ts'
import { lineLog } from './platform/log.ts'
import { createMetrics } from './platform/metrics.ts'
import { testPlatform } from './platform/test-platform.ts'
import { theSample } from './test-sample.ts'
import { openSample, testOrigin, visitorOf } from './test-visitor.ts'

const socket = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })

describe('the walls of the web', () => {
  const database = testDatabase(theSample)

  describe('the headers', () => {
    const always: [string, string | RegExp | null][] = [
      ['x-content-type-options', 'nosniff'],
      ['x-frame-options', 'DENY'],
      ['referrer-policy', 'same-origin'],
      ['cross-origin-opener-policy', 'same-origin'],
      ['cross-origin-resource-policy', 'same-origin'],
      ['permissions-policy', /camera=\(\).*geolocation=\(\).*publickey-credentials-get=\(self\)/],
      ['content-security-policy', /^default-src 'none'; script-src 'nonce-[\w+/]{22}=='; style-src 'self'; /],
      ['content-security-policy', /form-action 'self'; frame-ancestors 'none'$/],
      ['x-request-id', /^[a-z]{5}-[a-z]{5}-[a-z]{5}$/],
      ['x-powered-by', null],
      ['server', null],
    ]

    it('stand on every kind of answer: page, file, redirect, refusal, nothing there', async () => {
      const app = await createApp(testPlatform(database.database))
      for (const path of [
        '/',
        '/log-ind',
        '/udkast',
        '/findes-ikke',
        '/healthz',
        '/filer/findes-ikke.css',
        '/sprog/en',
      ])
        for (const [name, value] of always) {
          const told = (await app.request(path)).headers.get(name)
          if (value instanceof RegExp) assert.match(told ?? '', value, `${path} ${name}`)
          else assert.equal(told, value, `${path} ${name}`)
        }
    })

    it('allow nothing unsafe, and a nonce but once', async () => {
      const app = await createApp(testPlatform(database.database))
      const policies = await Promise.all(
        [1, 2].map(async () => (await app.request('/')).headers.get('content-security-policy') ?? ''),
      )
      for (const policy of policies) assert.doesNotMatch(policy, /unsafe|\*|https?:/)
      assert.notEqual(policies[0], policies[1])
    })

    it('ask for TLS from then on only where people come by it', async () => {
      const platform = testPlatform(database.database)
      const secure = await createApp({ ...platform, config: { ...platform.config, baseUrl: 'https://brobyg.example' } })
      assert.match((await secure.request('/')).headers.get('strict-transport-security') ?? '', /^max-age=31536000/)
      const plain = await createApp(platform)
      assert.equal((await plain.request('/')).headers.get('strict-transport-security'), null)
    })

    it('let nothing be kept that one person is shown, that sets a cookie, or that went wrong', async () => {
      const house = await openSample(testPlatform(database.database))
      const kept = async (path: string, by = house.visit()) => (await by.ask(path)).headers.get('cache-control')
      const ida = await house.signIn('Ida Holt')
      assert.equal(await kept('/', ida), 'no-store')
      assert.equal(await kept('/sprog/en'), 'no-store')
      assert.equal(await kept('/findes-ikke'), 'no-store')
      assert.equal(await kept('/'), 'private, no-cache')
      const stylesheet = /href="(\/filer\/brobyg-[^"]+)"/.exec(await house.visit().text('/'))?.[1] ?? ''
      assert.match((await kept(stylesheet)) ?? '', /immutable/)
    })

    it('are the only place that knows of scripts: no page has one of its own, nor a handler or style in its markup', async () => {
      const house = await openSample(testPlatform(database.database))
      const ida = await house.signIn('Ida Holt')
      for (const path of ['/', '/aftaler', '/loefter', '/aarshjul', '/aftaler/havneby-boern-unge-og-familie']) {
        const html = await ida.text(path)
        assert.doesNotMatch(html, /<script(?![^>]*\bnonce=)|<[a-z][^>]*\s(?:on[a-z]+|style)=|<style|javascript:/i, path)
      }
    })
  })

  describe('limits', () => {
    it('answer 429 and when to come back, once one client has sent too many forms', async () => {
      const app = await createApp(testPlatform(database.database))
      const send = (from: string, language = 'da') =>
        app.request(
          `${testOrigin}/log-ud?sprog=${language}`,
          { method: 'POST', headers: { origin: testOrigin } },
          socket(from),
        )
      for (let turn = 0; turn < 120; turn += 1) assert.equal((await send('192.0.2.1')).status, 303)
      const refused = await send('192.0.2.1')
      assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '60'])
      assert.match(await refused.text(), /Vent et minut, og prøv igen/)
      assert.match(await (await send('192.0.2.1', 'en')).text(), /Wait a minute, then try again/)
      assert.equal((await send('192.0.2.2')).status, 303)
    })

    it('count calendars by themselves, and pages not at all', async () => {
      const app = await createApp(testPlatform(database.database))
      const fetched = async (path: string) => (await app.request(path, {}, socket('192.0.2.3'))).status
      const calendar = `/loefter/kalender/${'a'.repeat(43)}.ics`
      for (let turn = 0; turn < 120; turn += 1) assert.equal(await fetched(calendar), 404)
      assert.equal(await fetched(calendar), 429)
      assert.equal(await fetched('/aftaler'), 200)
    })
  })

  describe('a form from elsewhere', () => {
    it('is refused, whatever it says of itself; one from our own pages is taken, also behind a proxy with TLS', async () => {
      const platform = testPlatform(database.database)
      const app = await createApp({ ...platform, config: { ...platform.config, baseUrl: 'https://brobyg.example' } })
      const cases: [Record<string, string>, number][] = [
        [{ origin: 'https://brobyg.example' }, 303],
        [{ origin: 'http://localhost' }, 303],
        [{ 'sec-fetch-site': 'same-origin' }, 303],
        [{ origin: 'https://elsewhere.example' }, 403],
        [{ origin: 'https://brobyg.example.elsewhere.example' }, 403],
        [{ origin: 'null' }, 403],
        [{ 'sec-fetch-site': 'same-site', origin: 'https://other.brobyg.example' }, 403],
        [{}, 403],
      ]
      for (const [headers, status] of cases)
        assert.equal(
          (await app.request('/log-ud', { method: 'POST', headers })).status,
          status,
          JSON.stringify(headers),
        )
    })
  })

  describe('a form that is none', () => {
    it('is refused in a sentence, not taken for a fault of ours', async () => {
      const house = await openSample(testPlatform(database.database))
      const ida = await house.signIn('Ida Holt')
      const bodies: [string | null, string][] = [
        ['{"person":"x"}', 'application/json'],
        ['--half', 'multipart/form-data; boundary=whole'],
        ['x', 'multipart/form-data'],
        [null, 'text/plain'],
      ]
      for (const [body, type] of bodies) {
        const answer = await ida.ask('/aftaler/ny', { method: 'POST', body, headers: { 'content-type': type } })
        assert.equal(answer.status, 422, type)
        assert.match(await answer.text(), /Formularen kom ikke helt frem/)
      }
    })
  })

  describe('the probes', () => {
    const token = 'a-long-word-for-the-probes'
    const open = (probeToken: string | null) => {
      const platform = testPlatform(database.database)
      return createApp({ ...platform, config: { ...platform.config, probeToken } }, createMetrics())
    }
    const bearing = (word: string) => ({ headers: { authorization: `Bearer ${word}` } })

    it('are not there for anyone without the word, just as any page that is not', async () => {
      const absent = await (await (await open(null)).request('/findes-ikke')).text()
      for (const path of ['/metrics', '/readyz']) {
        for (const [word, init] of [
          [null, bearing(token)],
          [null, bearing('null')],
          [token, {}],
          [token, bearing('another')],
          [token, bearing(`${token}x`)],
          [token, bearing('')],
        ] as const) {
          const answer = await (await open(word)).request(path, init)
          assert.equal(answer.status, 404)
          assert.equal((await answer.text()).replaceAll(encodeURIComponent(path), '%2Ffindes-ikke'), absent)
        }
      }
      assert.equal(await (await (await open(null)).request('/healthz')).text(), 'ok')
    })

    it('tell who has it that the database answers, and the counts by route and status', async () => {
      const app = await open(token)
      assert.equal(await (await app.request('/readyz', bearing(token))).text(), 'ok')
      await app.request('/aftaler/somebody-s-agreement')
      await app.request('/aftaler/another')
      const text = await (await app.request('/metrics', bearing(token))).text()
      assert.match(text, /^brobyg_requests_total\{method="GET",route="\/aftaler\/:slug",status="4xx"\} 2$/m)
      assert.match(text, /^brobyg_request_duration_seconds_count 3$/m)
      assert.doesNotMatch(text, /somebody/)
    })
  })

  describe('the log of requests', () => {
    const opened = async (trustedProxies = 0) => {
      const lines: string[] = []
      const platform = testPlatform(database.database)
      const config = { ...platform.config, trustedProxies }
      const house = await openSample({ ...platform, config, log: lineLog((line) => lines.push(line)) })
      lines.length = 0
      return { house, lines }
    }

    it('holds one line a request, with the pattern of its address and the id on the answer', async () => {
      const { house, lines } = await opened()
      const answer = await house.visit().ask('/aftaler/havneby-boern-unge-og-familie')
      const told = JSON.parse(lines.join(''))
      assert.deepEqual(
        { ...told, at: '', ms: 0 },
        {
          at: '',
          level: 'info',
          event: 'request',
          request: answer.headers.get('x-request-id'),
          method: 'GET',
          route: '/aftaler/:slug',
          status: 200,
          ms: 0,
        },
      )
    })

    it('holds nothing of what was sent in path, question, form, cookie or header', async () => {
      const { house, lines } = await opened(1)
      const secrets = ['Nanna-Kildegaard', '0101901234', '010190-1234', 'tok3n-Zx81', 'nanna@havneby.example']
      const ida = await house.signIn('Ida Holt')
      for (const secret of secrets) {
        const headers = {
          'user-agent': secret,
          'x-request-id': secret,
          'x-forwarded-for': `${secret}, 203.0.113.77`,
          authorization: `Bearer ${secret}`,
          'accept-language': secret,
        }
        for (const path of [`/${secret}`, `/aftaler/${secret}`, `/loefter/kalender/${secret}.ics`, `/filer/${secret}`])
          await ida.ask(`${path}?q=${encodeURIComponent(secret)}`, { headers })
        await ida.send('/aftaler/ny', { fil: new File([`CPR ${secret}`], `${secret}.txt`) })
        await visitorOf(house.app).ask('/', { headers: { cookie: `brobyg-person=${secret}` } })
        await house.visit().ask('/log-ind', { method: 'POST', headers, body: new URLSearchParams({ person: secret }) })
      }
      const log = lines.join('')
      assert.ok(lines.length >= secrets.length * 7)
      for (const secret of [...secrets, '203.0.113.77', ida.personId, 'Holt'])
        assert.ok(!log.includes(secret), `${secret} stands in the log`)
    })

    it('believes a request’s id from a trusted proxy alone, and only one that is made by machines', async () => {
      const given = '0190b2c4-77aa-7d31-9c55-0a4d5c1b2e3f'
      const idOf = async (trusted: number, id: string) =>
        (await (await opened(trusted)).house.visit().ask('/', { headers: { 'x-request-id': id } })).headers.get(
          'x-request-id',
        )
      assert.equal(await idOf(1, given), given)
      assert.equal(await idOf(1, given.replaceAll('-', '')), given.replaceAll('-', ''))
      assert.notEqual(await idOf(0, given), given)
      for (const id of ['Nanna', '0101901234', `${given}x`, given.slice(1)]) assert.notEqual(await idOf(1, id), id)
    })
  })
})
