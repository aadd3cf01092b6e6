import assert from 'node:assert/strict'
import { type IncomingMessage, request } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { createApp } from './app.ts'
import { openTables } from './platform/database/database.ts'
import { type Database, leaveTrace, nobody, writeAs } from './platform/database/index.ts'
import { clonedDatabase, testSchema } from './platform/database/test-database.ts'
import { lineLog, silentLog } from './platform/log.ts'
import { limits } from './platform/rate-limit/limits.ts'
import { createMetrics } from './platform/metrics.ts'
import type { Platform } from './platform/platform.ts'
import { servePages } from './platform/serve.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { system } from './rooms/access/index.ts'
import { theSample } from './test-sample.ts'
import { createFastLane } from './web/fast-lane.ts'
import { serveMadeOnce } from './web/made-once.ts'
import type { WebEnv } from './web/page-context.ts'

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingMessage['headersDistinct']
  readonly body: Buffer
}

interface Asked {
  readonly path: string
  readonly method?: string
  readonly headers?: Record<string, string>
}

const answerOf = (port: number, { path, method = 'GET', headers = {} }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
      const { statusCode: status, headersDistinct: headers } = answer
      answer.toArray().then((parts) => resolve({ status, headers, body: Buffer.concat(parts) }), reject)
    })
    asked.on('error', reject).end()
  })

/** The site on a port of its own; `passed` counts what the lane left to the application. */
const openSite = async (platform: Platform) => {
  const metrics = createMetrics()
  const { lane, remember } = createFastLane(platform, metrics)
  const { fetch } = await createApp(platform, metrics, { remember })
  const told = { passed: 0 }
  const serving = await servePages(
    {
      fetch,
      lane: (asked, answer, otherwise) =>
        lane(asked, answer, () => {
          told.passed += 1
          otherwise()
        }),
    },
    { port: 0, host: '127.0.0.1' },
  )
  return { serving, told, metrics, ask: (asked: Asked) => answerOf(serving.port, asked) }
}

/** All but the two that are another each time, whose shape alone can be compared. */
const comparable = ({ headers: { date, 'x-request-id': id, ...headers }, ...answer }: Answer) => {
  assert.match(String(date), /GMT$/)
  assert.match(String(id), /^[a-z]{5}-[a-z]{5}-[a-z]{5}$/)
  return { ...answer, headers }
}

const renameSeries = (database: Database, title: string) =>
  writeAs({ database }, system, async (tx) => {
    await tx.updateTable('series').set({ title }).where('is_published', '=', true).execute()
    leaveTrace(tx, { verb: 'test.written', thing: 'series' })
  })

describe('the lane past the application', () => {
  const own = clonedDatabase(theSample)
  const lines: string[] = []
  let site: Awaited<ReturnType<typeof openSite>>
  before(async () => {
    site = await openSite({ ...testPlatform(own.database), log: lineLog((line) => lines.push(line)) })
    // When what is public last changed is told two seconds after it did.
    await wait(2100)
  })
  after(() => site.serving.drain())

  const passedBy = async (asked: Asked): Promise<{ answer: Answer; isPassed: boolean }> => {
    const { passed } = site.told
    const answer = await site.ask(asked)
    return { answer, isPassed: site.told.passed > passed }
  }

  const paths = ['/', '/kalender.ics', '/kalender.ics?sprog=en', '/openactive', '/api/v1/areas', '/hsds/services']
  for (const path of paths)
    it(`answers ${path} just as the application does, header by header`, async () => {
      const tag = (await site.ask({ path })).headers['etag']?.[0] ?? ''
      assert.match(tag, /^"/)
      const questions: Record<string, string>[] = [
        {},
        { 'accept-encoding': 'gzip, deflate, br' },
        { 'accept-encoding': 'gzip' },
        { 'accept-encoding': 'identity' },
        { 'if-none-match': tag },
        { 'if-none-match': `W/${tag}`, 'accept-encoding': 'br' },
        { 'if-none-match': '"another"' },
        { 'if-modified-since': 'Tue, 01 Jan 2030 00:00:00 GMT' },
        { 'if-modified-since': 'Tue, 01 Jan 2019 00:00:00 GMT' },
        { cookie: 'brobyg-sprog=en' },
      ]
      const bodies = new Set<string>()
      for (const method of ['GET', 'HEAD'])
        for (const headers of questions) {
          // Asked twice: the first may go the way of the application, the second does not; a fresh site has nothing to remember.
          const fresh = await openSite(testPlatform(own.database))
          const slow = await fresh.ask({ path, method, headers })
          assert.equal(fresh.told.passed, 1)
          await fresh.serving.drain()
          await site.ask({ path, method, headers })
          const { answer, isPassed } = await passedBy({ path, method, headers })
          const asked = `${method} ${JSON.stringify(headers)}`
          assert.equal(isPassed, false, asked)
          assert.deepEqual(comparable(answer), comparable(slow), asked)
          assert.equal(answer.status, 'if-modified-since' in headers || 'if-none-match' in headers ? slow.status : 200)
          if (answer.status === 200 && method === 'GET' && headers['cookie'] === undefined)
            bodies.add(unpacked(answer).toString())
        }
      assert.equal(bodies.size, 1)
    })

  it('shows a page that changes with time no longer than it is true', async () => {
    const told = { now: Temporal.Instant.from('2026-11-23T15:58:00Z') }
    const ours = await openSite({ ...testPlatform(own.database), clock: { now: () => told.now } })
    after(() => ours.serving.drain())
    const list = '/'
    const shown = async (path: string, headers: Record<string, string> = {}) => {
      const { passed } = ours.told
      const answer = await ours.ask({ path, headers })
      return { answer, page: unpacked(answer).toString(), isPassed: ours.told.passed > passed }
    }
    const { page, answer } = await shown(list)
    const hall = /datetime="2026-11-23T14:00:00Z"[\s\S]*?href="(\/det-sker\/[^"]+)"/.exec(page)?.[1] ?? ''
    assert.notEqual(hall, '')
    assert.doesNotMatch((await shown(hall)).page, /res-standing/)
    assert.equal((await shown(list)).isPassed, false)
    assert.equal((await shown(hall)).isPassed, false)
    told.now = Temporal.Instant.from('2026-11-23T15:59:59Z')
    assert.equal((await shown(list)).isPassed, false)
    told.now = Temporal.Instant.from('2026-11-23T16:00:00Z')
    const later = await shown(list, { 'if-none-match': answer.headers['etag']?.[0] ?? '' })
    assert.deepEqual([later.isPassed, later.answer.status], [true, 200])
    assert.doesNotMatch(later.page, /datetime="2026-11-23T14:00:00Z"/)
    assert.match((await shown(hall)).page, /res-standing/)
    assert.equal((await shown(list)).isPassed, false)
  })

  it('tells its line and counts as the application does', async () => {
    const path = '/kalender.ics'
    await site.ask({ path })
    lines.length = 0
    const { answer, isPassed } = await passedBy({ path })
    assert.equal(isPassed, false)
    const facts = lines.map((line) => JSON.parse(line))
    assert.deepEqual(
      facts.map(({ at, ms, ...fact }) => [typeof at, typeof ms, fact]),
      [
        [
          'string',
          'number',
          {
            level: 'info',
            event: 'request',
            request: answer.headers['x-request-id']?.[0],
            method: 'GET',
            route: path,
            status: 200,
          },
        ],
      ],
    )
    assert.match(
      await site.metrics.write(),
      /brobyg_requests_total\{method="GET",route="\/kalender\.ics",status="2xx"\}/,
    )
  })

  it('leaves to the application whoever may be somebody, sends something, or asks for what nobody asked for yet', async () => {
    const path = '/kalender.ics'
    await site.ask({ path })
    for (const asked of [
      { path, headers: { cookie: 'brobyg-session=x' } },
      { path, headers: { cookie: 'brobyg-sprog=en; brobyg-session=x' } },
      { path, method: 'POST' },
      { path: '/kalender.ics?alder=8-12' },
      { path: '/log-ind' },
    ])
      assert.ok((await passedBy(asked)).isPassed, JSON.stringify(asked))
  })

  it('shows nothing that this process has just changed, and another soon after', async () => {
    const path = '/kalender.ics'
    // The sites before have used the turns of this address, on a clock that stands still.
    await runSqlAsOwner(own.url, `delete from "${own.database.schema}".rate_limit`)
    const seen = async () => unpacked(await site.ask({ path })).toString()
    for (const round of [1, 2, 3, 4, 5]) {
      await Promise.all([seen(), seen()])
      await renameSeries(own.database, `Omdøbt ${round}`)
      assert.ok((await seen()).includes(`SUMMARY:Omdøbt ${round}`), 'the change is there for the next who asks')
    }
    const elsewhere = openTables(own.url, testSchema, silentLog)
    await renameSeries(elsewhere, 'Omdøbt derfra')
    await wait(50)
    assert.ok((await seen()).includes('SUMMARY:Omdøbt derfra'))
    await elsewhere.close()
  })
})

const unpacked = ({ headers, body }: Answer): Buffer => {
  const encoding = headers['content-encoding']?.[0]
  return encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
}

describe('what is made once', () => {
  const own = clonedDatabase()

  it('is made by one of the many who ask right after a change, packed once, and given to all', async () => {
    const platform = testPlatform(own.database)
    let made = 0
    const app = new Hono<WebEnv>().get('/thing', (c) =>
      serveMadeOnce(c, platform, {
        key: '/thing',
        make: async (tx) => {
          made += 1
          const rows = await tx.selectFrom('area').select('name').execute()
          return { mediaType: 'text/plain', body: `${rows.length} `.repeat(1000) }
        },
      }),
    )
    const askAll = () => Promise.all(Array.from({ length: 100 }, async () => (await app.request('/thing')).text()))
    assert.deepEqual(new Set(await askAll()), new Set(['0 '.repeat(1000)]))
    assert.equal(made, 1)
    for (const round of [1, 2, 3]) {
      await writeAs(platform, nobody, async (tx) => {
        leaveTrace(tx, { verb: 'test.written', thing: 'area' })
      })
      await askAll()
      assert.equal(made, 1 + round)
    }
  })
})

describe('what is made for one address', () => {
  const own = clonedDatabase(theSample)
  const socket = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

  it('is so much and no more, while what is there already is free, and another address is let in', async () => {
    const app = await createApp(testPlatform(own.database))
    const ask = async (path: string, from = '192.0.2.1', headers: Record<string, string> = {}) =>
      app.request(path, { headers }, socket(from))
    const first = await ask('/kalender.ics')
    assert.equal(first.status, 200)
    const numbers = Array.from({ length: limits.madeAnew.turns - 1 }, (_, number) => number + 1)
    for (const number of numbers) assert.equal((await ask(`/hsds/services?page=${number}`)).status, 200)
    for (const path of [
      '/api/v1/occurrences',
      '/hsds/services/019ad000-0000-7000-8000-000000000000',
      '/openactive/slots',
    ]) {
      const refused = await ask(path)
      assert.deepEqual(
        [refused.status, refused.headers.get('retry-after'), refused.headers.get('content-type')],
        [429, '60', 'application/problem+json'],
        path,
      )
      assert.match(await refused.text(), /Come again in 1 min/)
      assert.equal((await ask(path, '192.0.2.2')).status, path.includes('019') ? 404 : 200)
    }
    const refused = await ask('/kalender.ics?gratis=ja')
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '60'])
    assert.match(await refused.text(), /minut/)
    const tag = first.headers.get('etag') ?? ''
    assert.equal((await ask('/kalender.ics', '192.0.2.1', { 'if-none-match': tag })).status, 304)
    assert.equal((await ask('/hsds/services?page=3')).status, 200)
  })

  it('is refused to whoever used all of theirs, not to those who wait for the same', async () => {
    const app = await createApp(testPlatform(own.database))
    const ask = async (path: string, from: string) => (await app.request(path, {}, socket(from))).status
    for (const number of Array.from({ length: limits.madeAnew.turns }, (_, at) => at + 1))
      await ask(`/hsds/organizations?page=${number}`, '192.0.2.3')
    const path = '/hsds/services?per_page=7'
    const [spent, ...others] = await Promise.all(
      ['192.0.2.3', '192.0.2.4', '192.0.2.5', '192.0.2.6'].map((from) => ask(path, from)),
    )
    assert.deepEqual([spent, ...others], [429, 200, 200, 200])
  })
})
