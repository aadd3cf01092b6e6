import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Refused } from '../../../platform/refused.ts'
import { formatWall, type Moment, readMoment, wallOf } from '../../../platform/icalendar/moment.ts'
import { readSeries } from './read-series.ts'
import { frequencies } from './rule.ts'
import { occurrencesBetween, type Series } from './series.ts'
import { rulesOf } from './test-rules.ts'

const moment = (text: string): Moment => readMoment(text) ?? assert.fail(text)

const home = 'Europe/Copenhagen'

const seriesOf = (rule: string, start: string, zone: string | null = home): Series =>
  readSeries(rule, moment(start), zone)

const walls = (series: Series, limit = 10, from: string | null = null, until: string | null = null): string[] =>
  occurrencesBetween(series, from === null ? null : moment(from), until === null ? null : moment(until), limit).map(
    ({ wall }) => formatWall(wall),
  )

describe('a series in a zone', () => {
  it('keeps its time on the wall when clocks change', () => {
    const found = occurrencesBetween(seriesOf('FREQ=WEEKLY;COUNT=2', '20260325T170000'), null, null, 9)
    assert.deepEqual(
      found.map(({ instant }) => new Date(instant * 1000).toISOString()),
      ['2026-03-25T16:00:00.000Z', '2026-04-01T15:00:00.000Z'],
    )
  })

  it('is as much later where clocks skip its time: 29 March', () => {
    assert.deepEqual(walls(seriesOf('FREQ=DAILY;COUNT=3', '20260328T023000')), [
      '20260328T023000',
      '20260329T033000',
      '20260330T023000',
    ])
  })

  it('is the first where its time comes twice: 25 October', () => {
    const [, second] = occurrencesBetween(seriesOf('FREQ=DAILY;COUNT=2', '20261024T023000'), null, null, 9)
    assert.equal(new Date((second?.instant ?? 0) * 1000).toISOString(), '2026-10-25T00:30:00.000Z')
  })

  it('tells each moment once and in order where skipped times meet others', () => {
    assert.deepEqual(walls(seriesOf('FREQ=MINUTELY;INTERVAL=30;COUNT=5', '20260329T013000')), [
      '20260329T013000',
      '20260329T030000',
      '20260329T033000',
      '20260329T040000',
      '20260329T043000',
    ])
    assert.deepEqual(walls(seriesOf('FREQ=DAILY;BYHOUR=2,3;BYMINUTE=15,45;COUNT=4', '20260329T021500')), [
      '20260329T031500',
      '20260329T034500',
      '20260330T021500',
      '20260330T024500',
    ])
  })

  it('compares UNTIL in UTC as a moment, on 31 December too', () => {
    const rule = 'FREQ=DAILY;UNTIL=20251231T233000Z'
    assert.deepEqual(walls(seriesOf(rule, '20251231T003000')), ['20251231T003000', '20260101T003000'])
    assert.deepEqual(walls(seriesOf(rule, '20251231T003001')), ['20251231T003001'])
    assert.deepEqual(walls(seriesOf('FREQ=DAILY;UNTIL=20260330T003000Z', '20260329T023000')), [
      '20260329T033000',
      '20260330T023000',
    ])
  })

  it('loses a whole day where a zone lost it', () => {
    assert.deepEqual(walls(seriesOf('FREQ=DAILY;COUNT=3', '20111229T100000', 'Pacific/Apia')), [
      '20111229T100000',
      '20111231T100000',
      '20120101T100000',
    ])
  })

  it('stays in UTC where it begins there, and on its days where it is of whole days', () => {
    assert.deepEqual(walls(seriesOf('FREQ=DAILY;COUNT=2', '20260328T023000Z')), ['20260328T023000', '20260329T023000'])
    assert.deepEqual(walls(seriesOf('FREQ=DAILY;COUNT=2', '20260329')), ['20260329T000000', '20260330T000000'])
  })

  it('refuses a zone that is none, and hours of a whole day', () => {
    const refusal = (code: string) => (error: unknown) => error instanceof Refused && error.code === code
    assert.throws(() => walls(seriesOf('FREQ=DAILY', '20260328T023000', 'Mars/Olympus')), refusal('unknown_zone'))
    assert.throws(() => walls(seriesOf('FREQ=HOURLY', '20260328')), refusal('not_a_rule'))
  })

  it('is what Temporal makes of the wall times, in order and each once, over both changes of the clocks', () => {
    const days = fc.constantFrom('20260328', '20260329', '20261024', '20261025', '20261231', '20210403', '20211002')
    const zones = fc.constantFrom(home, 'Australia/Lord_Howe', 'America/New_York', 'Africa/Casablanca', 'UTC')
    const rules = fc.constantFrom(...frequencies).chain((frequency) => rulesOf(frequency, 50))
    fc.assert(
      fc.property(rules, days, fc.integer({ min: 0, max: 86_399 }), zones, (rule, day, second, zone) => {
        const start = { day: moment(day).day, second, isUtc: false }
        const floating: Series = { rule, start, zone: null, extra: [], except: [], moved: [] }
        const until = { day: start.day + 3, second: 0, isUtc: false }
        const byHand = occurrencesBetween(floating, null, until, 5000).map(
          ({ wall }) =>
            Temporal.Instant.fromEpochMilliseconds(wall * 1000)
              .toZonedDateTimeISO('UTC')
              .toPlainDateTime()
              .toZonedDateTime(zone).epochMilliseconds,
        )
        const expected = [...new Set(byHand)].toSorted((one, other) => one - other)
        const zoned = occurrencesBetween({ ...floating, zone }, null, until, 5000)
        // Where the list was cut, what the clocks make of its last two hours may lack what would have come after.
        const end = byHand.length === 5000 ? Math.max(...byHand) - 2 * 3_600_000 : Number.POSITIVE_INFINITY
        assert.deepEqual(
          zoned.map(({ instant }) => instant * 1000).filter((moment) => moment <= end),
          expected.filter((moment) => moment <= end),
        )
      }),
    )
  })
})

describe('the bounds that are asked for', () => {
  it('are both included, and a day is whole', () => {
    const series = seriesOf('FREQ=DAILY', '20260101T090000')
    assert.deepEqual(walls(series, 9, '20260105T090000', '20260106T090000'), ['20260105T090000', '20260106T090000'])
    assert.deepEqual(walls(series, 9, '20260105T090001', '20260106T085959'), [])
    assert.deepEqual(walls(series, 9, '20260105', '20260106'), ['20260105T090000', '20260106T090000'])
    assert.deepEqual(walls(series, 9, '20260105T080000Z', '20260105T080000Z'), ['20260105T090000'])
    assert.deepEqual(walls(series, 0), [])
  })

  it('do not change what COUNT counts', () => {
    assert.deepEqual(walls(seriesOf('FREQ=DAILY;COUNT=3', '20260101T090000'), 9, '20260103'), ['20260103T090000'])
  })

  it('may lie a thousand years ahead of every second', () => {
    assert.deepEqual(walls(seriesOf('FREQ=SECONDLY', '20260101T090000'), 2, '30260601T120000'), [
      '30260601T120000',
      '30260601T120001',
    ])
  })
})

describe('exceptions of a series', () => {
  const rule = 'RRULE:FREQ=WEEKLY;COUNT=4'
  const start = '20260105T170000'

  it('leaves times out, whole days too, and takes others in, each once', () => {
    const lines = [
      rule,
      'EXDATE:20260112T170000',
      'EXDATE;VALUE=DATE:20260119',
      'RDATE:20260107T100000,20260126T170000',
    ]
    assert.deepEqual(walls(seriesOf(lines.join('\r\n'), start)), [
      '20260105T170000',
      '20260107T100000',
      '20260126T170000',
    ])
  })

  it('reads times in UTC, in another zone, in a period and on a folded line', () => {
    const lines = [rule, 'EXDATE:20260112T16\r\n 0000Z', 'RDATE;TZID=America/New_York:20260107T040000']
    assert.deepEqual(walls(seriesOf([...lines, 'RDATE;VALUE=PERIOD:20260108T100000/PT1H'].join('\n'), start)), [
      '20260105T170000',
      '20260107T100000',
      '20260108T100000',
      '20260119T170000',
      '20260126T170000',
    ])
  })

  it('has its start and its extra times alone where it has no rule', () => {
    assert.deepEqual(walls(seriesOf('RDATE:20260201T170000', start)), ['20260105T170000', '20260201T170000'])
  })

  it('moves a single occurrence, also out of what was asked for and into it', () => {
    const series = {
      ...seriesOf(rule, start),
      moved: [{ from: moment('20260112T170000'), to: moment('20260120T120000') }],
    }
    const found = occurrencesBetween(series, null, null, 9)
    assert.deepEqual(
      found.map(({ wall, movedFrom }) => [formatWall(wall), movedFrom !== null]),
      [
        ['20260105T170000', false],
        ['20260119T170000', false],
        ['20260120T120000', true],
        ['20260126T170000', false],
      ],
    )
    assert.equal(found[2]?.movedFrom, wallOf(moment('20260112T160000')))
    assert.deepEqual(walls(series, 9, '20260112', '20260112'), [])
    assert.deepEqual(walls(series, 9, '20260120', '20260120'), ['20260120T120000'])
  })

  it('refuses several rules, other lines and times that are none', () => {
    for (const lines of [`${rule}\n${rule}`, `${rule}\nEXRULE:FREQ=DAILY`, `${rule}\nEXDATE:20260230`]) {
      assert.throws(() => seriesOf(lines, start), Refused)
    }
  })
})
