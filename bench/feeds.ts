import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { writeAbout } from '../src/platform/icalendar/timed-event.ts'
import { writeCalendar } from '../src/platform/icalendar/write-calendar.ts'
import { projectRoot } from '../src/platform/root.ts'
import { eventsOfSeries } from '../src/rooms/calendar/feeds/series-events.rules.ts'
import type { Occurrence } from '../src/rooms/calendar/occurrence.ts'
import type { Series } from '../src/rooms/calendar/series.ts'

// Goals: a feed of 10,000 times written at 0.7 of bytes by hand; what is public served at 0.8 of raw node:http sending the same bytes.

const perSecond = (work: () => unknown, least = 1500): number => {
  for (let warm = 0; warm < 3; warm++) work()
  const begun = performance.now()
  let runs = 0
  while (performance.now() - begun < least) {
    work()
    runs++
  }
  return (runs * 1000) / (performance.now() - begun)
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const seriesCount = 200
const timesEach = 50

const seriesOf = (number: number, rule: string): Series => ({
  seriesId: `019ad000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  title: `Klubaften nummer ${number} på Ankerpladsen`,
  summary: '',
  kind: 'club',
  organisationId: '',
  planId: null,
  areaId: null,
  venueId: null,
  spaceId: null,
  place: '',
  ageFrom: 8,
  ageTo: 12,
  languages: [],
  priceOere: 0n,
  pricePer: null,
  goesAlong: '',
  signUp: 'none',
  places: null,
  isLarge: false,
  isPublished: true,
  lineageId: null,
  startsOn: Temporal.PlainDate.from('2026-01-05').add({ days: number % 7 }),
  startsMinute: 17 * 60,
  lastsMinutes: 120,
  rule,
  leavesOutMonths: [],
  schoolDaysOnly: false,
  version: 0,
  continuesId: null,
  outsideCalendarId: null,
  isLeftOut: false,
  copiedFromId: null,
  changedAt: Temporal.Instant.from('2026-01-01T08:00:00Z'),
  endedAt: null,
})

const aboutOf = ({ title, seriesId }: Series): string =>
  writeAbout({
    summary: title,
    description: 'Spil, mad over bål og en voksen fra Molen. Du behøver ikke være medlem.\nFor: 8–12 år\nPris: Gratis',
    location: 'Fyrets beboerhus, Rebslagervej 8, salen',
    position: { latitude: 55.676, longitude: 12.568 },
    categories: ['Klub'],
    url: `https://brobyg.example/kalender/${seriesId}`,
  })

const timesOf = (series: Series, number: number): Occurrence[] =>
  Array.from({ length: timesEach }, (_, week) => {
    const startsAt = series.startsOn
      .add({ days: 7 * week })
      .toZonedDateTime({ timeZone: 'Europe/Copenhagen', plainTime: '17:00' })
      .toInstant()
    return {
      occurrenceId: `019ad000-0000-7000-9000-${String(number * timesEach + week).padStart(12, '0')}`,
      seriesId: series.seriesId,
      originalStartsAt: startsAt,
      startsAt,
      endsAt: startsAt.add({ hours: 2 }),
      state: 'planned',
      isExtra: false,
      reason: '',
      elsewhereVenueId: null,
      headCount: null,
      sequence: 0,
      version: 0,
      changedAt: series.changedAt,
    }
  })

// A rule that readers disagree on is written time by time; a plain one as itself.
const weeks = Array.from({ length: 53 }, (_, week) => week + 1).join(',')
const cityWith = (rule: string) =>
  Array.from({ length: seriesCount }, (_, number) => {
    const series = seriesOf(number, rule)
    return { series, about: aboutOf(series), times: timesOf(series, number) }
  })

const head = { name: 'Prøve', description: 'Prøve', language: 'da', days: [] }
type City = ReturnType<typeof cityWith>
const writeFeed = (city: City): Buffer => {
  const events = city.flatMap(({ series, times, about }) =>
    eventsOfSeries(series, times, { usual: about, of: () => about }),
  )
  return Buffer.from(writeCalendar({ ...head, events }))
}

const single = cityWith(`FREQ=YEARLY;BYWEEKNO=${weeks}`)
const ruled = cityWith('FREQ=WEEKLY')
const frame = writeCalendar({ ...head, events: [] })
const zone = /BEGIN:VTIMEZONE[^]*END:VTIMEZONE\r\n/.exec(String(writeFeed(ruled)))?.[0] ?? ''

const two = (number: number): string => (number < 10 ? `0${number}` : String(number))
const civil = (seconds: number): string => {
  const date = new Date(seconds * 1000)
  return `${date.getUTCFullYear()}${two(date.getUTCMonth() + 1)}${two(date.getUTCDate())}T${two(date.getUTCHours())}${two(date.getUTCMinutes())}${two(date.getUTCSeconds())}`
}
/** Clocks in Denmark in 2026, in seconds from UTC. */
const offset = (seconds: number): number => (seconds >= 1_774_746_000 && seconds < 1_792_890_000 ? 7200 : 3600)

const byHand = (city: City): Buffer => {
  const [begin = ''] = frame.split('END:VCALENDAR')
  let written = begin + zone
  for (const { times, about } of city)
    for (const { occurrenceId, startsAt, endsAt, changedAt, sequence } of times) {
      const [from, to, at] = [startsAt, endsAt, changedAt].map((moment) => moment.epochMilliseconds / 1000)
      const stamp = civil(at ?? 0)
      written += `BEGIN:VEVENT\r\nUID:time-${occurrenceId}@brobyg\r\nDTSTAMP:${stamp}Z\r\nLAST-MODIFIED:${stamp}Z\r\nSEQUENCE:${sequence}\r\nDTSTART;TZID=Europe/Copenhagen:${civil((from ?? 0) + offset(from ?? 0))}\r\nDTEND;TZID=Europe/Copenhagen:${civil((to ?? 0) + offset(to ?? 0))}\r\nSTATUS:CONFIRMED\r\n${about}END:VEVENT\r\n`
    }
  return Buffer.from(`${written}END:VCALENDAR\r\n`)
}

const byIcalJs = (city: City): Buffer => {
  const calendar = new ICAL.Component('vcalendar')
  for (const { series, times } of city)
    for (const { occurrenceId, startsAt, endsAt } of times) {
      const component = new ICAL.Component('vevent')
      const event = new ICAL.Event(component)
      event.uid = `time-${occurrenceId}@brobyg`
      event.summary = series.title
      event.description = 'Spil, mad over bål og en voksen fra Molen. Du behøver ikke være medlem.'
      event.location = 'Fyrets beboerhus, Rebslagervej 8, salen'
      event.startDate = ICAL.Time.fromJSDate(new Date(startsAt.epochMilliseconds), true)
      event.endDate = ICAL.Time.fromJSDate(new Date(endsAt.epochMilliseconds), true)
      calendar.addSubcomponent(component)
    }
  return Buffer.from(calendar.toString())
}

assert.equal(String(writeFeed(single)), String(byHand(single)), 'both write the same')
const count = seriesCount * timesEach
const [ours, rules, hand, peer] = [
  perSecond(() => writeFeed(single)),
  perSecond(() => writeFeed(ruled)),
  perSecond(() => byHand(single)),
  perSecond(() => byIcalJs(single)),
]
const rate = (runs: number): string => `${Math.round((runs * count) / 1000)},000 times/s`
say(
  `feed of ${count} times, an event each: ${rate(ours)} = ${(ours / hand).toFixed(2)} of bytes by hand (${rate(hand)})`,
)
say(`the same against ical.js (${rate(peer)}): ${(ours / peer).toFixed(1)} times as fast`)
say(`the same as ${seriesCount} rules: ${rate(rules)} = ${(rules / hand).toFixed(2)} of bytes by hand`)

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Answers a second of one request over and over, by so many connections that each wait for their answer. */
const answersASecond = async (port: number, path: string, headers: string, connections = 64): Promise<number> => {
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${headers}\r\n`)
  let answered = 0
  const sockets = Array.from({ length: connections }, () => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let waiting = 0
    socket.on('data', (chunk: Buffer) => {
      let rest = chunk
      if (waiting === 0) {
        const end = rest.indexOf('\r\n\r\n')
        const told = /content-length: (\d+)/i.exec(rest.toString('latin1', 0, end))?.[1]
        waiting = Number(told ?? '0')
        rest = rest.subarray(end + 4)
      }
      waiting -= rest.length
      if (waiting > 0) return
      answered += 1
      socket.write(request)
    })
    socket.on('error', () => {})
    return socket
  })
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const before = answered
  await new Promise((resolve) => setTimeout(resolve, 4000))
  const rate = (answered - before) / 4
  for (const socket of sockets) socket.destroy()
  return rate
}

const folder = mkdtempSync(join(tmpdir(), 'brobyg-bench-'))
chmodSync(folder, 0o755)
const port = await freePort()
const program = [join(projectRoot, 'bin', 'brobyg.js'), 'start', '--port', String(port), '--data', join(folder, 'data')]
const server = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'ignore'] })
for await (const chunk of server.stdout) if (String(chunk).includes('Brobyg is ready at')) break
server.stdout.resume()

const rawServer = `
const { createServer } = require('node:http')
const [port, from, path, encoding] = process.argv.slice(1)
const run = async () => {
  const answer = await fetch(from + path)
  const plain = Buffer.from(await answer.arrayBuffer())
  const body = encoding === 'br' ? require('node:zlib').brotliCompressSync(plain, { params: { [require('node:zlib').constants.BROTLI_PARAM_QUALITY]: 5 } }) : plain
  const headers = { 'content-type': answer.headers.get('content-type'), etag: answer.headers.get('etag'), 'content-length': body.length, ...(encoding === 'br' ? { 'content-encoding': 'br' } : {}) }
  createServer((_, response) => { response.writeHead(200, headers); response.end(body) }).listen(Number(port), '127.0.0.1', () => console.log('ready'))
}
void run()`

for (const [path, encoding, headers] of [
  ['/kalender.ics', '', ''],
  ['/kalender.ics', 'br', 'Accept-Encoding: br\r\n'],
  ['/openactive', 'br', 'Accept-Encoding: br\r\n'],
] as const) {
  const rawPort = await freePort()
  const raw = spawn(process.execPath, ['-e', rawServer, String(rawPort), `http://127.0.0.1:${port}`, path, encoding])
  for await (const chunk of raw.stdout) if (String(chunk).includes('ready')) break
  const bytes = (await (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer()).byteLength
  const [mine, limit] = [await answersASecond(port, path, headers), await answersASecond(rawPort, path, headers)]
  say(
    `${path}${encoding === '' ? '' : ' packed'} (${Math.round(bytes / 1024)} KB plain): ${Math.round(mine)} answers/s = ${(mine / limit).toFixed(2)} of raw node:http (${Math.round(limit)})`,
  )
  raw.kill('SIGTERM')
}
server.kill('SIGTERM')
await new Promise((resolve) => server.once('exit', resolve))
rmSync(folder, { recursive: true, force: true })
