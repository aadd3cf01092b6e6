import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { homeZone } from '../../../../platform/day.ts'
import { Refused } from '../../../../platform/refused.ts'
import { type BusyCalendar, readBusyCalendar } from './read-busy.ts'
import { brokenCalendars } from './test-broken-calendars.ts'

const second = (text: string) => Temporal.Instant.from(text).epochMilliseconds / 1000
const span = { from: second('2026-09-01T00:00:00+02:00'), to: second('2027-09-01T00:00:00+02:00') }
const owner = { mails: ['ida.holt@havneby.example'], ownSuffix: '@brobyg' }

const wall = (at: number) => {
  const moment = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(homeZone)
  return `${moment.toPlainDate().toString().slice(5)} ${moment.toPlainTime().toString().slice(0, 5)}`
}

const read = (file: string): BusyCalendar => readBusyCalendar(new TextEncoder().encode(file), span, owner)

const busyIn = (file: string): string[] => read(file).busy.map(({ from, to }) => `${wall(from)} – ${wall(to)}`)

const calendar = (head: readonly string[], ...events: readonly (readonly string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...head,
    ...events.flatMap((lines, at) => ['BEGIN:VEVENT', `UID:${at}@et-sted.example`, ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

const plain = (...events: readonly (readonly string[])[]): string => calendar([], ...events)

/** As Outlook on the web publishes a calendar: Windows' names of zones, and its own word for being busy. */
const outlookZone = [
  'METHOD:PUBLISH',
  'X-WR-CALNAME:Kalender',
  'BEGIN:VTIMEZONE',
  'TZID:Romance Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

const outlookEvent = (status: string, ...lines: readonly string[]) => [
  `SUMMARY:${status}`,
  ...lines,
  'CLASS:PRIVATE',
  'PRIORITY:5',
  'TRANSP:OPAQUE',
  'SEQUENCE:0',
  `X-MICROSOFT-CDO-BUSYSTATUS:${status}`,
]

const at = (day: string, from: string, to: string, zone = 'Europe/Copenhagen') => [
  `DTSTART;TZID=${zone}:${day}T${from}00`,
  `DTEND;TZID=${zone}:${day}T${to}00`,
]

describe('when somebody is busy, read of the calendar they keep', () => {
  it('reads Outlook: private or not, but nothing that is free or works elsewhere', () => {
    const on = (day: string) => at(day, '0900', '1000', 'Romance Standard Time')
    const file = calendar(
      outlookZone,
      outlookEvent('BUSY', ...on('20261005')),
      outlookEvent('TENTATIVE', ...on('20261006')),
      outlookEvent('OOF', ...on('20261007')),
      outlookEvent('FREE', ...on('20261008')),
      outlookEvent('WORKINGELSEWHERE', ...on('20261009')),
    )
    assert.deepEqual(busyIn(file), [
      '10-05 09:00 – 10-05 10:00',
      '10-06 09:00 – 10-06 10:00',
      '10-07 09:00 – 10-07 10:00',
    ])
  })

  it('keeps a series on the clock when the clocks change, with the times left out and moved', () => {
    const file = calendar(
      outlookZone,
      outlookEvent(
        'BUSY',
        ...at('20261012', '0900', '1000', 'Romance Standard Time'),
        'RRULE:FREQ=WEEKLY;UNTIL=20261109T080000Z;INTERVAL=1;BYDAY=MO;WKST=MO',
        'EXDATE;TZID=Romance Standard Time:20261019T090000',
      ),
    )
    const moved = [
      'BEGIN:VEVENT',
      'UID:0@et-sted.example',
      'RECURRENCE-ID;TZID=Romance Standard Time:20261102T090000',
      ...at('20261103', '1300', '1400', 'Romance Standard Time'),
      'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n')
    assert.deepEqual(busyIn(file.replace('END:VCALENDAR', moved)), [
      '10-12 09:00 – 10-12 10:00',
      '10-26 09:00 – 10-26 10:00',
      '11-03 13:00 – 11-03 14:00',
      '11-09 09:00 – 11-09 10:00',
    ])
  })

  it('counts the hours of a night the clocks change', () => {
    const file = plain([
      'DTSTART;TZID=Europe/Copenhagen:20261024T220000',
      'DTEND;TZID=Europe/Copenhagen:20261025T060000',
    ])
    const [night] = read(file).busy
    assert.equal(((night?.to ?? 0) - (night?.from ?? 0)) / 3600, 9)
  })

  it('reads Google: moments in UTC, days that are marked free, and what its owner has declined', () => {
    const answered = (mail: string, answer: string) =>
      `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${answer};CN=${mail};X-NUM-GUESTS=0:mailto:${mail}`
    const utc = (day: string) => [`DTSTART:${day}T080000Z`, `DTEND:${day}T090000Z`]
    const head = ['PRODID:-//Google Inc//Google Calendar 70.9054//EN', 'X-WR-CALNAME:ida@privat.example']
    const file = calendar(
      head,
      [...utc('20261005'), 'TRANSP:OPAQUE', answered('ida@privat.example', 'ACCEPTED')],
      [...utc('20261006'), answered('Ida@Privat.example', 'DECLINED')],
      [...utc('20261007'), answered('en-anden@havneby.example', 'DECLINED')],
      [...utc('20261008'), answered('ida.holt@havneby.example', 'DECLINED')],
      ['DTSTART;VALUE=DATE:20261012', 'DTEND;VALUE=DATE:20261017', 'TRANSP:TRANSPARENT', 'SUMMARY:Efterårsferie'],
      [...utc('20261013'), 'STATUS:CANCELLED'],
    )
    assert.deepEqual(busyIn(file), ['10-05 10:00 – 10-05 11:00', '10-07 10:00 – 10-07 11:00'])
  })

  it('reads Apple: whole days that are busy count from midnight to midnight, also for weeks', () => {
    const file = calendar(
      ['PRODID:-//Apple Inc.//iCloud Calendar 2422B38//EN', 'X-WR-CALNAME:Hjemme'],
      ['DTSTART;VALUE=DATE:20261024', 'DTEND;VALUE=DATE:20261026'],
      ['DTSTART;VALUE=DATE:20270701', 'DTEND;VALUE=DATE:20270801'],
      ['DTSTART;VALUE=DATE:20261101', 'X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC'],
      [
        ...at('20261201', '0900', '1000'),
        'ATTENDEE;CN=Ida;CUTYPE=INDIVIDUAL;EMAIL=ida.holt@havneby.example;PARTSTAT=DECLINED:/principal/',
      ],
    )
    assert.deepEqual(busyIn(file), [
      '10-24 00:00 – 10-26 00:00',
      '11-01 00:00 – 11-02 00:00',
      '07-01 00:00 – 08-01 00:00',
    ])
  })

  it('counts one time of a series on its own: free in a busy one, busy in a free one', () => {
    const daily = (...lines: readonly string[]) => [
      ...at('20261102', '0900', '1000'),
      'RRULE:FREQ=DAILY;COUNT=3',
      ...lines,
    ]
    const one = (...lines: readonly string[]) =>
      ['BEGIN:VEVENT', 'UID:0@et-sted.example', 'RECURRENCE-ID;TZID=Europe/Copenhagen:20261103T090000']
        .concat(at('20261103', '0900', '1000'), lines, 'END:VEVENT', 'END:VCALENDAR')
        .join('\r\n')
    const isFree = plain(daily()).replace('END:VCALENDAR', one('TRANSP:TRANSPARENT'))
    assert.deepEqual(busyIn(isFree), ['11-02 09:00 – 11-02 10:00', '11-04 09:00 – 11-04 10:00'])
    const isBusy = plain(daily('TRANSP:TRANSPARENT')).replace('END:VCALENDAR', one('TRANSP:OPAQUE'))
    assert.deepEqual(busyIn(isBusy), ['11-03 09:00 – 11-03 10:00'])
  })

  it('makes one stretch of those that meet, and leaves out what takes no time', () => {
    const file = plain(at('20261005', '0900', '1000'), at('20261005', '1000', '1100'), at('20261005', '0930', '1030'), [
      'DTSTART:20261006T080000Z',
      'SUMMARY:Husk mælk',
    ])
    assert.deepEqual(busyIn(file), ['10-05 09:00 – 10-05 11:00'])
  })

  it('leaves out the meetings it is asked about by the program itself', () => {
    const file = plain(at('20261005', '0900', '1000'), at('20261006', '0900', '1000'))
    assert.deepEqual(busyIn(file.replace('0@et-sted.example', 'a1b2@brobyg')), ['10-06 09:00 – 10-06 10:00'])
  })

  it('keeps to the year it is asked about, however long a series has gone on', () => {
    const file = plain([
      'DTSTART;TZID=Europe/Copenhagen:19980105T070000',
      'DTEND;TZID=Europe/Copenhagen:19980105T080000',
      'RRULE:FREQ=DAILY;BYHOUR=7,19',
    ])
    const { busy } = read(file)
    assert.equal(busy.length, 730)
    assert.ok(busy.every(({ from, to }) => from >= span.from && to <= span.to))
  })

  it('counts what cannot be read, tells a file that was cut, and says no to a page', () => {
    const broken = read(plain(at('20261005', '0900', '1000'), ['SUMMARY:Uden tid'], ['DTSTART:i morgen']))
    assert.deepEqual([broken.busy.length, broken.unread, broken.isWhole], [1, 2, true])
    assert.equal(read('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n').isWhole, false)
    assert.throws(
      () => read('<!doctype html><html></html>'),
      (error) => error instanceof Refused && error.code === 'is_a_page',
    )
  })

  it('keeps no more than 5,000 events, the soonest', () => {
    const many = Array.from({ length: 5100 }, (_, nth) => {
      const from = Temporal.PlainDateTime.from('2026-09-02T00:00').add({ minutes: nth * 60 })
      const written = (when: Temporal.PlainDateTime) => `${when.toString().replaceAll(/[-:]/g, '').slice(0, 13)}00Z`
      return [`DTSTART:${written(from)}`, `DTEND:${written(from.add({ minutes: 30 }))}`]
    })
    const { busy, unread } = read(plain(...many))
    assert.deepEqual([busy.length, unread], [5000, 100])
  })

  it('never breaks, whatever is wrong with a file, and tells of nothing but spans', () => {
    const files = brokenCalendars.map(({ file }) =>
      typeof file === 'string' ? file : new TextDecoder('latin1').decode(file),
    )
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(2000), (file, cut) => {
        try {
          const found = readBusyCalendar(new TextEncoder().encode(file.slice(0, cut)), span, owner)
          assert.deepEqual(Object.keys(found).toSorted(), ['busy', 'isWhole', 'unread'])
          for (const { from, to } of found.busy) assert.ok(from < to && from >= span.from && to <= span.to)
        } catch (error) {
          assert.ok(error instanceof Refused, String(error))
        }
      }),
    )
  })
})
