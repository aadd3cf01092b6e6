import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { mostMailBytes, readMail } from './read-mail.ts'

const mail = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'))

const read = async (...lines: readonly string[]) => {
  const found = await readMail(mail(...lines))
  assert.ok(!('unread' in found))
  return found
}

const report = (...told: readonly string[]) =>
  read(
    'From: MAILER-DAEMON@mx.example',
    'To: <svar+x@brobyg.example>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    ...told,
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Message-ID: <019b2c4e-7d10-7aaa-8bbb-000000000001@brobyg.example>',
    'Subject: Indkaldelse',
    '',
    'Kom',
    '--b--',
  )

describe('reading a mail', () => {
  it('tells who it is from, to, and which it answers, the nearest first', async () => {
    const { from, to, answers, subject, messageId } = await read(
      'From: =?utf-8?Q?=C3=85se?= <ASE@Klub.example>',
      'To: Brobyg <svar+A@Brobyg.example>, Gruppe: <b@x.example>, c@x.example;',
      'Delivered-To: svar+b@brobyg.example',
      'Subject: Re:  Indkaldelse',
      'Message-ID: <1@klub.example>',
      'In-Reply-To: <3@x.example>',
      'References: <2@x.example> <3@x.example>',
      '',
      'Ja',
    )
    assert.deepEqual(from, { address: 'ase@klub.example', name: 'Åse' })
    assert.deepEqual(to, ['svar+b@brobyg.example', 'svar+a@brobyg.example', 'b@x.example', 'c@x.example'])
    assert.deepEqual(answers, ['<3@x.example>', '<3@x.example>', '<2@x.example>'])
    assert.deepEqual([subject, messageId], ['Re: Indkaldelse', '<1@klub.example>'])
  })

  it('tells of a mail that came back: which, to whom, and whether for good', async () => {
    const { bounce } = await report(
      'Original-Recipient: rfc822;Ane@klub.example',
      'Final-Recipient: rfc822; other@klub.example',
      'Action: failed',
      'Status: 5.1.1',
    )
    assert.deepEqual(bounce, {
      messageId: '<019b2c4e-7d10-7aaa-8bbb-000000000001@brobyg.example>',
      address: 'ane@klub.example',
      isForGood: true,
      status: '5.1.1',
    })
  })

  it('tells late from lost, and neither where it came through', async () => {
    const told = async (action: string, status: string) =>
      (await report('Final-Recipient: rfc822;ane@klub.example', `Action: ${action}`, `Status: ${status}`)).bounce
    assert.equal((await told('delayed', '4.4.1'))?.isForGood, false)
    assert.equal((await told('failed', '4.2.2'))?.isForGood, false)
    assert.equal(await told('delivered', '2.0.0'), null)
    assert.equal(await told('relayed', '2.0.0'), null)
  })

  it('takes no mail that is larger than is taken', async () => {
    assert.deepEqual(await readMail(new Uint8Array(mostMailBytes + 1)), { unread: 'too_large' })
  })

  it('never throws, whatever a mail is made of', async () => {
    const line = fc.oneof(
      fc.string({ maxLength: 50 }),
      fc.constantFrom(
        '',
        '--b',
        '--b--',
        'Content-Type: multipart/mixed; boundary=b',
        'Content-Type: message/rfc822',
        'Content-Type: text/calendar; method=REPLY',
        'BEGIN:VCALENDAR',
        'END:VCALENDAR',
        'Content-Transfer-Encoding: base64',
        'From: a@b.example',
        'Content-Type: message/delivery-status',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        const found = await readMail(mail(...lines))
        assert.ok('unread' in found || Array.isArray(found.to))
      }),
      { numRuns: 300 },
    )
  })
})
