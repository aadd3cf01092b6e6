import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { clonedDatabase, testDatabase } from '../../../../platform/database/test-database.ts'
import { readAs } from '../../../../platform/database/index.ts'
import { homeZone } from '../../../../platform/day.ts'
import { testPlatform } from '../../../../platform/test-platform.ts'
import { visitor, system } from '../../../access/index.ts'
import { addOccurrence, cancelOccurrence, moveOccurrence } from '../../change-occurrence.ts'
import { pauseSeries } from '../../change-series.ts'
import { feedBegin } from '../../feeds/calendar-feed.ts'
import { calendarReaders } from '../../feeds/readers/test-readers.ts'
import { type ListedOccurrence, wholeCalendar } from '../../listed-occurrence.ts'
import { listOccurrences } from '../../listed-occurrence.queries.ts'
import { openCity } from './test-city.ts'
import type { Platform } from '../../../../platform/platform.ts'

const publicTimes = (platform: Platform): Promise<ListedOccurrence[]> =>
  readAs(platform, visitor, (tx) =>
    listOccurrences(tx, { ...wholeCalendar, from: feedBegin(Temporal.PlainDate.from('2026-11-21')), most: 20_000 }),
  )

const instanceOf = ({ startsAt, endsAt, state }: ListedOccurrence): string =>
  `${startsAt.epochMilliseconds / 1000} ${endsAt.epochMilliseconds / 1000}${state === 'cancelled' ? ' x' : ''}`

const seconds = { from: 1_700_000_000, to: 1_900_000_000 }

/** Something of each kind done to the sample's year. */
const live = async (platform: Platform): Promise<void> => {
  const times = await publicTimes(platform)
  const weekly = times.filter(({ series, state, startsAt }) => {
    const isToCome = Temporal.Instant.compare(startsAt, platform.clock.now()) > 0
    return series.rule?.startsWith('FREQ=WEEKLY') === true && state === 'planned' && isToCome
  })
  const [off, later, other] = weekly
  assert.ok(off && later && other)
  await cancelOccurrence(platform, system, off, 'Træneren er syg')
  const to = later.startsAt.add({ hours: 3 })
  await moveOccurrence(platform, system, later, {
    startsAt: to,
    endsAt: to.add({ minutes: 75 }),
    elsewhereVenueId: null,
    reason: '',
  })
  const extra = Temporal.PlainDateTime.from('2026-12-30T04:15').toZonedDateTime(homeZone).toInstant()
  await addOccurrence(platform, system, other.seriesId, { startsAt: extra, endsAt: extra.add({ hours: 1 }) })
  const from = Temporal.PlainDate.from('2027-02-01')
  await pauseSeries(platform, system, other.series, { from, to: from.add({ days: 20 }), reason: 'Bygningen males' })
}

describe('the calendar as a feed', () => {
  const database = testDatabase()

  for (const reader of calendarReaders)
    it(`is read by ${reader.name} as just the times there are`, { skip: reader.isAway ?? false }, async () => {
      const platform = testPlatform(database.database)
      const house = await openCity(platform)
      await live(platform)
      const expected = (await publicTimes(platform)).map(instanceOf).toSorted()
      assert.ok(expected.length > 300 && expected.some((line) => line.endsWith('x')), `${expected.length}`)
      assert.deepEqual(reader.read(await house.text('/kalender.ics'), seconds), expected)
    })

  it('has lines of at most 75 octets, a time zone, a pace, and says its filter in words', async () => {
    const house = await openCity(testPlatform(database.database))
    const feed = await house.text('/kalender.ics?slags=sport&alder=8-12&gratis=ja')
    assert.ok(feed.split('\r\n').every((line) => Buffer.byteLength(line) <= 75))
    const plain = feed.replaceAll('\r\n ', '')
    assert.match(plain, /X-WR-CALNAME:Det sker · Havneby · Idræt og leg · 8–12 år · gratis\r\n/)
    for (const line of ['BEGIN:VTIMEZONE', 'REFRESH-INTERVAL;VALUE=DURATION:PT4H', 'CATEGORIES:Idræt og leg'])
      assert.ok(plain.includes(`${line}\r\n`), line)
    assert.match(plain, /DESCRIPTION:[^\r]*For: [^\r]*Pris: Gratis[^\r]*Arrangør: /)
    assert.doesNotMatch(plain, /CATEGORIES:(?!Idræt)/)
    assert.match(await house.text('/kalender.ics?sprog=en&gratis=ja'), /X-WR-CALNAME:What is on · Havneby · free/)
  })

  it('answers what there cannot be with 404, not with the whole calendar', async () => {
    const house = await openCity(testPlatform(database.database))
    const none = '019ad000-0000-7000-8000-000000000000'
    const asked = ['omraade=x', `omraade=${none}`, `sted=${none}`, 'slags=krig', 'alder=12-8', 'plan=%00', 'alder=x']
    for (const question of asked) assert.equal((await house.ask(`/kalender.ics?${question}`)).status, 404, question)
    assert.equal((await house.ask(`/kalender/gang/${none}.ics`)).status, 404)
  })

  it('gives one time by itself', async () => {
    const platform = testPlatform(database.database)
    const house = await openCity(platform)
    const [time] = await publicTimes(platform)
    assert.ok(time)
    const answer = await house.ask(`/kalender/gang/${time.occurrenceId}.ics`)
    assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8')
    const text = await answer.text()
    assert.deepEqual(calendarReaders[0]?.read(text, seconds), [instanceOf(time)])
  })
})

describe('bytes made once', () => {
  const own = clonedDatabase()

  it('are told by tag and by date, packed as the reader likes, and made anew after a change', async () => {
    const platform = testPlatform(own.database)
    const house = await openCity(platform)
    const ask = (headers: Record<string, string>) => house.ask('/kalender.ics', headers)
    const first = await ask({})
    const tag = first.headers.get('etag') ?? ''
    assert.match(tag, /^"[\w-]{22}"$/)
    assert.equal(first.headers.get('cache-control'), 'public, no-cache')
    const body = await first.text()
    const packed = await ask({ 'accept-encoding': 'gzip, br' })
    assert.equal(packed.headers.get('content-encoding'), 'br')
    assert.equal(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString(), body)
    const zipped = await ask({ 'accept-encoding': 'gzip, br;q=0' })
    assert.equal(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString(), body)
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, packed.headers.get('etag') ?? '', '*']) {
      const again = await ask({ 'if-none-match': known })
      assert.deepEqual([again.status, await again.text()], [304, ''], known)
    }
    assert.equal(
      (await ask({ 'if-none-match': '"x"', 'if-modified-since': 'Tue, 01 Jan 2030 00:00:00 GMT' })).status,
      200,
    )
    await wait(2100)
    const told = (await ask({})).headers.get('last-modified') ?? ''
    assert.equal((await ask({ 'if-modified-since': told })).status, 304)
    const [time] = (await publicTimes(platform)).filter(
      ({ state, startsAt }) => state === 'planned' && Temporal.Instant.compare(startsAt, platform.clock.now()) > 0,
    )
    assert.ok(time)
    await cancelOccurrence(platform, system, time, 'Sygdom')
    const changed = await ask({ 'if-none-match': tag })
    assert.equal(changed.status, 200)
    assert.match(await changed.text(), /STATUS:CANCELLED/)
    assert.equal((await ask({ 'if-modified-since': told })).status, 200)
  })

  it('are never older than the last commit, however many ask', async () => {
    const platform = testPlatform(own.database)
    const house = await openCity(platform)
    const times = (await publicTimes(platform)).filter(
      ({ state, startsAt }) => state === 'planned' && Temporal.Instant.compare(startsAt, platform.clock.now()) > 0,
    )
    const over = new AbortController()
    const crowd = Array.from({ length: 8 }, async () => {
      while (!over.signal.aborted) await house.text('/kalender.ics')
    })
    for (const time of times.slice(0, 6)) {
      await cancelOccurrence(platform, system, time, 'Sygdom')
      const feed = (await house.text(`/kalender.ics`)).replaceAll('\r\n ', '')
      assert.ok(feed.includes(`/kalender/gang/${time.occurrenceId}`), 'the time just called off is told so')
    }
    over.abort()
    await Promise.all(crowd)
  })
})
