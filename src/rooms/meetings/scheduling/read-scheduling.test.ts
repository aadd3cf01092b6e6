import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { homeZone } from '../../../platform/day.ts'
import { readMail } from '../../../platform/mail/incoming/read-mail.ts'
import { readScheduling } from './read-scheduling.ts'
import type { SchedulingMessage, SchedulingTime } from './scheduling.ts'
import { appleMails, googleMails } from './test-mails/google-and-apple.ts'
import { hostileMails } from './test-mails/hostile.ts'
import { ane, calendarOf, type SampleMail } from './test-mails/mails.ts'
import { otherMails } from './test-mails/others.ts'
import { outlookMails } from './test-mails/outlook.ts'

const wall = (at: Temporal.Instant) => at.toZonedDateTimeISO(homeZone)
const minute = (at: Temporal.Instant) => wall(at).toPlainTime().toString().slice(0, 5)
const spanOf = (time: SchedulingTime | null) =>
  time === null
    ? 'none'
    : `${wall(time.startsAt).toPlainDate().toString()} ${minute(time.startsAt)}–${minute(time.endsAt)}`

const whoOf = ({ attendee }: SchedulingMessage): string => {
  if (attendee === null) return 'none'
  const { address, answer, delegatedTo, delegatedFrom } = attendee
  const to = delegatedTo === null ? '' : ` → ${delegatedTo}`
  return `${address ?? 'nobody'}: ${answer}${to}${delegatedFrom === null ? '' : ` ← ${delegatedFrom}`}`
}

const shown = (message: SchedulingMessage) => ({
  method: message.method,
  uid: message.uid,
  sequence: message.sequence,
  who: whoOf(message),
  name: message.attendee?.name ?? '',
  comment: message.comment,
  stamp: message.stamp === null ? 'none' : `${wall(message.stamp).toPlainDate().toString()} ${minute(message.stamp)}`,
  time: spanOf(message.time),
  proposes: spanOf(message.proposes),
  status: message.requestStatus ?? '',
})

const bytes = (raw: string | Uint8Array) => (typeof raw === 'string' ? new TextEncoder().encode(raw) : raw)

const outcomeOf = async ({ raw, message: expected }: SampleMail) => {
  const mail = await readMail(bytes(raw))
  if ('unread' in mail) return { mail: 'unread' }
  if (mail.bounce !== null) return { mail: mail.bounce.isForGood ? 'bounce' : 'late' }
  if (mail.calendar === null) return { mail: mail.isAutomatic ? 'automatic' : 'words' }
  const read = readScheduling(mail.calendar.content, {
    from: mail.from?.address ?? null,
    method: mail.calendar.method,
  })
  if ('refused' in read) return { refused: read.refused }
  const told = shown(read.message)
  const asked = Object.keys(expected ?? {})
  return { message: Object.fromEntries(Object.entries(told).filter(([part]) => asked.includes(part))) }
}

const all = [...outlookMails, ...googleMails, ...appleMails, ...otherMails, ...hostileMails]

describe('reading an answer as it comes by mail', () => {
  it('is tried with what many programs write, and what none should', () => {
    assert.ok(all.length >= 80, `${all.length}`)
    assert.equal(new Set(all.map(({ what }) => what)).size, all.length)
  })

  for (const sample of all) {
    it(sample.what, async () => {
      const { what: _what, raw: _raw, ...expected } = sample
      assert.deepEqual(await outcomeOf(sample), expected)
    })
  }

  it('never throws and never takes long, whatever stands in a calendar', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VALARM',
        'METHOD:COUNTER',
        'DTSTART:20261207T080000Z',
        'DTEND:',
      ),
      fc
        .tuple(
          fc.constantFrom('ATTENDEE', 'UID', 'DTSTART', 'DURATION', 'RECURRENCE-ID', 'COMMENT'),
          fc.string({ maxLength: 40 }),
        )
        .map(([name, value]) => `${name}${value.startsWith(';') ? '' : ':'}${value}`),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const read = readScheduling(calendarOf('REPLY', [`ATTENDEE:mailto:${ane}`, ...lines]), { from: ane })
        assert.ok('message' in read || 'refused' in read)
      }),
      { numRuns: 300 },
    )
  })
})
