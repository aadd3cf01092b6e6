import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from './app.ts'
import { allTasks } from './jobs.ts'
import { runSql, runSqlAsOwner } from './platform/database/test-sql.ts'
import { overheard } from './platform/database/test-statements.ts'
import { testMailLinks } from './test-mail-link.ts'
import { testOrigin, visitorOf } from './test-visitor.ts'

describe('a link to sign in', () => {
  const { own, server, platformAt, visitorAt, performJobs, ask, askAndGet, press } = testMailLinks()

  it('is asked for with the same answer and the same work, whoever has the address', async () => {
    await visitorAt()
    const { database, statements } = overheard(own.database)
    const app = await createApp({ ...platformAt(), database })
    const answerTo = async (address: string) => {
      const visitor = visitorOf(app)
      await visitor.ask('/log-ind')
      statements.length = 0
      const sent = await ask(visitor, address)
      const headers = Object.fromEntries(sent.headers)
      const cookies = sent.headers.getSetCookie().map((cookie) => cookie.replace(/=[\w-]{43};/, '=…;'))
      const page = await visitor.text(headers['location'] ?? '')
      return {
        status: sent.status,
        location: headers['location'],
        cookies,
        names: Object.keys(headers),
        body: await sent.text(),
        page: page.replaceAll(/nonce="[^"]*"/g, ''),
        statements: [...statements],
      }
    }
    await answerTo('the.first@havneby.example')
    const [one, other] = [
      await answerTo('nobody.there@havneby.example'),
      await answerTo('line.oesterby@havneby.example'),
    ]
    assert.ok(one.statements.some((statement) => statement.includes('sign_in_request')))
    assert.ok(!one.statements.some((statement) => /from "?person/.test(statement)))
    assert.match(one.page, /Hvis adressen er kendt hos os, er der en mail på vej/)
    assert.deepEqual(one, other)
    await performJobs()
    assert.deepEqual(
      server.inbox.map(({ to }) => to),
      ['line.oesterby@havneby.example'],
    )
  })

  it('is not asked for at what is no address; what was typed stays', async () => {
    const visitor = await visitorAt()
    for (const address of ['', 'ida', 'ida@havneby', 'a@b.dk\r\nBcc: x@y.dk', 'a\u0000@b.dk']) {
      const answer = await ask(visitor, address)
      assert.equal(answer.status, 422, address)
      assert.match(await answer.text(), /id="felt-adresse-error"/)
    }
    await performJobs()
    assert.deepEqual(server.inbox, [])
  })

  it('is asked for five times an hour at one address', async () => {
    const visitor = await visitorAt()
    const address = 'ofte@havneby.example'
    for (let turn = 0; turn < 5; turn += 1) assert.equal((await ask(visitor, address)).status, 303)
    assert.equal((await ask(visitor, address.toUpperCase())).status, 429)
    assert.equal((await ask(visitor, 'en.anden@havneby.example')).status, 303)
  })

  it('is asked for twenty times an hour from one network', async () => {
    const app = await createApp(platformAt())
    const from = (address: string, turn: number) =>
      app.request(
        `${testOrigin}/log-ind/mail`,
        {
          method: 'POST',
          headers: { origin: testOrigin },
          body: new URLSearchParams({ adresse: `n${turn}@x.example` }),
        },
        { incoming: { socket: { remoteAddress: address } } },
      )
    for (let turn = 0; turn < 20; turn += 1) assert.equal((await from('192.0.2.7', turn)).status, 303)
    assert.equal((await from('192.0.2.7', 20)).status, 429)
    assert.equal((await from('192.0.2.8', 21)).status, 303)
  })

  it('leaves nothing in the database that lets anyone in', async () => {
    const visitor = await visitorAt()
    const link = await askAndGet(visitor)
    const token = new URL(link, testOrigin).searchParams.get('noegle') ?? 'missing'
    const schema = own.database.schema
    const dump = await runSqlAsOwner<{ row: string }>(
      own.url,
      `select l::text as row from ${schema}.sign_in_link l union all select m::text from ${schema}.mail m
       union all select r::text from ${schema}.sign_in_request r union all select a::text from ${schema}.audit_entry a`,
    )
    assert.ok(dump.length > 1)
    assert.ok(!dump.some(({ row }) => row.includes(token)))
    assert.ok(dump.some(({ row }) => row.includes('sign_in_link.sent')))
  })

  it('is cleared away at night, with what else is used up or over', async () => {
    const visitor = await visitorAt()
    await press(visitor, await askAndGet(visitor))
    await visitor.send('/log-ind/noegle/udfordring', {})
    const count = async (table: string, where = 'true') => {
      const [row] = await runSqlAsOwner<{ count: string }>(
        own.url,
        `select count(*) from ${own.database.schema}.${table} where ${where}`,
      )
      return Number(row?.count)
    }
    const tables = ['sign_in_link', 'passkey_challenge', 'session']
    for (const table of tables) assert.ok((await count(table)) > 0, table)
    const ended = await count('session', 'ended_at is not null')
    await visitor.send('/log-ud', {})
    const clearAt = async (moment: string) => {
      const { tasks, close } = await allTasks(platformAt(moment))
      await tasks['clear_sign_ins']?.({})
      close()
    }
    await clearAt('2026-11-22T11:00:00Z')
    assert.ok((await count('sign_in_link')) > 0)
    assert.deepEqual([await count('passkey_challenge'), await count('session', 'ended_at is not null')], [0, ended + 1])
    await clearAt('2026-12-21T11:59:00Z')
    assert.deepEqual([await count('sign_in_link'), await count('session', 'ended_at is not null')], [0, ended + 1])
    await clearAt('2026-12-21T12:01:00Z')
    assert.equal(await count('session', 'ended_at is not null'), 0)
  })

  it('is seen in the database by its person alone', async () => {
    await askAndGet(await visitorAt())
    const seen = (personId: string | null, table: string) =>
      runSql<{ person: string }>(own, { personId }, `select distinct person_id::text as person from ${table}`)
    const [ida] = await runSqlAsOwner<{ id: string }>(
      own.url,
      `select person_id as id from ${own.database.schema}.person where name = 'Ida Holt'`,
    )
    assert.deepEqual(await seen(ida?.id ?? '', 'sign_in_link'), [{ person: ida?.id }])
    assert.deepEqual(await seen(crypto.randomUUID(), 'sign_in_link'), [])
    assert.deepEqual(await seen(null, 'sign_in_link'), [])
    assert.deepEqual(await runSql(own, { personId: ida?.id ?? '' }, 'select 1 from sign_in_request'), [])
    assert.deepEqual(await runSql(own, { personId: ida?.id ?? '' }, 'select 1 from passkey_challenge'), [])
  })
})
