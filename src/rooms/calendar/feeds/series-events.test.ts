import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { writeCalendar } from '../../../platform/icalendar/write-calendar.ts'
import { writeAbout } from '../../../platform/icalendar/timed-event.ts'
import type { Occurrence } from '../occurrence.ts'
import type { Pause, Series } from '../series.ts'
import { timesOf } from '../times.rules.ts'
import { calendarReaders, icalJs } from './readers/test-readers.ts'
import { eventsOfSeries } from './series-events.rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)

const seriesWith = (change: Partial<Series>): Series => ({
  seriesId: '019ad000-0000-7000-8000-000000000001',
  title: 'Klubaften',
  summary: '',
  kind: 'club',
  organisationId: 'o',
  planId: null,
  areaId: null,
  venueId: null,
  spaceId: null,
  place: '',
  ageFrom: null,
  ageTo: null,
  languages: [],
  priceOere: 0n,
  pricePer: null,
  goesAlong: '',
  signUp: 'none',
  places: null,
  isLarge: false,
  isPublished: true,
  lineageId: null,
  startsOn: day('2026-01-06'),
  startsMinute: 17 * 60,
  lastsMinutes: 120,
  rule: 'FREQ=WEEKLY;BYDAY=TU',
  leavesOutMonths: [],
  schoolDaysOnly: false,
  version: 3,
  continuesId: null,
  outsideCalendarId: null,
  isLeftOut: false,
  copiedFromId: null,
  changedAt: at('2026-01-01T08:00:00Z'),
  endedAt: null,
  ...change,
})

const span = { from: day('2026-01-01'), to: day('2027-02-28') }
const seconds = { from: 1_760_000_000, to: 1_830_000_000 }

const rowsOf = (series: Series, pauses: readonly Pause[] = []): Occurrence[] =>
  timesOf(series, pauses, span).map(({ startsAt, endsAt }, number) => ({
    occurrenceId: `019ad000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    seriesId: series.seriesId,
    originalStartsAt: startsAt,
    startsAt,
    endsAt,
    state: 'planned',
    isExtra: false,
    reason: '',
    skippedBecause: null,
    elsewhereVenueId: null,
    headCount: null,
    sequence: 0,
    version: 0,
    changedAt: at('2026-01-01T08:00:00Z'),
  }))

const about = writeAbout({
  summary: 'Klubaften',
  description: '',
  location: '',
  position: null,
  categories: [],
  url: 'https://x/',
})

const calendarOf = (series: Series, rows: readonly Occurrence[]): string =>
  writeCalendar({
    name: 'Prøve',
    description: '',
    language: 'da',
    days: [],
    events: eventsOfSeries(series, rows, { usual: about, of: () => about }),
  })

const instancesOf = (rows: readonly Occurrence[]): string[] =>
  rows
    .map(({ startsAt, endsAt, state }) => {
      const [begins, ends] = [startsAt.epochMilliseconds / 1000, endsAt.epochMilliseconds / 1000]
      return `${begins} ${ends}${state === 'cancelled' ? ' x' : ''}`
    })
    .toSorted()

const midnightAfter = (at: Temporal.Instant) =>
  at
    .toZonedDateTimeISO('Europe/Copenhagen')
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime('Europe/Copenhagen')
    .toInstant()

const moved = (row: Occurrence, hours: number): Occurrence => ({
  ...row,
  startsAt: row.startsAt.add({ hours }),
  endsAt: row.endsAt.add({ hours }),
  sequence: 1,
})

const rules = [
  null,
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;BYDAY=TU',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
  'FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;BYDAY=WE;COUNT=20',
  'FREQ=WEEKLY;BYDAY=WE;UNTIL=20260930T215959Z',
  'FREQ=MONTHLY',
  'FREQ=MONTHLY;BYMONTHDAY=15',
  'FREQ=MONTHLY;BYDAY=1TU',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;INTERVAL=2;BYDAY=3SA',
  'FREQ=MONTHLY;BYDAY=5WE',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=YEARLY',
  'FREQ=YEARLY;BYWEEKNO=2,4,6,8,10,12,14,16,18,20,22,24,26,28,30,32,34,36,38,40,42,44,46,48,50,52;BYDAY=TH',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=WEEKLY;BYMONTH=3,10;BYDAY=SU',
]

const anyTiming = fc.record({
  rule: fc.constantFrom(...rules),
  startsOn: fc.integer({ min: 0, max: 300 }).map((days) => day('2026-01-01').add({ days })),
  startsMinute: fc.oneof(
    fc.integer({ min: 0, max: 287 }).map((five) => five * 5),
    fc.constantFrom(0, 60, 90, 120, 150, 180, 1380),
  ),
  lastsMinutes: fc.constantFrom(30, 90, 120, 240, 600, 2880),
  leavesOutMonths: fc.subarray([3, 7, 10, 12]),
  schoolDaysOnly: fc.boolean(),
})

/** Something done to a time: left out, called off, moved, or another one added beside it. */
const anyDeed = fc.record({
  which: fc.nat({ max: 500 }),
  what: fc.constantFrom('left', 'off', 'moved', 'longer', 'added'),
  hours: fc.integer({ min: -30, max: 30 }),
})

type Deed = typeof anyDeed extends fc.Arbitrary<infer Value> ? Value : never

const lived = (rows: readonly Occurrence[], deeds: readonly Deed[]): Occurrence[] => {
  const now = [...rows]
  let added = 0
  for (const { which, what, hours } of deeds) {
    const row = now[which % Math.max(now.length, 1)]
    if (row === undefined) continue
    const place = now.indexOf(row)
    if (what === 'left') now.splice(place, 1)
    if (what === 'off') now[place] = { ...row, state: 'cancelled', reason: 'Sygdom' }
    if (what === 'moved') now[place] = moved(row, hours)
    if (what === 'longer') now[place] = { ...row, endsAt: row.endsAt.add({ minutes: 15 }) }
    if (what === 'added') {
      const extra = moved(row, hours)
      const isThere = now.some(({ originalStartsAt }) => originalStartsAt.equals(extra.startsAt))
      added += 1
      const occurrenceId = `019ad000-0000-7000-9000-${String(added).padStart(12, '0')}`
      if (!isThere) now.push({ ...extra, occurrenceId, originalStartsAt: extra.startsAt, isExtra: true })
    }
  }
  return now
}

describe('the events of a series', () => {
  it('are read by ical.js as just its times, whatever its rule and whatever became of them', () => {
    fc.assert(
      fc.property(anyTiming, fc.array(anyDeed, { maxLength: 8 }), (timing, deeds) => {
        const series = seriesWith(timing)
        const rows = lived(rowsOf(series), deeds)
        assert.deepEqual(icalJs.read(calendarOf(series, rows), seconds), instancesOf(rows))
      }),
      { numRuns: Number(process.env['BROBYG_RUNS'] ?? 200) },
    )
  })

  it('are days where they last from midnight to midnight, also on the nights when the clocks change', () => {
    const daily = { rule: 'FREQ=DAILY;COUNT=3', startsMinute: 0, lastsMinutes: 24 * 60 }
    for (const startsOn of ['2026-03-28', '2026-10-24', '2026-12-31']) {
      const series = seriesWith({ ...daily, startsOn: day(startsOn) })
      const rows = rowsOf(series).map((row) => ({ ...row, endsAt: midnightAfter(row.startsAt) }))
      const calendar = calendarOf(series, rows)
      assert.match(calendar, new RegExp(`DTSTART;VALUE=DATE:${startsOn.replaceAll('-', '')}\r\n`))
      assert.doesNotMatch(calendar, /DT(?:START|END);TZID|RRULE:FREQ=DAILY/)
      for (const reader of calendarReaders)
        if (reader.isAway === null) assert.deepEqual(reader.read(calendar, seconds), instancesOf(rows), reader.name)
    }
  })

  for (const reader of calendarReaders)
    it(`are read by ${reader.name} as just its times`, { skip: reader.isAway ?? false }, () => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(anyTiming, fc.array(anyDeed, { maxLength: 6 })), { minLength: 30, maxLength: 30 }),
          (many) => {
            const all: Occurrence[] = []
            const events = many.flatMap(([timing, deeds], number) => {
              const series = seriesWith({
                ...timing,
                seriesId: `019ad000-0000-7000-8000-9${String(number).padStart(11, '0')}`,
              })
              const rows = lived(rowsOf(series), deeds).map((row) => ({
                ...row,
                occurrenceId: row.occurrenceId.replace('019ad000', String(number).padStart(8, '0')),
              }))
              all.push(...rows)
              return eventsOfSeries(series, rows, { usual: about, of: () => about })
            })
            const calendar = writeCalendar({ name: 'x', description: '', language: 'da', days: [], events })
            assert.deepEqual(reader.read(calendar, seconds), instancesOf(all))
          },
        ),
        { numRuns: Number(process.env['BROBYG_READER_RUNS'] ?? 2), endOnFailure: true },
      )
    })
})
