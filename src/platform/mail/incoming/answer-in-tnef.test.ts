import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { answerInTnef } from './answer-in-tnef.ts'
import { readMail } from './read-mail.ts'
import {
  appointmentSet,
  attribute,
  binary,
  file,
  foreignId,
  meetingSet,
  messageClass,
  named,
  objectId,
  properties,
  time,
  tnefAnswer,
  u32,
  unicode,
} from './test-tnef.ts'

const ours = '019b2c4e-7d10-7aaa-8bbb-123456789abc@brobyg'
const foreign = foreignId(ours)

const answer = (name: string, more: readonly Buffer[] = [], id = foreign): Buffer => tnefAnswer(name, id, more)

const read = (bytes: Uint8Array): string | null => {
  const found = answerInTnef(bytes, 'ane@klub.example')
  return found === null ? null : Buffer.from(found.content).toString()
}

describe('an answer in a winmail.dat', () => {
  const states = [
    ['IPM.Schedule.Meeting.Resp.Pos', 'ACCEPTED'],
    ['IPM.Schedule.Meeting.Resp.Neg', 'DECLINED'],
    ['IPM.Schedule.Meeting.Resp.Tent', 'TENTATIVE'],
    ['IPM.Microsoft Schedule.MtgRespP', 'ACCEPTED'],
    ['IPM.Microsoft Schedule.MtgRespN', 'DECLINED'],
    ['IPM.Microsoft Schedule.MtgRespA', 'TENTATIVE'],
  ] as const
  for (const [name, state] of states)
    it(`is ${state} where its class is ${name}`, () =>
      assert.deepEqual(read(answer(name))?.split('\r\n').slice(2, -3), [
        'METHOD:REPLY',
        'BEGIN:VEVENT',
        `UID:${ours}`,
        `ATTENDEE;PARTSTAT=${state}:mailto:ane@klub.example`,
        'DTSTAMP:20261130T080000Z',
        'DTSTART:20261207T080000Z',
        'DTEND:20261207T093000Z',
        'SEQUENCE:2',
      ]))

  it('tells its class among its properties too', () => {
    const one = file(
      properties(unicode(0x001a, 'IPM.Schedule.Meeting.Resp.Pos'), named(0x102, meetingSet, 3, binary(foreign))),
    )
    assert.match(read(one) ?? '', /PARTSTAT=ACCEPTED/)
  })

  it('of a meeting Exchange made itself is known by its id, without the day of one of its times', () => {
    const own = objectId(Buffer.from('00112233445566778899aabbccddeeff', 'hex'))
    const uid = /UID:(.*)/.exec(read(answer('IPM.Schedule.Meeting.Resp.Pos', [], own)) ?? '')?.[1]
    assert.equal(
      uid,
      `040000008200E00074C5B7101A82E00800000000${'0'.repeat(32)}1000000000112233445566778899AABBCCDDEEFF`,
    )
  })

  it('proposes another time', () => {
    const proposal = [
      named(0x0b, appointmentSet, 0x8257, u32(1)),
      named(0x40, appointmentSet, 0x8250, time('2026-12-08T08:00:00Z')),
      named(0x40, appointmentSet, 0x8251, time('2026-12-08T09:30:00Z')),
    ]
    const said = read(answer('IPM.Schedule.Meeting.Resp.Tent', proposal)) ?? ''
    assert.match(said, /METHOD:COUNTER[^]*DTSTART:20261208T080000Z[^]*X-MS-OLK-ORIGINALSTART:20261207T080000Z/)
  })

  it('is the calendar that lies within it, where one does', () => {
    const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n'
    assert.equal(read(file(messageClass('IPM.Note'), attribute(0x0006_800f, Buffer.from(calendar), 2))), calendar)
  })

  const nothing: readonly (readonly [says: string, bytes: Uint8Array])[] = [
    ['it is a letter', answer('IPM.Note')],
    ['it is an invitation', answer('IPM.Schedule.Meeting.Request')],
    ['it does not say to what', file(messageClass('IPM.Schedule.Meeting.Resp.Pos'))],
    ['its id is cut short', answer('IPM.Schedule.Meeting.Resp.Pos', [], foreign.subarray(0, 30))],
    [
      'its id begins another line',
      answer(
        'IPM.Schedule.Meeting.Resp.Pos',
        [],
        objectId(Buffer.concat([Buffer.from('vCal-Uid'), u32(1), Buffer.from('a\r\nX:b\0')])),
      ),
    ],
    ['its id is endless', answer('IPM.Schedule.Meeting.Resp.Pos', [], objectId(Buffer.alloc(5000, 1)))],
    ['it says it is longer than it is', Buffer.concat([file(), Buffer.from([1]), u32(0x0006_9003), u32(0xffff_ffff)])],
    ['it is empty', new Uint8Array()],
    ['it is something else', Buffer.from('%PDF-1.7')],
  ]
  for (const [says, bytes] of nothing) it(`is none where ${says}`, () => assert.equal(read(bytes), null))

  it('is never waited for, whatever the bytes are', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(600), (bytes, at) => {
        const whole = answer('IPM.Schedule.Meeting.Resp.Pos')
        const broken = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)])
        const said = read(broken)
        assert.ok(said === null || /^BEGIN:VCALENDAR/i.test(said))
      }),
    ))

  it('is found in a mail', async () => {
    const lines = [
      'From: Ane <ane@klub.example>',
      'To: <svar+a@brobyg.example>',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      '',
      '--b',
      'Content-Type: application/ms-tnef; name="winmail.dat"',
      'Content-Disposition: attachment; filename="winmail.dat"',
      'Content-Transfer-Encoding: base64',
      '',
      answer('IPM.Schedule.Meeting.Resp.Neg').toString('base64'),
      '--b--',
    ]
    const mail = await readMail(Buffer.from(lines.join('\r\n')))
    assert.ok('calendar' in mail && mail.calendar !== null)
    assert.match(Buffer.from(mail.calendar.content).toString(), /PARTSTAT=DECLINED:mailto:ane@klub\.example/)
  })
})
