import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { homeZone } from '../../../../platform/day.ts'
import { Refused } from '../../../../platform/refused.ts'
import { readOutsideCalendar } from './read-outside-calendar.ts'
import { brokenCalendars } from './test-broken-calendars.ts'
import { calendarWith, type Outcome } from './test-calendar-files.ts'

const now = Temporal.Instant.from('2026-11-21T12:00:00Z')
const second = (at: Temporal.Instant) => at.epochMilliseconds / 1000
const span = { from: second(now), to: second(now.add({ hours: 24 * 426 })) }

const wall = (at: number) => {
  const moment = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(homeZone)
  return `${moment.toPlainDate().toString()} ${moment.toPlainTime().toString().slice(0, 5)}`
}

const read = (file: string | Uint8Array) =>
  readOutsideCalendar(typeof file === 'string' ? new TextEncoder().encode(file) : file, span)

const outcomeOf = (file: string | Uint8Array): Outcome => {
  try {
    const { activities, unread } = read(file)
    return {
      read: activities.map(({ title, times }) => {
        const all = times.filter(({ isCancelled }) => !isCancelled)
        const [first] = all
        return `${title}: ${first === undefined ? 'none' : wall(first.startsAt)} ×${all.length}`
      }),
      unread: unread.map(({ title, reason }) => `${title}: ${reason}`),
    }
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code }
    throw error
  }
}

describe('reading a calendar file', () => {
  it('is tried with more than a hundred kinds of broken ones', () => {
    assert.ok(brokenCalendars.length > 100, String(brokenCalendars.length))
    assert.equal(new Set(brokenCalendars.map(({ what }) => what)).size, brokenCalendars.length)
  })

  for (const { what, file, ...expected } of brokenCalendars)
    it(`makes sense of ${what}, or says why not`, () => {
      const began = performance.now()
      const outcome = outcomeOf(file)
      assert.ok(performance.now() - began < 2000, 'it took too long')
      if (expected.refused !== undefined) assert.deepEqual(outcome, { refused: expected.refused })
      else {
        assert.deepEqual(outcome.unread, expected.unread ?? [])
        assert.deepEqual(outcome.read?.toSorted(), expected.read?.toSorted())
      }
    })

  it('never breaks, whatever is cut out of a file or put into it', () => {
    const whole = new TextEncoder().encode(
      brokenCalendars.map(({ file }) => (typeof file === 'string' ? file.slice(0, 400) : '')).join(''),
    )
    const piece = fc.record({ at: fc.nat(whole.length), cut: fc.nat(300), put: fc.uint8Array({ maxLength: 12 }) })
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.nat(whole.length), (pieces, from) => {
        let file = whole.slice(from, from + 3000)
        for (const { at, cut, put } of pieces) {
          const place = at % (file.length + 1)
          file = Uint8Array.from([...file.subarray(0, place), ...put, ...file.subarray(place + cut)])
        }
        const outcome = outcomeOf(file)
        assert.ok(outcome.refused !== undefined || outcome.read !== undefined)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps what people read, without markup, and nothing of who asked or who comes', () => {
    const file = calendarWith(
      'BEGIN:VEVENT',
      'UID:a',
      'SUMMARY:Fællesspisning\\, for alle',
      'DESCRIPTION:<p>Kom <b>sulten</b></p><ul><li>Ris</li><li>Salat</li></ul>Pris 40 kr. &amp; godt humør',
      'LOCATION:Beboerhuset\\nIndgang fra gården',
      'ORGANIZER;CN="Olga":mailto:olga@example.dk',
      'ATTENDEE;CN="Ib":mailto:ib@example.dk',
      'DTSTART:20261202T160000Z',
      'END:VEVENT',
    )
    const { activities } = read(file)
    const [, { title, summary, place } = { title: '', summary: '', place: '' }] = activities
    assert.equal(title, 'Fællesspisning, for alle')
    assert.equal(summary, 'Kom sulten\n\nRis\n\nSalat\n\nPris 40 kr. & godt humør')
    assert.equal(place, 'Beboerhuset Indgang fra gården')
    assert.doesNotMatch(JSON.stringify(activities), /olga|ib@/i)
  })

  it('says which zones it did not know, and that a file was cut', () => {
    const { unknownZones, isWhole } = read(
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;TZID=Midgard:20261202T100000\nEND:VEVENT\n',
    )
    assert.deepEqual([unknownZones, isWhole], [['Midgard'], false])
  })

  it('follows the soonest of what is more than it follows, and tells the rest', () => {
    const event = (number: number) =>
      `BEGIN:VEVENT\r\nUID:${number}\r\nSUMMARY:Nr. ${number}\r\nDTSTART:2026120${1 + (number % 9)}T100000Z\r\nEND:VEVENT`
    const { activities, unread } = read(calendarWith(...Array.from({ length: 6000 }, (_, number) => event(number))))
    assert.deepEqual([activities.length, unread.length], [5000, 1001])
    assert.ok(unread.every(({ reason }) => reason === 'too_many'))
    assert.ok(unread.every(({ title }) => Number(/\d+$/.exec(title)?.[0] ?? 8) % 9 >= 7))
  })

  it('moves this time and all that follow where a change says so', () => {
    const file = calendarWith(
      'BEGIN:VEVENT',
      'UID:a',
      'SUMMARY:Kor',
      'DTSTART;TZID=Europe/Copenhagen:20261201T190000',
      'DTEND;TZID=Europe/Copenhagen:20261201T210000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:a',
      'SUMMARY:Kor',
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Copenhagen:20261215T190000',
      'DTSTART;TZID=Europe/Copenhagen:20261216T180000',
      'DTEND;TZID=Europe/Copenhagen:20261216T200000',
      'END:VEVENT',
    )
    const kor = read(file).activities.find(({ title }) => title === 'Kor')
    assert.deepEqual(
      kor?.times.map(({ startsAt }) => wall(startsAt)),
      ['2026-12-01 19:00', '2026-12-08 19:00', '2026-12-16 18:00', '2026-12-23 18:00'],
    )
  })
})
