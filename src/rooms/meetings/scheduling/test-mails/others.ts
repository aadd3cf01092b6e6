import { ane, base64, bo, bothOf, calendarOf, calendarPart, mailOf, type SampleMail, uid, us } from './mails.ts'

const about = (state: string, more: readonly string[] = []): string[] => [
  `UID:${uid}`,
  'DTSTAMP:20261130T080000Z',
  'SEQUENCE:1',
  `ORGANIZER;CN=Brobyg:mailto:${us}`,
  `ATTENDEE;CN=Ane Lund;PARTSTAT=${state};ROLE=REQ-PARTICIPANT:mailto:${ane}`,
  'DTSTART;TZID=Europe/Copenhagen:20261207T090000',
  'DTEND;TZID=Europe/Copenhagen:20261207T103000',
  'SUMMARY:Styregruppe',
  ...more,
]

const from = `Ane Lund <${ane}>`
const time = '2026-12-07 09:00–10:30'

const sent = (what: string, method: string, calendar: string, message: SampleMail['message']): SampleMail => ({
  what,
  raw: bothOf(from, what, calendarPart(method, calendar)),
  ...(message === undefined ? {} : { message }),
})

const reply = (product: string, state = 'ACCEPTED', more: readonly string[] = []) =>
  calendarOf('REPLY', about(state, more), { product })

export const otherMails: readonly SampleMail[] = [
  sent(
    'Thunderbird: yes',
    'REPLY',
    reply('-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN', 'ACCEPTED', [
      'X-MOZ-RECEIVED-SEQUENCE:1',
      'X-MOZ-RECEIVED-DTSTAMP:20261129T080000Z',
      'REQUEST-STATUS:2.0;Success',
    ]),
    {
      method: 'REPLY',
      who: `${ane}: yes`,
      time,
      status: '2.0;Success',
    },
  ),
  sent(
    'Thunderbird: another time is proposed',
    'COUNTER',
    calendarOf('COUNTER', [
      ...about('TENTATIVE').map((line) =>
        line.replace('20261207T09', '20261209T09').replace('20261207T10', '20261209T10'),
      ),
      'COMMENT:Hellere onsdag',
    ]),
    {
      method: 'COUNTER',
      who: `${ane}: perhaps`,
      proposes: '2026-12-09 09:00–10:30',
      comment: 'Hellere onsdag',
    },
  ),
  sent(
    'Zimbra: no, with words of its own',
    'REPLY',
    reply('Zimbra-Calendar-Provider', 'DECLINED', ['COMMENT:Optaget', 'CLASS:PUBLIC']),
    { method: 'REPLY', who: `${ane}: no`, comment: 'Optaget' },
  ),
  sent(
    'Nextcloud: yes from its answer page',
    'REPLY',
    reply('-//Sabre//Sabre VObject 4.5//EN', 'ACCEPTED', ['REQUEST-STATUS:2.0;Success']),
    { method: 'REPLY', who: `${ane}: yes` },
  ),
  sent('SOGo: perhaps', 'REPLY', reply('-//Inverse inc./SOGo 5.10//EN', 'TENTATIVE'), {
    method: 'REPLY',
    who: `${ane}: perhaps`,
  }),
  {
    what: 'Lotus: no method in the calendar, only beside it, and the zone as a name of its own',
    raw: mailOf(
      from,
      'text/calendar; method=REPLY; charset=UTF-8',
      calendarOf(
        null,
        about('ACCEPTED').map((line) => line.replace('TZID=Europe/Copenhagen', 'TZID="W. Europe"')),
        { product: '-//Lotus Development Corporation//NONSGML Notes 9.0//EN_C' },
      ),
    ),
    message: { method: 'REPLY', who: `${ane}: yes`, time },
  },
  {
    what: 'Lotus: comments as quoted-printable within the calendar',
    raw: mailOf(
      from,
      'text/calendar; method=REPLY',
      calendarOf('REPLY', about('DECLINED', ['COMMENT;ENCODING=QUOTED-PRINTABLE:Jeg er p=C3=A5 kursus'])),
    ),
    message: { method: 'REPLY', who: `${ane}: no`, comment: 'Jeg er på kursus' },
  },
  sent(
    'delegation: the one who was invited lets somebody else come',
    'REPLY',
    calendarOf('REPLY', [
      ...about('').filter((line) => !line.startsWith('ATTENDEE')),
      `ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:${bo}";CN=Ane Lund:mailto:${ane}`,
      `ATTENDEE;PARTSTAT=NEEDS-ACTION;DELEGATED-FROM="mailto:${ane}";CN=Bo Friis:mailto:${bo}`,
    ]),
    {
      method: 'REPLY',
      who: `${ane}: delegated → ${bo}`,
    },
  ),
  {
    what: 'delegation: the one who comes instead says yes',
    raw: bothOf(
      `Bo Friis <${bo}>`,
      'x',
      calendarPart(
        'REPLY',
        calendarOf('REPLY', [
          ...about('').filter((line) => !line.startsWith('ATTENDEE')),
          `ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:${ane}";CN=Bo Friis:mailto:${bo}`,
        ]),
      ),
    ),
    message: { method: 'REPLY', who: `${bo}: yes ← ${ane}`, name: 'Bo Friis' },
  },
  {
    what: 'delegation: told by neither’s own address',
    raw: bothOf(
      'kontoret@klub.example',
      'x',
      calendarPart(
        'REPLY',
        calendarOf('REPLY', [
          ...about('').filter((line) => !line.startsWith('ATTENDEE')),
          `ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:${ane}":mailto:${bo}`,
          `ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:${bo}":mailto:${ane}`,
        ]),
      ),
    ),
    message: { method: 'REPLY', who: `${ane}: delegated → ${bo}` },
  },
  sent('an answer nobody knows', 'REPLY', reply('x', 'X-CONSIDERING'), { method: 'REPLY', who: `${ane}: unanswered` }),
  sent('no answer at all', 'REPLY', reply('x').replace(';PARTSTAT=ACCEPTED', ''), {
    method: 'REPLY',
    who: `${ane}: unanswered`,
  }),
  sent(
    'a name that holds another answer in quotes',
    'REPLY',
    reply('x').replace('CN=Ane Lund;PARTSTAT=ACCEPTED', 'CN="Ane;PARTSTAT=DECLINED:x";PARTSTAT=ACCEPTED'),
    { method: 'REPLY', who: `${ane}: yes`, name: 'Ane;PARTSTAT=DECLINED:x' },
  ),
  sent(
    'a name with signs written as RFC 6868 has them',
    'REPLY',
    reply('x').replace('CN=Ane Lund', "CN=Ane ^'Buller^' Lund"),
    { method: 'REPLY', who: `${ane}: yes`, name: 'Ane "Buller" Lund' },
  ),
  sent('PUBLISH', 'PUBLISH', calendarOf('PUBLISH', about('NEEDS-ACTION')), { method: 'PUBLISH', uid, time }),
  sent('REQUEST', 'REQUEST', calendarOf('REQUEST', about('NEEDS-ACTION')), {
    method: 'REQUEST',
    uid,
    sequence: 1,
    time,
  }),
  sent('ADD', 'ADD', calendarOf('ADD', about('NEEDS-ACTION')), { method: 'ADD', uid, time }),
  sent('CANCEL', 'CANCEL', calendarOf('CANCEL', about('NEEDS-ACTION', ['STATUS:CANCELLED'])), {
    method: 'CANCEL',
    uid,
    time,
  }),
  sent('DECLINECOUNTER', 'DECLINECOUNTER', calendarOf('DECLINECOUNTER', about('NEEDS-ACTION')), {
    method: 'DECLINECOUNTER',
    uid,
    time,
  }),
  sent(
    'REFRESH without a time',
    'REFRESH',
    calendarOf(
      'REFRESH',
      about('').filter((line) => !line.startsWith('DT') || line.startsWith('DTSTAMP')),
    ),
    { method: 'REFRESH', who: `${ane}: unanswered` },
  ),
  sent(
    'a whole day, and a length',
    'REPLY',
    calendarOf(
      'REPLY',
      about('ACCEPTED').map((line) => (line.startsWith('DTEND') ? 'DURATION:PT2H' : line)),
    ),
    { method: 'REPLY', time: '2026-12-07 09:00–11:00' },
  ),
  sent(
    'the hour that comes twice',
    'REPLY',
    calendarOf(
      'REPLY',
      about('ACCEPTED').map((line) =>
        line.replace('20261207T090000', '20271031T023000').replace('20261207T103000', '20271031T033000'),
      ),
    ),
    { method: 'REPLY', time: '2027-10-31 02:30–03:30' },
  ),
  {
    what: 'the calendar pasted into the words, and quoted',
    raw: mailOf(
      from,
      'text/plain; charset=utf-8',
      `Her er svaret:\r\n${reply('x')
        .trim()
        .split('\r\n')
        .map((line) => `> ${line}`)
        .join('\r\n')}\r\n`,
    ),
    message: { method: 'REPLY', who: `${ane}: yes` },
  },
  {
    what: 'two letters to a sign',
    raw: mailOf(
      from,
      'text/calendar; method=REPLY; charset=utf-16le',
      base64(Buffer.from(`\uFEFF${reply('x')}`, 'utf16le')),
      ['Content-Transfer-Encoding: base64'],
    ),
    message: { method: 'REPLY', who: `${ane}: yes` },
  },
]
