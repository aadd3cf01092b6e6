import assert from 'node:assert/strict'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { createApp } from './app.ts'
import { readConfig } from './platform/config.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import type { Platform } from './platform/platform.ts'
import { testPlatform } from './platform/test-platform.ts'
import { calendarTasks } from './rooms/calendar/index.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

/** A club's calendar on a server of its own, that says what it was asked and answers as told. */
const serveCalendar = async () => {
  const asked: IncomingHttpHeaders[] = []
  const told = { answer: (response: ServerResponse): void => void response.writeHead(404).end() }
  let last = 0
  const server = createServer((request, response) => {
    asked.push(request.headers)
    told.answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo
  return {
    asked,
    told,
    /** An address of its own, for each calendar is followed once. */
    newAddress: () => `http://127.0.0.1:${port}/klub.ics?nr=${(last += 1)}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

const calendarOf = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Bordtennisklubben', ...events, 'END:VCALENDAR', ''].join('\r\n')

const event = (uid: string, ...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}@klub`, ...lines, 'END:VEVENT'].join('\r\n')

const training = event(
  'traening',
  'SUMMARY:Træning for begyndere',
  'LOCATION:Hallen',
  'ORGANIZER;CN=Formand:mailto:formand@klub.example',
  'ATTENDEE:mailto:spiller@klub.example',
  'DTSTART;TZID=Europe/Copenhagen:20261124T170000',
  'DTEND;TZID=Europe/Copenhagen:20261124T183000',
  'RRULE:FREQ=WEEKLY;UNTIL=20261215T235959Z',
)
const party = event('fest', 'SUMMARY:Julefest', 'DTSTART;VALUE=DATE:20261219', 'DTEND;VALUE=DATE:20261220')
const board = event('bestyrelse', 'SUMMARY:Bestyrelsesmøde', 'CLASS:PRIVATE', 'DTSTART:20261201T170000Z')

const ok =
  (body: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(200, { 'content-type': 'text/calendar', ...headers }).end(body)

const words = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const chosen = async (visitor: TestVisitor) => {
  const form = await visitor.text('/kalender/foelg')
  const [, arrangoer = ''] = /name="arrangoer">\s*<option value="([^"]+)"/.exec(form) ?? []
  return { arrangoer, slags: 'sport', pris: '0', pris_pr: 'time', vis: 'ja' }
}

const timesOn = (page: string) => [...page.matchAll(/href="(\/kalender\/gang\/[^"]+)"/g)].map(([, path = '']) => path)

describe('a calendar kept elsewhere', () => {
  const own = clonedDatabase()
  let club: Awaited<ReturnType<typeof serveCalendar>>
  before(async () => {
    club = await serveCalendar()
  })
  after(() => club.close())

  const platform = (moment?: string): Platform => ({
    ...testPlatform(own.database, moment),
    config: readConfig({ BROBYG_FETCH_NETWORKS: '127.0.0.1/32' }),
  })
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  const propose = async (visitor: TestVisitor, change: Record<string, string | File> = {}) => {
    const answer = await visitor.send('/kalender/foelg', {
      ...(await chosen(visitor)),
      adresse: club.newAddress(),
      ...change,
    })
    return { status: answer.status, path: answer.headers.get('location') ?? '', page: await answer.text() }
  }

  const follow = async (visitor: TestVisitor, ...events: readonly string[]) => {
    club.told.answer = ok(calendarOf(...events), { etag: '"1"' })
    const { path, page } = await propose(visitor)
    assert.notEqual(path, '', words(page))
    await visitor.send(`${path}/bekraeft`, { goer: 'foelg' })
    return { path, id: path.split('/').at(-1) ?? '' }
  }

  /** Another moment, for the same visitor. */
  const later = async (visitor: TestVisitor, moment: string) => visitor.moved(await createApp(platform(moment)))

  const seriesOf = async (visitor: TestVisitor, path: string, title: string) => {
    const page = await visitor.text(path)
    return new RegExp(`href="(/kalender/[0-9a-f-]{36})">${title}<`).exec(page)?.[1] ?? assert.fail(words(page))
  }

  it('is shown as it was found before anybody says yes, and nothing is in the calendar until then', async () => {
    const { signIn, visit } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    club.told.answer = ok(calendarOf(training, party, board))
    const { status, path } = await propose(ida)
    assert.equal(status, 303)
    const page = words(await ida.text(path))
    assert.match(page, /Bordtennisklubben/)
    assert.match(page, /2 aktiviteter, 5 gange i alt/)
    assert.match(page, /Træning for begyndere tirsdag den 24\. november 2026 17\.00–18\.30 Hallen/)
    assert.match(page, /Uden navn Den er markeret som privat/)
    assert.doesNotMatch(page, /Bestyrelsesmøde|formand|spiller/)
    assert.doesNotMatch(await visit().text('/kalender?uge=2026-W48'), /Træning for begyndere/)
    await ida.send(`${path}/bekraeft`, { goer: 'foelg' })
    assert.match(words(await visit().text('/kalender?uge=2026-W48')), /17\.00 til 18\.30 Træning for begyndere/)
    assert.match(words(await ida.text('/kalender/foelg')), /Bordtennisklubben .*Hentet lige nu · 2 aktiviteter/)
    const [{ kept } = { kept: '' }] = await sql<{ kept: string }>(`select string_agg(to_jsonb(t)::text, '') as kept
      from (select to_jsonb(s) as it from @series s union all select to_jsonb(c) from @outside_source c) t`)
    assert.doesNotMatch(kept, /formand@|spiller@|Bestyrelse/)
  })

  /** Asks the calendar as the queue does, at a moment. */
  const poll = async (id: string, moment?: string) =>
    calendarTasks(platform(moment))['follow_calendar']?.({ outsideCalendarId: id })

  const traces = async () => {
    const [row] = await sql<{ many: string }>('select count(*) as many from @audit_entry')
    return Number(row?.many)
  }

  const rowsOf = (id: string) =>
    sql<{ id: string; starts: string; state: string; sequence: number; version: number; reason: string }>(
      `select occurrence_id as id, to_char(o.starts_at at time zone 'Europe/Copenhagen', 'MM-DD HH24:MI') as starts, o.state, o.sequence,
         o.version, o.reason from @occurrence o join @series s using (series_id) where s.outside_calendar_id = '${id}' order by o.starts_at`,
    )

  it('is asked politely, and writes nothing where nothing has changed', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { id } = await follow(ida, training, party)
    const [before, traced] = [await rowsOf(id), await traces()]
    club.told.answer = (response) => void response.writeHead(304).end()
    await poll(id, '2026-11-21T18:00:00Z')
    const headers = club.asked.at(-1)
    assert.equal(headers?.['if-none-match'], '"1"')
    assert.match(headers?.['user-agent'] ?? '', /^Brobyg \(\+http/)
    // The same again, made anew with another stamp, as Google does.
    club.told.answer = ok(calendarOf(training.replace('SUMMARY', 'DTSTAMP:20261121T170000Z\r\nSUMMARY'), party))
    await poll(id, '2026-11-21T23:00:00Z')
    assert.deepEqual(await rowsOf(id), before)
    assert.equal(await traces(), traced)
  })

  it('brings changes here: a time that moves goes on as itself, and counts up', async () => {
    const { signIn, visit } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const { id, path } = await follow(ida, training, party)
    const before = await rowsOf(id)
    const moved = event(
      'traening',
      'SUMMARY:Træning for begyndere',
      'RECURRENCE-ID;TZID=Europe/Copenhagen:20261208T170000',
      'DTSTART;TZID=Europe/Copenhagen:20261209T190000',
      'DTEND;TZID=Europe/Copenhagen:20261209T203000',
    )
    club.told.answer = ok(calendarOf(training, moved, party.replace('Julefest', 'Stor julefest')))
    await poll(id, '2026-11-21T18:00:00Z')
    const now = await rowsOf(id)
    assert.deepEqual(
      now.map(({ starts }) => starts),
      ['11-24 17:00', '12-01 17:00', '12-09 19:00', '12-15 17:00', '12-19 00:00'],
    )
    assert.deepEqual(now.map((row) => row.id).toSorted(), before.map((row) => row.id).toSorted())
    assert.deepEqual(
      now.map(({ version }) => version),
      [0, 0, 1, 0, 0],
    )
    assert.deepEqual(now[4]?.sequence, 1)
    const series = await seriesOf(ida, path, 'Stor julefest')
    assert.match(words(await visit().text(series)), /Stor julefest/)
  })

  it('ends here what is taken out there: called off where it is near, gone where it is not, and back when it comes back', async () => {
    const { signIn, visit } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const { id } = await follow(ida, training, party)
    club.told.answer = ok(calendarOf(party))
    await poll(id, '2026-11-21T18:00:00Z')
    assert.deepEqual(
      (await rowsOf(id)).map(({ starts, state, reason }) => [starts, state, reason]),
      [
        ['11-24 17:00', 'cancelled', 'Taget ud af Bordtennisklubben'],
        ['12-19 00:00', 'planned', ''],
      ],
    )
    assert.match(words(await visit().text('/kalender?uge=2026-W48')), /Træning for begyndere .*Aflyst/)
    club.told.answer = ok(calendarOf(training, party))
    await poll(id, '2026-11-22T00:00:00Z')
    assert.deepEqual(
      (await rowsOf(id)).map(({ starts, state }) => `${starts} ${state}`),
      ['11-24', '12-01', '12-08', '12-15'].map((day) => `${day} 17:00 planned`).concat('12-19 00:00 planned'),
    )
  })

  it('loses nothing to a file that was cut, or to an event that cannot be read this time', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { id } = await follow(ida, training, party)
    const before = await rowsOf(id)
    club.told.answer = ok(calendarOf(training.replace('FREQ=WEEKLY', 'FREQ=TIT')))
    await poll(id, '2026-11-21T18:00:00Z')
    assert.deepEqual(
      (await rowsOf(id)).map(({ starts }) => starts),
      before.slice(0, 4).map(({ starts }) => starts),
    )
    club.told.answer = ok('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')
    await poll(id, '2026-11-21T23:00:00Z')
    assert.equal((await rowsOf(id)).length, 4)
  })

  it('says how it stands when it does not answer, waits longer each time, and is given up after a month with a mail', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { id, path } = await follow(ida, training)
    club.told.answer = (response) => void response.writeHead(404).end()
    const waits: number[] = []
    let moment = Temporal.Instant.from('2026-11-21T18:00:00Z')
    for (let tries = 0; tries < 45; tries += 1) {
      await poll(id, moment.toString())
      const [row] = await sql<{ next: Date | string | null }>(
        `select next_at::text as next from @outside_calendar where outside_calendar_id = '${id}'`,
      )
      if (row?.next === null || row === undefined) break
      const next = Temporal.Instant.from(String(row.next).replace(' ', 'T'))
      waits.push(next.since(moment).total('hours'))
      moment = next
    }
    assert.ok(waits.length > 20)
    assert.ok(
      waits.every((wait, at) => wait >= Math.min(2 ** (at + 1), 24) && wait <= 27),
      waits.join(),
    )
    const page = words(
      await (await (await openSample(platform(moment.toString()))).signIn('Ida Holt')).text('/kalender/foelg'),
    )
    assert.match(
      page,
      /Følges ikke længere: har ikke svaret siden 21\. november 2026 .*Siden svarer 404: kalenderen er der ikke/,
    )
    assert.deepEqual(
      (await sql<{ subject: string }>('select subject from @mail')).map(({ subject }) => subject),
      ['Bordtennisklubben følges ikke længere'],
    )
    assert.equal((await rowsOf(id)).length, 4)
    club.told.answer = ok(calendarOf(training))
    await ida.send(`${path}/goer`, { goer: 'hent' })
    assert.match(words(await ida.text(path)), /Hentet lige nu · én aktivitet/)
  })

  it('leaves a server alone for as long as it asks', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { id, path } = await follow(ida, training)
    club.told.answer = (response) => void response.writeHead(429, { 'retry-after': '172800' }).end()
    await poll(id, '2026-11-21T18:00:00Z')
    const page = words(await ida.text(path))
    assert.match(page, /Siden svarer 429: den beder os vente/)
    assert.match(page, /Hentes igen 23\. november 2026 kl\. 19\.00/)
  })

  it('is changed there alone: no page here offers it, and no form does it', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { path } = await follow(ida, training)
    const series = await seriesOf(ida, path, 'Træning for begyndere')
    const page = await ida.text(series)
    assert.match(words(page), /Den følges fra Bordtennisklubben\. Ret den dér/)
    for (const form of ['ret', 'pause', 'slut', 'gang']) assert.ok(!page.includes(`${series}/${form}"`), form)
    const [time = ''] = timesOn(page)
    assert.doesNotMatch(await ida.text(time), /name="goer" value="(?:flyt|aflys)"/)
    assert.equal((await ida.ask(`${series}/ret`)).status, 303)
    for (const [address, form] of [
      [time, { udgave: '0', goer: 'aflys' }],
      [`${series}/slut`, { udgave: '0', fra: '2026-11-22' }],
      [`${series}/pause`, { udgave: '0', fra: '2026-11-22', til: '2026-11-29' }],
      [`${series}/gang`, { dag: '2026-12-30', fra: '10', til: '11' }],
    ] as const) {
      const answer = await ida.send(address, form)
      assert.equal(answer.status, 422, address)
      assert.match(await answer.text(), /Den følges fra en anden kalender/)
    }
  })

  it('can have one activity left out, which stays out when it changes there', async () => {
    const { signIn, visit } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const { id, path } = await follow(ida, training, party)
    const series = await seriesOf(ida, path, 'Julefest')
    const version = /name="udgave" value="(\d+)"/.exec(await ida.text(series))?.[1] ?? ''
    assert.equal((await ida.send(`${series}/skjul`, { udgave: version, goer: 'skjul' })).status, 303)
    assert.equal((await visit().ask(series)).status, 404)
    club.told.answer = ok(calendarOf(training, party.replace('Julefest', 'Nytårsfest')))
    await poll(id, '2026-11-21T18:00:00Z')
    assert.equal((await visit().ask(series)).status, 404)
    assert.doesNotMatch(await visit().text('/kalender?uge=2026-W51'), /Nytårsfest/)
    const again = /name="udgave" value="(\d+)"/.exec(await ida.text(series))?.[1] ?? ''
    await ida.send(`${series}/skjul`, { udgave: again, goer: 'vis' })
    assert.match(await visit().text('/kalender?uge=2026-W51'), /Nytårsfest/)
  })

  it('answers a promise by hand, and keeps doing so when it changes there', async () => {
    const yusuf = await (await openSample(platform())).signIn('Yusuf Demir')
    const { id, path } = await follow(yusuf, training)
    const series = await seriesOf(yusuf, path, 'Træning for begyndere')
    const form = await yusuf.text(series)
    const [, promise = ''] = /name="loefte">.*?<option value="([0-9a-f-]{36})"/s.exec(form) ?? []
    assert.notEqual(promise, '')
    const version = /name="udgave" value="(\d+)"/.exec(form)?.[1] ?? ''
    await yusuf.send(`${series}/loefte`, { udgave: version, loefte: promise })
    club.told.answer = ok(calendarOf(training.replace('begyndere', 'alle')))
    await poll(id, '2026-11-21T18:00:00Z')
    assert.match(words(await yusuf.text(series)), /Træning for alle .*Indfrier et løfte:/)
  })

  it('is paused, taken up again, changed for all of it, and let go: what was held stays', async () => {
    const { signIn, visit } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const { id, path } = await follow(ida, training.replace('begyndere', 'øvede'), party)
    await ida.send(`${path}/goer`, { goer: 'pause' })
    const asked = club.asked.length
    await poll(id, '2026-11-22T18:00:00Z')
    assert.equal(club.asked.length, asked)
    assert.match(words(await ida.text(path)), /På pause · Hentet lige nu/)
    await ida.send(`${path}/goer`, { goer: 'genoptag' })
    const version = /name="udgave" value="(\d+)"/.exec(await ida.text(path))?.[1] ?? ''
    const change = { ...(await chosen(ida)), udgave: version, navn: 'Klubben', slags: 'party', vis: '', alderfra: '8' }
    assert.equal((await ida.send(`${path}/ret`, change)).status, 303)
    assert.doesNotMatch(await visit().text('/kalender?uge=2026-W48'), /Træning for øvede/)
    const stale = await ida.send(`${path}/ret`, change)
    assert.equal(stale.status, 422)
    const december = await later(ida, '2026-12-02T12:00:00Z')
    const [, held] = await rowsOf(id)
    const said = await december.send(`/kalender/holdt/${held?.id}`, {
      udgave: String(held?.version),
      goer: 'holdt',
      antal: '12',
    })
    assert.equal(said.status, 303)
    await december.send(`${path}/goer`, { goer: 'stop' })
    assert.deepEqual(
      (await rowsOf(id)).map(({ starts, state }) => `${starts} ${state}`),
      ['11-24 17:00 planned', '12-01 17:00 held', '12-08 17:00 cancelled'],
    )
    assert.doesNotMatch(await december.text('/kalender/foelg'), />Klubben</)
  })

  it('comes as a file once, which is never asked for again', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const asked = club.asked.length
    const { path } = await propose(ida, { adresse: '', fil: new File([calendarOf(training)], 'klub.ics') })
    await ida.send(`${path}/bekraeft`, { goer: 'foelg' })
    assert.match(words(await ida.text(path)), /Taget ind fra en fil · én aktivitet/)
    assert.equal(club.asked.length, asked)
    const none = await propose(ida, { adresse: '' })
    assert.equal(none.status, 422)
    assert.match(none.page, /Skriv en adresse, eller vælg en fil/)
  })

  it('can be let be after a look, and is not followed twice', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    club.told.answer = ok(calendarOf(training))
    const looked = await propose(ida)
    await ida.send(`${looked.path}/bekraeft`, { goer: 'fortryd' })
    assert.equal((await ida.ask(looked.path)).status, 404)
    const adresse = club.newAddress()
    const { path } = await propose(ida, { adresse })
    await ida.send(`${path}/bekraeft`, { goer: 'foelg' })
    assert.match((await propose(ida, { adresse })).page, /Den kalender følger I allerede/)
  })

  it('is refused with a sentence where there is none, or where it leads inside', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const said = async (adresse: string) => (await propose(ida, { adresse })).page
    club.told.answer = ok('<!doctype html><title>Klubben</title>', { 'content-type': 'text/html' })
    assert.match(await said(club.newAddress()), /Det er en hjemmeside, ikke en kalender/)
    club.told.answer = ok('hej')
    assert.match(await said(club.newAddress()), /Det er ikke en kalender/)
    assert.match(await said('klubben'), /Det er ikke en adresse/)
    assert.match(await said('https://a:b@klub.example/x.ics'), /brugernavn eller en adgangskode/)
    for (const inside of [
      'https://10.0.0.1/x.ics',
      'https://[::1]/x.ics',
      'http://2130706434/',
      'https://169.254.169.254/',
    ])
      assert.match(await said(inside), /fører ind på et lukket net/, inside)
  })

  it('is arranged by its own alone, and its address is told to no others', async () => {
    const { signIn, visit } = await openSample(platform())
    const [ida, line] = [await signIn('Ida Holt'), await signIn('Line Østerby')]
    const { path } = await follow(ida, training)
    assert.match(await ida.text(path), /klub\.ics/)
    const seen = await line.text(path)
    assert.match(words(seen), /Træning for begyndere/)
    assert.doesNotMatch(seen, /klub\.ics/)
    assert.equal((await line.send(`${path}/goer`, { goer: 'stop' })).status, 403)
    assert.notEqual((await visit().ask(path)).status, 200)
  })
})
