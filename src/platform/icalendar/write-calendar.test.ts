import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { foldLine } from './lines.ts'
import { type CalendarDay, writeCalendar } from './write-calendar.ts'

const dayOf = (change: Partial<CalendarDay>): CalendarDay => ({
  uid: 'a-1@brobyg',
  sequence: 2,
  changedAt: Temporal.Instant.from('2026-03-01T10:11:12.345Z'),
  on: Temporal.PlainDate.from('2026-12-31'),
  summary: 'Frist',
  description: '',
  url: 'https://brobyg.example/loefter/1',
  ...change,
})

const written = (...days: CalendarDay[]): string =>
  writeCalendar({ name: 'Løfter', description: 'Frister', language: 'da', days })

const eventsIn = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))

describe('a calendar', () => {
  it('is read back by another reader as it was meant', () => {
    const [event] = eventsIn(written(dayOf({ summary: 'Møde; "Bølgen", kl. 9\\10', description: 'to\nlinjer' })))
    assert.ok(event)
    assert.deepEqual(
      [event.summary, event.description, event.uid, event.sequence, event.startDate.isDate],
      ['Møde; "Bølgen", kl. 9\\10', 'to\nlinjer', 'a-1@brobyg', 2, true],
    )
    assert.deepEqual([event.startDate.toString(), event.endDate.toString()], ['2026-12-31', '2027-01-01'])
    assert.equal(event.component.getFirstPropertyValue('dtstamp')?.toString(), '2026-03-01T10:11:12Z')
    assert.deepEqual(event.component.getAllSubcomponents('valarm'), [])
  })

  it('keeps whole days whole when the clocks change and over a leap day', () => {
    for (const [day, next] of [
      ['2026-03-29', '2026-03-30'],
      ['2026-10-25', '2026-10-26'],
      ['2028-02-29', '2028-03-01'],
    ] as const) {
      const [event] = eventsIn(written(dayOf({ on: Temporal.PlainDate.from(day) })))
      assert.deepEqual([event?.startDate.toString(), event?.endDate.toString()], [day, next])
    }
  })

  it('has no line over 75 octets and cuts no character, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const calendar = written(dayOf({ summary: text, description: text }))
        const lines = calendar.split('\r\n')
        assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n') && !line.includes('\r')))
        const meant = text.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}|\p{Cs}/gu, '')
        assert.equal(eventsIn(calendar)[0]?.summary ?? '', meant)
      }),
    )
  })

  it('folds so that unfolding gives the line back', () => {
    const line = `SUMMARY:${'æ𝄞'.repeat(60)}`
    assert.equal(foldLine(line).replaceAll('\r\n ', ''), line)
    assert.equal(foldLine('KORT'), 'KORT')
  })

  it('ends every line with CRLF and is the same each time', () => {
    const calendar = written(dayOf({}))
    assert.ok(calendar.endsWith('END:VCALENDAR\r\n'))
    assert.equal(calendar.replaceAll('\r\n', '').includes('\n'), false)
    assert.equal(written(dayOf({})), calendar)
  })
})
