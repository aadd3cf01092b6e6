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
      skippedBecause: null,
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
  await new Promise((resolve) => setTimeout(resolve, 500))
  const before = answered
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const rate = (answered - before) / 2
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

// The limit: node:http with one answer to everything, which is what the program answered, byte for byte.
const rawServer = `
const { createServer, get } = require('node:http')
const [port, from, headers] = process.argv.slice(1)
get(from, { headers: JSON.parse(headers) }, async (answer) => {
  const body = Buffer.concat(await answer.toArray())
  const own = ['date', 'connection', 'keep-alive']
  const told = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !own.includes(name)))
  createServer((_, response) => { response.writeHead(answer.statusCode, told); response.end(body) })
    .listen(Number(port), '127.0.0.1', () => console.log(body.length))
})`

const from = `http://127.0.0.1:${port}`
const tagOf = async (path: string) => (await fetch(`${from}${path}`)).headers.get('etag') ?? ''
// After two seconds without a change the answers stay as they are.
await tagOf('/kalender.ics')
await new Promise((resolve) => setTimeout(resolve, 3000))
for (const [path, headers] of [
  ['/kalender.ics', {}],
  ['/kalender.ics', { 'Accept-Encoding': 'br' }],
  ['/kalender.ics', { 'If-None-Match': await tagOf('/kalender.ics') }],
  ['/openactive', { 'Accept-Encoding': 'br' }],
  ['/api/v1/occurrences', { 'Accept-Encoding': 'br' }],
] as const) {
  const rawPort = await freePort()
  await fetch(`${from}${path}`, { headers })
  const raw = spawn(process.execPath, ['-e', rawServer, String(rawPort), `${from}${path}`, JSON.stringify(headers)])
  let bytes = 0
  for await (const chunk of raw.stdout) {
    bytes = Number(String(chunk))
    break
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const rates: { mine: number; limit: number }[] = []
  for (let round = 0; round < 3; round += 1)
    rates.push({
      limit: await answersASecond(rawPort, path, lines.join('')),
      mine: await answersASecond(port, path, lines.join('')),
    })
  const { mine, limit } = rates.toSorted((a, b) => a.mine / a.limit - b.mine / b.limit)[1] ?? { mine: 0, limit: 1 }
  say(
    `${path} ${lines.join('').trim()} (${bytes} octets): ${Math.round(mine)} answers/s = ${(mine / limit).toFixed(2)} of raw node:http (${Math.round(limit)})`,
  )
  raw.kill('SIGTERM')
}
server.kill('SIGTERM')
await new Promise((resolve) => server.once('exit', resolve))
rmSync(folder, { recursive: true, force: true })
