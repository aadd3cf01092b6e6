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

const google = (method: string, lines: readonly string[]) =>
  calendarOf(method, lines, { product: '-//Google Inc//Google Calendar 70.9054//EN', before: ['CALSCALE:GREGORIAN'] })

const about = [
  'DTSTART:20261207T080000Z',
  'DTEND:20261207T093000Z',
  'DTSTAMP:20261130T080000Z',
  `ORGANIZER;CN=Brobyg:mailto:${us}`,
  `UID:${uid}`,
]
const after = [
  'CREATED:20261120T080000Z',
  'LAST-MODIFIED:20261130T080000Z',
  'SEQUENCE:2',
  'STATUS:CONFIRMED',
  'SUMMARY:Styregruppe',
  'TRANSP:OPAQUE',
]
const time = '2026-12-07 09:00–10:30'

const googleWho = (state: string, address: string, name = address) =>
  `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${state};CN=${name};X-NUM-GUESTS=0:mailto:${address}`

const googleReply = (lines: readonly string[]) => google('REPLY', [...about, ...lines, ...after])

const googleMail = (what: string, state: string, answer: string): SampleMail => ({
  what: `Google: ${what}`,
  raw: bothOf(
    `Ane <${ane}>`,
    'Ane har svaret på invitationen fra Google Kalender',
    calendarPart('REPLY', googleReply([googleWho(state, ane)])),
  ),
  message: { method: 'REPLY', uid, sequence: 2, who: `${ane}: ${answer}`, time },
})

const invite = multipart('mixed', 'outer', [
  multipart('alternative', 'inner', [
    words('Invitation from Google Calendar'),
    { type: 'text/html; charset=utf-8', body: '<p>Invitation from Google Calendar</p>' },
    calendarPart('REPLY', googleReply([googleWho('ACCEPTED', ane)])),
  ]),
  {
    type: 'application/ics; name="invite.ics"',
    body: base64(googleReply([googleWho('ACCEPTED', ane)])),
    heads: ['Content-Disposition: attachment; filename="invite.ics"', 'Content-Transfer-Encoding: base64'],
  },
])

export const googleMails: readonly SampleMail[] = [
  googleMail('yes', 'ACCEPTED', 'yes'),
  googleMail('no', 'DECLINED', 'no'),
  googleMail('perhaps', 'TENTATIVE', 'perhaps'),
  {
    what: 'Google: both as a form of the words and as a file',
    raw: mailOf(`Ane <${ane}>`, invite.type, invite.body),
    message: { method: 'REPLY', who: `${ane}: yes`, time },
  },
  {
    what: 'Google: everybody invited is named, and the sender is one of them',
    raw: bothOf(
      `Bo <${bo}>`,
      'Invitation from Google Calendar',
      calendarPart(
        'REPLY',
        googleReply([
          googleWho('ACCEPTED', ane),
          googleWho('DECLINED', bo, 'Bo Friis'),
          googleWho('NEEDS-ACTION', 'c@d.example'),
        ]),
      ),
    ),
    message: { method: 'REPLY', who: `${bo}: no`, name: 'Bo Friis' },
  },
  {
    what: 'Google: everybody is named, and the mail is from another address; one has answered',
    raw: bothOf(
      'Bo <bo.friis@other.example>',
      'x',
      calendarPart('REPLY', googleReply([googleWho('NEEDS-ACTION', ane), googleWho('DECLINED', bo)])),
    ),
    message: { method: 'REPLY', who: `${bo}: no` },
  },
  {
    what: 'Google: everybody is named, two have answered, and the mail is from neither',
    raw: bothOf(
      'Bo <bo.friis@other.example>',
      'x',
      calendarPart('REPLY', googleReply([googleWho('ACCEPTED', ane), googleWho('DECLINED', bo)])),
    ),
    refused: 'whose_answer',
  },
  {
    what: 'Google: another time is proposed',
    raw: bothOf(
      `Ane <${ane}>`,
      'x',
      calendarPart(
        'COUNTER',
        google('COUNTER', [
          'DTSTART:20261208T120000Z',
          'DTEND:20261208T133000Z',
          ...about.slice(2),
          googleWho('TENTATIVE', ane),
          'COMMENT:Kan vi tage tirsdag?',
          ...after,
        ]),
      ),
    ),
    message: {
      method: 'COUNTER',
      who: `${ane}: perhaps`,
      proposes: '2026-12-08 13:00–14:30',
      comment: 'Kan vi tage tirsdag?',
    },
  },
  {
    what: 'Google: a reply that tells no DTSTAMP',
    raw: bothOf(
      `Ane <${ane}>`,
      'x',
      calendarPart('REPLY', googleReply([googleWho('ACCEPTED', ane)]).replace('DTSTAMP:20261130T080000Z\r\n', '')),
    ),
    message: { method: 'REPLY', who: `${ane}: yes`, stamp: 'none' },
  },
  {
    what: 'Google: asks for the meeting once more',
    raw: bothOf(
      `Ane <${ane}>`,
      'x',
      calendarPart(
        'REFRESH',
        google('REFRESH', [
          'DTSTAMP:20261130T080000Z',
          `UID:${uid}`,
          `ATTENDEE:mailto:${ane}`,
          `ORGANIZER:mailto:${us}`,
        ]),
      ),
    ),
    message: { method: 'REFRESH', uid, who: `${ane}: unanswered` },
  },
]

const apple = (method: string, lines: readonly string[]) =>
  calendarOf(method, lines, { product: '-//Apple Inc.//macOS 15.1//EN', before: ['CALSCALE:GREGORIAN'] })

const appleReply = (who: string): string => apple('REPLY', [...about, who, 'SEQUENCE:2', 'REQUEST-STATUS:2.0;Success'])

export const appleMails: readonly SampleMail[] = [
  {
    what: 'Apple: yes, with an address in capitals, as a file of its own',
    raw: mailOf(
      `Ane <${ane}>`,
      'text/calendar; method=REPLY; charset=UTF-8',
      appleReply(`ATTENDEE;CN="Ane Lund";PARTSTAT=ACCEPTED:MAILTO:${ane.toUpperCase()}`),
      ['Content-Disposition: attachment; filename=iCal-20261130.ics'],
    ),
    message: { method: 'REPLY', who: `${ane}: yes`, name: 'Ane Lund', status: '2.0;Success' },
  },
  {
    what: 'Apple: a urn with the address beside it',
    raw: mailOf(
      `Ane <${ane}>`,
      'text/calendar; method=REPLY',
      appleReply(`ATTENDEE;CN=Ane;EMAIL="${ane}";PARTSTAT=DECLINED:urn:uuid:0b5c3a6e-6b54-4a2d-9b53-8c25f4d5c111`),
    ),
    message: { method: 'REPLY', who: `${ane}: no` },
  },
  {
    what: 'Apple: no address that mail reaches',
    raw: mailOf(
      `Ane <${ane}>`,
      'text/calendar; method=REPLY',
      appleReply('ATTENDEE;CN=Ane Lund;PARTSTAT=ACCEPTED:invalid:nomail'),
    ),
    message: { method: 'REPLY', who: 'nobody: yes', name: 'Ane Lund' },
  },
  {
    what: 'iCloud: folded in the middle of a line, in quoted-printable',
    raw: mailOf(
      `Ane <${ane}>`,
      'text/calendar; method=REPLY; charset=utf-8',
      quotedPrintable(appleReply(`ATTENDEE;CN="Åse Sønderby-Kjærgård";PARTSTAT=TENTATIVE\r\n :mailto:${ane}`)),
      ['Content-Transfer-Encoding: quoted-printable'],
    ),
    message: { method: 'REPLY', who: `${ane}: perhaps`, name: 'Åse Sønderby-Kjærgård' },
  },
  {
    what: 'Apple: only line feeds, and a mark at the beginning',
    raw: mailOf(
      `Ane <${ane}>`,
      'text/calendar; method=REPLY; charset=utf-8',
      base64(`\uFEFF${appleReply(`ATTENDEE;PARTSTAT=ACCEPTED:mailto:${ane}`).replaceAll('\r\n', '\n')}`),
      ['Content-Transfer-Encoding: base64'],
    ),
    message: { method: 'REPLY', who: `${ane}: yes` },
  },
  {
    what: 'Apple: signs of the address written as percent',
    raw: mailOf(
      `Ane <${ane}>`,
      'text/calendar; method=REPLY',
      appleReply(`ATTENDEE;PARTSTAT=ACCEPTED:mailto:ane%40klub.example`),
    ),
    message: { method: 'REPLY', who: `${ane}: yes` },
  },
]
