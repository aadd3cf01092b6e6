import {
  ane,
  base64,
  bothOf,
  calendarOf,
  calendarPart,
  mailOf,
  multipart,
  type Part,
  type SampleMail,
  uid,
  us,
  words,
} from './mails.ts'

const from = `Ane Lund <${ane}>`

const event = [
  `UID:${uid}`,
  'DTSTAMP:20261130T080000Z',
  `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${ane}`,
  'DTSTART:20261207T080000Z',
  'DTEND:20261207T093000Z',
]
const good = calendarOf('REPLY', event)

const refused = (what: string, calendar: string, code: SampleMail['refused']): SampleMail => ({
  what,
  raw: bothOf(from, 'x', calendarPart('REPLY', calendar)),
  ...(code === undefined ? {} : { refused: code }),
})

const nested = (depth: number, inner: Part): Part =>
  depth === 0 ? inner : multipart('mixed', `b${depth}`, [nested(depth - 1, inner)])

const report = (
  lines: readonly string[],
  messageId = '<019b2c4e-7d10-7aaa-8bbb-000000000001@brobyg.example>',
): string => {
  const { body } = multipart('report', 'dsn', [
    words('Your message could not be delivered.'),
    { type: 'message/delivery-status', body: ['Reporting-MTA: dns; mx.example', '', ...lines, ''].join('\r\n') },
    { type: 'text/rfc822-headers', body: `Message-ID: ${messageId}\r\nSubject: Indkaldelse\r\n` },
  ])
  return mailOf(
    'Mail Delivery System <MAILER-DAEMON@mx.example>',
    'multipart/report; report-type=delivery-status; boundary="dsn"',
    body,
    ['Auto-Submitted: auto-replied'],
  )
}

export const hostileMails: readonly SampleMail[] = [
  refused('cut in the middle of the event', good.slice(0, good.indexOf('DTSTART') + 12), 'cut_off'),
  refused('5 MB of comment', calendarOf('REPLY', [...event, `COMMENT:${'x'.repeat(5_000_000)}`]), 'too_large'),
  refused(
    'two events of different names',
    good.replace('END:VCALENDAR', `BEGIN:VEVENT\r\nUID:other\r\nEND:VEVENT\r\nEND:VCALENDAR`),
    'several_events',
  ),
  {
    ...refused(
      'two events of the same name',
      good.replace(
        'END:VCALENDAR',
        `BEGIN:VEVENT\r\n${event.join('\r\n').replace('ACCEPTED', 'DECLINED')}\r\nRECURRENCE-ID:20261214T080000Z\r\nEND:VEVENT\r\nEND:VCALENDAR`,
      ),
      undefined,
    ),
    message: { method: 'REPLY', who: `${ane}: yes` },
  },
  refused('no name', good.replace(`UID:${uid}\r\n`, ''), 'no_uid'),
  refused('a name of 10,000 letters', good.replace(uid, 'u'.repeat(10_000)), 'uid_too_long'),
  refused('nobody answers', good.replace(/ATTENDEE.*\r\n/, ''), 'no_attendee'),
  refused('a method nobody knows', good.replace('METHOD:REPLY', 'METHOD:X-DELETE-ALL'), 'unknown_method'),
  {
    what: 'no method anywhere',
    raw: mailOf(from, 'text/calendar', good.replace('METHOD:REPLY\r\n', '')),
    refused: 'no_method',
  },
  refused('a task instead of an event', good.replaceAll('VEVENT', 'VTODO'), 'no_event'),
  refused(
    'a proposal without a time',
    good.replace('METHOD:REPLY', 'METHOD:COUNTER').replace(/DTSTART.*\r\n/, ''),
    'no_proposal',
  ),
  refused(
    'a proposal that ends before it begins',
    good.replace('METHOD:REPLY', 'METHOD:COUNTER').replace('DTEND:20261207', 'DTEND:20261206'),
    'ends_first',
  ),
  {
    ...refused(
      'a stamp that is none, and a number that is none',
      good.replace('DTSTAMP:20261130T080000Z', 'DTSTAMP:i går\r\nSEQUENCE:mange'),
      undefined,
    ),
    message: { method: 'REPLY', who: `${ane}: yes`, stamp: 'none', sequence: 0 },
  },
  {
    ...refused(
      'a length that leaves the calendar',
      good.replace(/DTEND.*\r\n/, `DURATION:P${'9'.repeat(300)}D\r\n`),
      undefined,
    ),
    message: { method: 'REPLY', time: '2026-12-07 09:00–09:00' },
  },
  {
    ...refused(
      '10,000 people',
      calendarOf('REPLY', [
        ...event,
        ...Array.from({ length: 10_000 }, (_, at) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:p${at}@x.example`),
      ]),
      undefined,
    ),
    message: { method: 'REPLY', who: `${ane}: yes` },
  },
  {
    what: 'another file than a calendar behind its name',
    raw: bothOf(from, 'Ja tak', {
      type: 'application/octet-stream; name="svar.ics"',
      body: base64('MZ not a calendar'),
      heads: ['Content-Transfer-Encoding: base64'],
    }),
    mail: 'words',
  },
  {
    what: 'parts within parts, as deep as nobody means it',
    raw: mailOf(from, nested(60, calendarPart('REPLY', good)).type, nested(60, calendarPart('REPLY', good)).body),
    mail: 'unread',
  },
  {
    what: 'parts within parts, deep',
    raw: mailOf(from, nested(12, calendarPart('REPLY', good)).type, nested(12, calendarPart('REPLY', good)).body),
    message: { method: 'REPLY', who: `${ane}: yes` },
  },
  {
    what: 'a container without an end',
    raw: mailOf(
      from,
      'multipart/mixed; boundary="never"',
      `--never\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n${good}`,
    ),
    message: { method: 'REPLY', who: `${ane}: yes` },
  },
  {
    what: 'heads without end',
    raw: mailOf(
      from,
      'text/plain',
      'x',
      Array.from({ length: 20_000 }, (_, at) => `X-Head-${at}: ${'y'.repeat(40)}`),
    ),
    mail: 'unread',
  },
  { what: 'no mail at all', raw: new Uint8Array(0), mail: 'unread' },
  {
    what: 'words alone',
    raw: mailOf(from, 'text/plain; charset=utf-8', 'Ja tak, jeg kommer.\r\n\r\nHilsen Ane'),
    mail: 'words',
  },
  {
    what: 'words as markup alone',
    raw: mailOf(from, 'text/html; charset=utf-8', '<p>Nej, <b>desværre</b></p><script>ja</script>'),
    mail: 'words',
  },
  {
    what: 'an out-of-office note',
    raw: mailOf(from, 'text/plain; charset=utf-8', 'Jeg er på ferie.', [
      'Auto-Submitted: auto-replied',
      'Subject: Automatisk svar: Styregruppe',
      'X-Auto-Response-Suppress: All',
    ]),
    mail: 'automatic',
  },
  {
    what: 'an out-of-office note that only its subject tells',
    raw: mailOf(from, 'text/plain', 'Ferie', ['Subject: Ikke til stede: Styregruppe']),
    mail: 'automatic',
  },
  {
    what: 'a mailing list',
    raw: mailOf(from, 'text/plain', 'Nyt', ['List-Id: <nyt.klub.example>', 'Precedence: bulk']),
    mail: 'automatic',
  },
  {
    what: 'a mail that came back for good',
    raw: report([
      'Final-Recipient: rfc822; ' + ane,
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    ]),
    mail: 'bounce',
  },
  {
    what: 'a mail that is late',
    raw: report([`Final-Recipient: rfc822;${ane}`, 'Action: delayed', 'Status: 4.4.1']),
    mail: 'late',
  },
  {
    what: 'a mail that was delivered',
    raw: report([`Final-Recipient: rfc822;${ane}`, 'Action: delivered', 'Status: 2.0.0']),
    mail: 'automatic',
  },
  {
    what: 'a mail that came back as Exim tells it',
    raw: mailOf(
      'Mail Delivery System <Mailer-Daemon@mx.example>',
      'text/plain',
      'This message was created automatically',
      [
        `X-Failed-Recipients: ${ane}`,
        'Auto-Submitted: auto-replied',
        `In-Reply-To: <019b2c4e-7d10-7aaa-8bbb-000000000001@brobyg.example>`,
      ],
    ),
    mail: 'bounce',
  },
  {
    what: 'a sender that is none',
    raw: mailOf('nobody', 'text/calendar; method=REPLY', good),
    message: { method: 'REPLY', who: `${ane}: yes` },
  },
  {
    what: 'a receiver that is hidden',
    raw: mailOf(from, 'text/plain', 'Ja', [`Delivered-To: ${us}`]).replace(
      `To: <${us}>`,
      'To: undisclosed-recipients:;',
    ),
    mail: 'words',
  },
]
