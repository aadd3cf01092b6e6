import assert from 'node:assert/strict'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before } from 'node:test'
import { readConfig } from './platform/config.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import type { Platform } from './platform/platform.ts'
import { testPlatform } from './platform/test-platform.ts'
import { calendarTasks } from './rooms/calendar/index.ts'
import type { TestVisitor } from './test-visitor.ts'

/** A club's calendar on a server of its own, that says what it was asked and answers as told. */
const serveCalendar = () => {
  const asked: IncomingHttpHeaders[] = []
  const told = { answer: (response: ServerResponse): void => void response.writeHead(404).end() }
  let last = 0
  const server = createServer((request, response) => {
    asked.push(request.headers)
    told.answer(response)
  })
  let port = 0
  return {
    asked,
    told,
    listen: async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
      port = (server.address() as AddressInfo).port
    },
    /** An address of its own, for each calendar is followed once. */
    newAddress: () => `http://127.0.0.1:${port}/klub.ics?nr=${(last += 1)}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

export const calendarOf = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Bordtennisklubben', ...events, 'END:VCALENDAR', ''].join('\r\n')

export const event = (uid: string, ...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}@klub`, ...lines, 'END:VEVENT'].join('\r\n')

export const training = event(
  'traening',
  'SUMMARY:Træning for begyndere',
  'LOCATION:Hallen',
  'ORGANIZER;CN=Formand:mailto:formand@klub.example',
  'ATTENDEE:mailto:spiller@klub.example',
  'DTSTART;TZID=Europe/Copenhagen:20261124T170000',
  'DTEND;TZID=Europe/Copenhagen:20261124T183000',
  'RRULE:FREQ=WEEKLY;UNTIL=20261215T235959Z',
)
export const party = event('fest', 'SUMMARY:Julefest', 'DTSTART;VALUE=DATE:20261219', 'DTEND;VALUE=DATE:20261220')
export const board = event('bestyrelse', 'SUMMARY:Bestyrelsesmøde', 'CLASS:PRIVATE', 'DTSTART:20261201T170000Z')

export const ok =
  (body: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(200, { 'content-type': 'text/calendar', ...headers }).end(body)

export const words = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

export const chosen = async (visitor: TestVisitor) => {
  const form = await visitor.text('/kalender/foelg')
  const [, arrangoer = ''] = /name="arrangoer">\s*<option value="([^"]+)"/.exec(form) ?? []
  return { arrangoer, slags: 'sport', pris: '0', pris_pr: 'time', vis: 'ja' }
}

export const timesOn = (page: string) =>
  [...page.matchAll(/href="(\/kalender\/gang\/[^"]+)"/g)].map(([, path = '']) => path)

/** A club's calendar, and what somebody does with it. Called within `describe`. */
export const openClub = () => {
  const own = clonedDatabase()
  const club = serveCalendar()
  before(() => club.listen())
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

  const seriesOf = async (visitor: TestVisitor, path: string, title: string) => {
    const page = await visitor.text(path)
    return new RegExp(`href="(/kalender/[0-9a-f-]{36})">${title}<`).exec(page)?.[1] ?? assert.fail(words(page))
  }

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

  return { club, platform, sql, propose, follow, seriesOf, poll, traces, rowsOf }
}
