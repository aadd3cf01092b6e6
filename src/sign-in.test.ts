import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { type KyselyPlugin, PostgresQueryCompiler } from 'kysely'
import { createApp } from './app.ts'
import { allTasks } from './jobs.ts'
import { clockAt } from './platform/clock.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSql, runSqlAsOwner } from './platform/database/test-sql.ts'
import type { Database, WriteTx } from './platform/database/index.ts'
import { type Received, testMailServer } from './platform/mail/test-mail-server.ts'
import type { Platform } from './platform/platform.ts'
import { runDueJobs } from './platform/queue/run-queue.ts'
import { testPlatform } from './platform/test-platform.ts'
import { loadSampleIfEmpty } from './sample.ts'
import { openSample, testOrigin, type TestVisitor, visitorOf } from './test-visitor.ts'

const known = 'ida.holt@havneby.example'

describe('a link to sign in, sent by mail', () => {
  const own = clonedDatabase()
  const server = testMailServer()
  const noon = '2026-11-21T12:00:00Z'
  beforeEach(() => runSqlAsOwner(own.url, `delete from ${own.database.schema}.rate_limit`))

  const platformAt = (moment = noon, changed: Partial<Platform['config']> = {}): Platform => {
    const platform = testPlatform(own.database)
    const config = { ...platform.config, smtpUrl: server.url, ...changed }
    return { ...platform, clock: clockAt(moment), config }
  }

  const visitorAt = async (moment?: string, changed?: Partial<Platform['config']>): Promise<TestVisitor> => {
    const platform = platformAt(moment, changed)
    await loadSampleIfEmpty(platform)
    return visitorOf(await createApp(platform))
  }

  /** The same browser, cookies and all, at another moment. */
  const later = async (visitor: TestVisitor, moment: string) => visitor.moved(await createApp(platformAt(moment)))

  const performJobs = async (moment = noon): Promise<void> => {
    const platform = platformAt(moment)
    const { tasks, close } = await allTasks(platform)
    await runDueJobs({ url: own.url, schema: platform.database.schema, log: platform.log }, tasks)
    close()
  }

  const ask = (visitor: TestVisitor, address = known, til = '/loefter') =>
    visitor.send('/log-ind/mail', { adresse: address, til })

  const linksIn = (mail: Received | undefined): string[] => [
    ...new Set(
      [...(mail?.text ?? '').matchAll(/http:\/\/localhost:3000(\/log-ind\/link\?noegle=[\w-]{43}&til=[\w%]+)/g)].map(
        ([, path = '']) => path,
      ),
    ),
  ]

  const askAndGet = async (visitor: TestVisitor, address = known): Promise<string> => {
    const from = server.inbox.length
    assert.equal((await ask(visitor, address)).status, 303)
    await performJobs()
    const [link] = linksIn(server.inbox.slice(from).find(({ to }) => to === address))
    assert.ok(link)
    return link
  }

  const press = (visitor: TestVisitor, link: string) => {
    const { searchParams } = new URL(link, testOrigin)
    return visitor.send('/log-ind/link', {
      noegle: searchParams.get('noegle') ?? '',
      til: searchParams.get('til') ?? '',
    })
  }

  const isIn = async (visitor: TestVisitor): Promise<boolean> => (await visitor.ask('/indstillinger')).status === 200

  it('lets in once, in the browser that asked, and takes one where they were going', async () => {
    const visitor = await visitorAt()
    const link = await askAndGet(visitor)
    const [mail] = server.inbox
    assert.deepEqual([server.inbox.length, mail?.to, mail?.subject], [1, known, 'Log ind i Brobyg'])
    assert.match(mail?.text ?? '', /Kære Ida Holt/)
    assert.match(mail?.raw ?? '', /^Content-Type: multipart\/alternative/m)
    const opened = await visitor.text(link)
    assert.match(opened, /Du er næsten inde/)
    assert.equal(await isIn(visitor), false, 'a link that is only looked at lets nobody in')
    const pressed = await press(visitor, link)
    assert.deepEqual([pressed.status, pressed.headers.get('location')], [303, '/log-ind/noegle?til=%2Floefter'])
    assert.match(await visitor.text('/log-ind/noegle?til=%2Floefter'), /Lav en adgangsnøgle[\s\S]*href="\/loefter"/)
    assert.match(await visitor.text('/indstillinger'), /Du er logget ind som Ida Holt/)
    assert.match(await visitor.text('/indstillinger'), /med link i mail/)
  })

  it('is not offered a passkey again in the same browser', async () => {
    const visitor = await visitorAt()
    await press(visitor, await askAndGet(visitor))
    await visitor.send('/log-ud', {})
    assert.equal((await press(visitor, await askAndGet(visitor))).headers.get('location'), '/loefter')
  })

  it('is of no use a second time', async () => {
    const visitor = await visitorAt()
    const link = await askAndGet(visitor)
    await press(visitor, link)
    await visitor.send('/log-ud', {})
    assert.match(await visitor.text(link), /Linket er brugt/)
    assert.equal((await press(visitor, link)).status, 422)
    assert.equal(await isIn(visitor), false)
  })

  it('lets one in of two who press it at once', async () => {
    const visitor = await visitorAt()
    const link = await askAndGet(visitor)
    const answers = await Promise.all([press(visitor, link), press(visitor, link)])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422])
  })

  it('says kindly in another browser that it opens in the one that asked', async () => {
    const [visitor, other] = [await visitorAt(), await visitorAt()]
    const link = await askAndGet(visitor)
    await ask(other, 'nobody@havneby.example')
    const opened = await other.ask(link)
    assert.equal(opened.status, 410)
    assert.match(await opened.text(), /kun i den browser, hvor du bad om det[\s\S]*Bed om et nyt link/)
    assert.equal((await press(other, link)).status, 422)
    assert.equal(await isIn(other), false)
    assert.equal((await press(visitor, link)).status, 303, 'the browser that asked can still use it')
  })

  it('ends after 15 minutes', async () => {
    const visitor = await visitorAt()
    const link = await askAndGet(visitor)
    const justInTime = await later(visitor, '2026-11-21T12:14:59Z')
    assert.match(await justInTime.text(link), /Du er næsten inde/)
    const tooLate = await later(visitor, '2026-11-21T12:15:00Z')
    assert.match(await tooLate.text(link), /gælder ikke længere/)
    assert.equal((await press(tooLate, link)).status, 422)
    assert.equal(await isIn(tooLate), false)
  })

  it('ends when a newer one is asked for in the same browser, and not when a stranger asks elsewhere', async () => {
    const [visitor, stranger] = [await visitorAt(), await visitorAt()]
    const first = await askAndGet(visitor)
    await askAndGet(stranger)
    assert.match(await visitor.text(first), /Du er næsten inde/)
    const second = await askAndGet(visitor)
    assert.equal((await press(visitor, first)).status, 422)
    assert.equal((await press(visitor, second)).status, 303)
  })

  it('is of no use changed by a letter', async () => {
    const visitor = await visitorAt()
    const link = await askAndGet(visitor)
    const changed = link.replace(/noegle=(.)/, (_, letter: string) => `noegle=${letter === 'A' ? 'B' : 'A'}`)
    assert.match(await visitor.text(changed), /Vi kender ikke linket/)
    for (const wrong of [changed, link.replace(/noegle=[\w-]+/, 'noegle='), '/log-ind/link'])
      assert.equal((await press(visitor, wrong)).status, 422)
    assert.equal(await isIn(visitor), false)
  })

  it('is sent for each who has the address, by name, in one mail', async () => {
    const visitor = await visitorAt()
    const shared = 'faelles@havneby.example'
    await runSqlAsOwner(
      own.url,
      `update ${own.database.schema}.person set email = initcap('${shared}') where name in ('Malthe Riis', 'Hanne Juul')`,
    )
    await ask(visitor, ` ${shared.toUpperCase()} `)
    await performJobs()
    assert.equal(server.inbox.length, 1)
    const [mail] = server.inbox
    assert.match(mail?.text ?? '', /2 personer har den her mailadresse/)
    assert.match(mail?.text ?? '', /Log ind som Hanne Juul[\s\S]*Log ind som Malthe Riis/)
    const links = linksIn(mail)
    assert.equal(links.length, 2)
    await press(visitor, links[1] ?? '')
    assert.match(await visitor.text('/indstillinger'), /Du er logget ind som Malthe Riis/)
  })

  it('is in English for who reads English', async () => {
    const visitor = await visitorAt()
    await visitor.ask('/sprog/en')
    await askAndGet(visitor)
    assert.match(server.inbox[0]?.text ?? '', /Dear Ida Holt[\s\S]*<html lang="en">/)
  })

  it('is asked for with the same answer and the same work, whoever has the address', async () => {
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

  it('works in production, where nobody is chosen from the cast', async () => {
    const visitor = await visitorAt(noon, { isProduction: true })
    await press(visitor, await askAndGet(visitor, 'karim.haddad@havneby.example'))
    assert.match(await visitor.text('/indstillinger'), /Du er logget ind som Karim Haddad/)
  })

  it('ends when its person’s mail moves, which the old address is told', async () => {
    const visitor = await visitorAt()
    const address = 'samira.aziz@havneby.example'
    const link = await askAndGet(visitor, address)
    const samira = await (await openSample(platformAt())).signIn('Samira Aziz')
    server.inbox.length = 0
    await samira.send('/loefter/mail', { adresse: 'samira@elsewhere.example', udloeb: 'ja' })
    await performJobs()
    assert.deepEqual(
      server.inbox.map(({ to, subject }) => [to, subject]),
      [[address, 'Din mailadresse i Brobyg er ændret']],
    )
    assert.doesNotMatch(server.inbox[0]?.text ?? '', /elsewhere/)
    assert.match(await visitor.text(link), /gælder ikke længere/)
    assert.equal((await press(visitor, link)).status, 422)
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
    assert.ok(dump.length > 3)
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

/** A database whose statements are heard, without their values. */
const overheard = (database: Database): { database: Database; statements: string[] } => {
  const statements: string[] = []
  const ear: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      statements.push(new PostgresQueryCompiler().compileQuery(node, queryId).sql)
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  const transact: Database['transact'] = (access, actor, work) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same transaction, listened to
    database.transact(access, actor, (tx) => work(tx.withPlugin(ear) as WriteTx))
  return { database: { ...database, transact }, statements }
}
