import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { readScheduling } from './read-scheduling.ts'
import { invitedOf, meetingOf } from './test-meeting.ts'
import { writeCancel, writeDeclineCounter, writeDisinvite, writeRequest } from './write-scheduling.ts'

const stamp = Temporal.Instant.from('2026-11-30T08:00:00.123Z')

const eventIn = (content: string) => {
  const calendar = new ICAL.Component(ICAL.parse(content))
  const [event] = calendar.getAllSubcomponents('vevent')
  assert.ok(event)
  return { method: calendar.getFirstPropertyValue('method'), event, told: new ICAL.Event(event) }
}

const peopleIn = (event: ICAL.Component) =>
  event
    .getAllProperties('attendee')
    .map((one) =>
      [
        one.getFirstValue(),
        one.getParameter('cn'),
        one.getParameter('role'),
        one.getParameter('partstat'),
        one.getParameter('rsvp'),
      ].join(' '),
    )

describe('an invitation', () => {
  it('is read by another reader as it was meant', () => {
    const { method, event, told } = eventIn(writeRequest(meetingOf(), stamp).content)
    assert.deepEqual(
      [method, told.uid, told.sequence, told.summary, told.location, told.description],
      ['REQUEST', meetingOf().uid, 0, 'Styregruppe', 'Laden, Havnevej 3', '1. Siden sidst\n2. Økonomi; "Bølgen"'],
    )
    assert.deepEqual(
      [told.startDate.toJSDate(), told.endDate.toJSDate()].map((at) => at.toISOString()),
      ['2026-12-07T08:00:00.000Z', '2026-12-07T09:30:00.000Z'],
    )
    assert.equal(String(event.getFirstPropertyValue('dtstamp')), '2026-11-30T08:00:00Z')
    assert.equal(event.getFirstProperty('dtstart')?.getParameter('tzid'), 'Europe/Copenhagen')
    assert.deepEqual(peopleIn(event), [
      'mailto:ane@klub.example Ane Lund REQ-PARTICIPANT NEEDS-ACTION TRUE',
      'mailto:bo@forening.example Bo ’Buller’ Friis OPT-PARTICIPANT TENTATIVE TRUE',
    ])
    const organizer = event.getFirstProperty('organizer')
    assert.deepEqual(
      [organizer?.getFirstValue(), organizer?.getParameter('cn'), organizer?.getParameter('sent-by')],
      ['mailto:svar+abcdefghijklmnopqrstuvwxyz@brobyg.example', 'Mette Krog', undefined],
    )
    assert.equal(event.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString(), '-PT60M')
    for (const [name, value] of [
      ['status', 'CONFIRMED'],
      ['x-microsoft-cdo-intendedstatus', 'BUSY'],
      ['x-microsoft-disallow-counter', 'FALSE'],
    ] as const)
      assert.equal(event.getFirstPropertyValue(name), value)
  })

  it('tells who calls it for whom, who comes instead of whom, and reminds nobody where it is not asked to', () => {
    const { event } = eventIn(
      writeRequest(
        meetingOf({
          organizer: { address: 'a@b.example', name: '', sentBy: 'kontor@b.example' },
          remindMinutes: null,
          invited: [
            invitedOf('ane@klub.example', { answer: 'delegated', delegatedTo: 'cy@other.example' }),
            invitedOf('cy@other.example', { answer: 'yes', delegatedFrom: 'ane@klub.example' }),
            invitedOf('laden@by.example', { kind: 'venue', role: 'informed' }),
          ],
        }),
        stamp,
      ).content,
    )
    assert.equal(event.getFirstProperty('organizer')?.getParameter('sent-by'), 'mailto:kontor@b.example')
    assert.equal(event.getFirstProperty('organizer')?.getParameter('cn'), undefined)
    const [ane, cy, venue] = event.getAllProperties('attendee')
    assert.deepEqual(
      [ane?.getParameter('delegated-to'), ane?.getParameter('rsvp')],
      ['mailto:cy@other.example', 'FALSE'],
    )
    assert.equal(cy?.getParameter('delegated-from'), 'mailto:ane@klub.example')
    assert.deepEqual([venue?.getParameter('cutype'), venue?.getParameter('role')], ['ROOM', 'NON-PARTICIPANT'])
    assert.equal(event.getFirstSubcomponent('valarm'), null)
  })

  it('stands on the right moment whatever the clocks do', () => {
    for (const [from, to] of [
      ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'],
      ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
      ['2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z'],
      ['2026-12-31T22:30:00Z', '2027-01-01T00:00:00Z'],
    ] as const) {
      const meeting = meetingOf({ startsAt: Temporal.Instant.from(from), endsAt: Temporal.Instant.from(to) })
      const { told } = eventIn(writeRequest(meeting, stamp).content)
      assert.deepEqual(
        [told.startDate, told.endDate].map((at) => at.toJSDate().getTime()),
        [Date.parse(from), Date.parse(to)],
      )
      const read = readScheduling(writeRequest(meeting, stamp).content, { from: null })
      assert.ok('message' in read && read.message.time?.startsAt.equals(meeting.startsAt))
    }
  })

  it('has no line over 75 octets, and no text makes a line or a parameter of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { content } = writeRequest(
          meetingOf({
            summary: text,
            description: text,
            location: text,
            invited: [invitedOf('ane@klub.example', { name: `${text}";PARTSTAT=ACCEPTED:x\r\nX-OWN:1` })],
          }),
          stamp,
          text,
        )
        const lines = content.split('\r\n')
        assert.ok(
          lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\n\r]/.test(line) && !line.startsWith('X-OWN')),
        )
        assert.ok(content.endsWith('END:VCALENDAR\r\n'))
        const read = readScheduling(content, { from: null })
        assert.ok('message' in read)
        assert.deepEqual(
          read.message.attendees.map(({ address, answer }) => [address, answer]),
          [['ane@klub.example', 'unanswered']],
        )
      }),
    )
  })
})

describe('what follows an invitation', () => {
  it('is a change with the same name and a higher sequence', () => {
    const first = eventIn(writeRequest(meetingOf(), stamp).content).told
    const next = eventIn(writeRequest(meetingOf({ sequence: 3 }), stamp, 'Vi flytter mødet').content)
    assert.deepEqual([next.told.uid === first.uid, next.told.sequence], [true, 3])
    assert.equal(next.event.getFirstPropertyValue('comment'), 'Vi flytter mødet')
  })

  it('is a cancellation of the whole', () => {
    const { method, event } = eventIn(writeCancel(meetingOf({ sequence: 1 }), stamp).content)
    assert.deepEqual([method, event.getFirstPropertyValue('status')], ['CANCEL', 'CANCELLED'])
    assert.equal(event.getAllProperties('attendee').length, 2)
    assert.equal(event.getFirstSubcomponent('valarm'), null)
  })

  it('is a cancellation for one, who alone is named, while the meeting stands', () => {
    const meeting = meetingOf({ sequence: 1 })
    const { method, event } = eventIn(writeDisinvite(meeting, meeting.invited.slice(0, 1), stamp).content)
    assert.deepEqual([method, event.getFirstPropertyValue('status')], ['CANCEL', null])
    assert.deepEqual(
      event.getAllProperties('attendee').map((one) => one.getFirstValue()),
      ['mailto:ane@klub.example'],
    )
  })

  it('is a no to a proposed time, with the time that stands', () => {
    const [proposer] = meetingOf().invited
    assert.ok(proposer)
    const { method, event, told } = eventIn(
      writeDeclineCounter(meetingOf(), proposer, stamp, 'Salen er optaget').content,
    )
    assert.deepEqual(
      [method, event.getFirstPropertyValue('comment'), told.startDate.toJSDate().toISOString()],
      ['DECLINECOUNTER', 'Salen er optaget', '2026-12-07T08:00:00.000Z'],
    )
  })
})
