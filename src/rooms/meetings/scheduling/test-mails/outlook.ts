import { foreignId, tnefAnswer, unicode } from '../../../../platform/mail/incoming/test-tnef.ts'
import {
  ane,
  base64,
  bo,
  bothOf,
  calendarOf,
  calendarPart,
  mailOf,
  multipart,
  quotedPrintable,
  type SampleMail,
  uid,
  us,
  words,
} from './mails.ts'

const product = 'Microsoft Exchange Server 2010'

const zone = [
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

const event = (state: string, more: readonly string[] = []): string[] => [
  `ATTENDEE;PARTSTAT=${state};CN=Ane Lund:mailto:${ane}`,
  ...more,
  `UID:${uid}`,
  'SUMMARY;LANGUAGE=da-DK:Accepteret: Styregruppe',
  'DTSTART;TZID=Romance Standard Time:20261207T090000',
  'DTEND;TZID=Romance Standard Time:20261207T103000',
  'CLASS:PUBLIC',
  'PRIORITY:5',
  'DTSTAMP:20261130T080000Z',
  'TRANSP:OPAQUE',
  'STATUS:CONFIRMED',
  'SEQUENCE:2',
  'LOCATION;LANGUAGE=da-DK:Laden',
  'X-MICROSOFT-CDO-APPT-SEQUENCE:2',
  'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
]

const reply = (state: string, more: readonly string[] = []) =>
  calendarOf('REPLY', event(state, more), { product, before: zone })

const from = `Ane Lund <${ane}>`
const time = '2026-12-07 09:00–10:30'

const plain = (what: string, state: string, answer: string): SampleMail => ({
  what: `Outlook: ${what}`,
  raw: bothOf(from, '', calendarPart('REPLY', reply(state)), ['Subject: Accepteret: Styregruppe']),
  message: {
    method: 'REPLY',
    uid,
    sequence: 2,
    who: `${ane}: ${answer}`,
    name: 'Ane Lund',
    time,
    stamp: '2026-11-30 09:00',
  },
})

const counter = calendarOf(
  'COUNTER',
  [
    `ATTENDEE;PARTSTAT=TENTATIVE;CN=Ane Lund:MAILTO:${ane}`,
    `COMMENT;LANGUAGE=da-DK:Torsdag passer mig bedre\\n`,
    `UID:${uid}`,
    'SUMMARY;LANGUAGE=da-DK:Foreslået nyt tidspunkt: Styregruppe',
    'DTSTART;TZID=Romance Standard Time:20261210T130000',
    'DTEND;TZID=Romance Standard Time:20261210T143000',
    'DTSTAMP:20261130T080000Z',
    'SEQUENCE:0',
    'X-MS-OLK-ORIGINALSTART;TZID=Romance Standard Time:20261207T090000',
    'X-MS-OLK-ORIGINALEND;TZID=Romance Standard Time:20261207T103000',
  ],
  { product: '-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN', before: zone },
)

export const outlookMails: readonly SampleMail[] = [
  plain('yes', 'ACCEPTED', 'yes'),
  plain('perhaps', 'TENTATIVE', 'perhaps'),
  plain('no', 'DECLINED', 'no'),
  {
    what: 'Outlook: no, in a winmail.dat, with words along',
    raw: mailOf(
      from,
      'application/ms-tnef; name="winmail.dat"',
      base64(
        tnefAnswer('IPM.Schedule.Meeting.Resp.Neg', foreignId(uid), [unicode(0x1000, 'Jeg er på ferie; ring, Ane')]),
      ),
      ['Content-Transfer-Encoding: base64', 'Content-Disposition: attachment; filename="winmail.dat"'],
    ),
    message: {
      method: 'REPLY',
      uid,
      sequence: 2,
      who: `${ane}: no`,
      comment: 'Jeg er på ferie; ring, Ane',
      time,
      stamp: '2026-11-30 09:00',
    },
  },
  {
    what: 'Outlook: no, with words along, in base64',
    raw: bothOf(from, 'Jeg er på ferie.', {
      ...calendarPart(
        'REPLY',
        base64(
          reply('DECLINED', ['COMMENT;LANGUAGE=da-DK:Jeg er på ferie.\\n', 'X-MICROSOFT-COMMENT:Jeg er på ferie.']),
        ),
      ),
      heads: ['Content-Transfer-Encoding: base64'],
    }),
    message: { method: 'REPLY', who: `${ane}: no`, comment: 'Jeg er på ferie.', time },
  },
  {
    what: 'Outlook: yes without any zone in the file',
    raw: mailOf(
      from,
      'text/calendar; method="REPLY"; charset="utf-8"',
      calendarOf('REPLY', event('ACCEPTED'), { product }),
    ),
    message: { method: 'REPLY', who: `${ane}: yes`, time },
  },
  {
    what: 'Outlook: a bare address as the name, in quotes, and X-ALT-DESC',
    raw: mailOf(
      from,
      'text/calendar; method=REPLY; charset=utf-8',
      calendarOf('REPLY', [
        `ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;CN="'${ane}'":mailto:${ane}`,
        'X-ALT-DESC;FMTTYPE=text/html:<html><body>PARTSTAT=DECLINED</body></html>',
        ...event('ACCEPTED').slice(1),
      ]),
    ),
    message: { method: 'REPLY', who: `${ane}: yes`, name: `'${ane}'` },
  },
  {
    what: 'Outlook: yes in windows-1252 and quoted-printable',
    raw: mailOf(
      from,
      'text/calendar; method=REPLY; charset=windows-1252',
      quotedPrintable(reply('ACCEPTED', ['COMMENT:Vi ses på Søndergården']), 'latin1'),
      ['Content-Transfer-Encoding: quoted-printable'],
    ),
    message: { method: 'REPLY', who: `${ane}: yes`, comment: 'Vi ses på Søndergården' },
  },
  {
    what: 'Outlook: another time is proposed',
    raw: bothOf(from, 'Torsdag passer mig bedre', calendarPart('COUNTER', counter)),
    message: {
      method: 'COUNTER',
      uid,
      sequence: 0,
      who: `${ane}: perhaps`,
      comment: 'Torsdag passer mig bedre',
      time,
      proposes: '2026-12-10 13:00–14:30',
    },
  },
  {
    what: 'Exchange: a colleague who sends for somebody',
    raw: mailOf(
      `Bo Friis <${bo}>`,
      'text/calendar; method=REPLY; charset=utf-8',
      calendarOf('REPLY', [
        `ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="mailto:${bo}";CN=Ane Lund:mailto:${ane}`,
        ...event('').slice(1),
      ]),
    ),
    message: { method: 'REPLY', who: `${ane}: yes` },
  },
  {
    what: 'Exchange: a meeting room answers by itself',
    raw: mailOf(
      'Lokale 2 <lokale2@by.example>',
      'text/calendar; method=REPLY; charset=utf-8',
      calendarOf('REPLY', [
        `ATTENDEE;CUTYPE=RESOURCE;PARTSTAT=ACCEPTED;CN=Lokale 2:mailto:lokale2@by.example`,
        ...event('').slice(1),
      ]),
      ['Auto-Submitted: auto-generated'],
    ),
    message: { method: 'REPLY', who: 'lokale2@by.example: yes' },
  },
  {
    what: 'Exchange: a path within it instead of an address',
    raw: mailOf(
      from,
      'text/calendar; method=REPLY; charset=utf-8',
      calendarOf('REPLY', [
        `ATTENDEE;PARTSTAT=ACCEPTED;CN=Ane Lund:mailto:/o=Sample/ou=Exchange/cn=Recipients/cn=ane`,
        ...event('').slice(1),
      ]),
    ),
    message: { method: 'REPLY', who: 'nobody: yes', name: 'Ane Lund' },
  },
  {
    what: 'Outlook: yes to one time of a series',
    raw: bothOf(
      from,
      '',
      calendarPart('REPLY', reply('ACCEPTED', ['RECURRENCE-ID;TZID=Romance Standard Time:20261214T090000'])),
    ),
    message: { method: 'REPLY', who: `${ane}: yes`, time },
  },
  {
    what: 'Outlook: forwards the invitation to somebody else',
    raw: mailOf(
      from,
      ...asTuple(
        multipart('mixed', 'outer', [
          words('Se her'),
          {
            type: 'message/rfc822',
            body: bothOf(
              'x@y.example',
              'hej',
              calendarPart(
                'REQUEST',
                reply('NEEDS-ACTION', [`ORGANIZER;CN=Brobyg:mailto:${us}`]).replace('METHOD:REPLY', 'METHOD:REQUEST'),
              ),
            ),
          },
        ]),
      ),
    ),
    message: { method: 'REQUEST', uid, time },
  },
  {
    what: 'Outlook: the calendar as a nameless file of bytes',
    raw: mailOf(
      from,
      ...asTuple(
        multipart('mixed', 'outer', [
          words('Ja tak'),
          {
            type: 'application/octet-stream; name="møde.ics"',
            body: base64(reply('ACCEPTED')),
            heads: ['Content-Transfer-Encoding: base64', 'Content-Disposition: attachment; filename="meeting.ics"'],
          },
        ]),
      ),
    ),
    message: { method: 'REPLY', who: `${ane}: yes` },
  },
]

function asTuple({ type, body }: { type: string; body: string }): [string, string] {
  return [type, body]
}
