import {
  type BrokenCalendar,
  at,
  bytes,
  calendarWith,
  event,
  latin,
  once,
  theGood,
  to,
  well,
  wide,
} from './test-calendar-files.ts'

/** How files are written wrongly. */
export const brokenFiles: readonly BrokenCalendar[] = [
  { what: 'nothing', file: '', refused: 'calendar_empty' },
  { what: 'empty lines', file: '\r\n \r\n', refused: 'calendar_empty' },
  { what: 'zeros alone', file: new Uint8Array(5000), refused: 'calendar_empty' },
  { what: 'a sentence', file: 'Kom glad!', refused: 'not_a_calendar' },
  {
    what: 'a picture',
    file: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 255]),
    refused: 'not_a_calendar',
  },
  { what: 'a web page', file: '<!DOCTYPE html><html><body>404</body></html>', refused: 'is_a_page' },
  { what: 'a web page after a mark', file: '\uFEFF\n<html>', refused: 'is_a_page' },
  { what: 'JSON', file: '{"BEGIN":"VCALENDAR"}', refused: 'not_a_calendar' },
  { what: 'a contact card', file: 'BEGIN:VCARD\r\nFN:x\r\nEND:VCARD', refused: 'not_a_calendar' },
  { what: 'an empty calendar', file: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', read: [] },
  { what: 'tasks alone', file: 'BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\nEND:VTODO\nEND:VCALENDAR', read: [] },
  { what: 'no end of the calendar', file: event(at, to).replace('END:VCALENDAR', ''), ...well },
  { what: 'no beginning of the calendar', file: event(at, to).replace('BEGIN:VCALENDAR', ''), ...well },
  { what: 'a cut in the middle of a line', file: event(at, to).slice(0, -60), read: [once], unread: ['God: cut_off'] },
  { what: 'line feeds alone', file: event(at, to).replaceAll('\r\n', '\n'), ...well },
  { what: 'carriage returns alone', file: event(at, to).replaceAll('\r\n', '\r'), ...well },
  { what: 'line ends of both kinds', file: event(at, to).replace('\r\n', '\n'), ...well },
  { what: 'empty lines between', file: event(at, to).replaceAll('\r\n', '\r\n\r\n'), ...well },
  {
    what: 'small letters',
    file: event(at, to).replaceAll(/BEGIN|END|VEVENT|DTSTART|SUMMARY/g, (word) => word.toLowerCase()),
    ...well,
  },
  { what: 'a mark at the beginning', file: `\uFEFF${event(at, to)}`, ...well },
  { what: 'two bytes a letter, small end first', file: wide(`\uFEFF${event(at, to)}`, true), ...well },
  { what: 'two bytes a letter, large end first', file: wide(`\uFEFF${event(at, to)}`, false), ...well },
  { what: 'two bytes a letter without a mark', file: wide(event(at, to), true), ...well },
  {
    what: 'one byte a letter',
    file: latin(event(at, to).replace('En', 'Børn på æbletur')),
    read: [theGood, 'Børn på æbletur: 2026-12-02 17:00 ×1'],
  },
  { what: 'zeros between the letters', file: event(at, to).replace('En', 'E\0n'), ...well },
  { what: 'a letter cut in two by a fold', file: foldedInLetter(), read: [theGood, 'Børn: 2026-12-02 17:00 ×1'] },
  { what: 'a fold by a tab', file: event('DTSTART;TZID=Europe/Copen\r\n\thagen:20261202T170000', to), ...well },
  {
    what: 'a fold in the name of a field',
    file: event(at, 'DTE\r\n ND;TZID=Europe/Copenhagen:20261202T180000'),
    ...well,
  },
  {
    what: 'a text broken without a fold',
    file: event(at, to, 'DESCRIPTION:En lang tekst\r\nder går videre her'),
    ...well,
  },
  { what: 'a line without a colon', file: event(at, to, 'HVAD SOM HELST'), ...well },
  { what: 'a line of 200 KB', file: event(at, to, `DESCRIPTION:${'lang '.repeat(40_000)}`), ...well },
  {
    what: 'a picture in a line of 1 MB',
    file: event(at, to, `ATTACH;ENCODING=BASE64:${'QUJD'.repeat(250_000)}`),
    ...well,
  },
  { what: '20,000 folds in one line', file: event(at, to, `DESCRIPTION:x${'\r\n y'.repeat(20_000)}`), ...well },
  { what: 'a parameter of 50 KB', file: event(at, to, `X-A;B="${';:'.repeat(25_000)}":x`), ...well },
  { what: 'a quote that is never closed', file: event(at, to, 'LOCATION;X="a:Hallen'), ...well },
  { what: 'a colon in a quote', file: event('DTSTART;X="a:b";TZID=Europe/Copenhagen:20261202T170000', to), ...well },
  { what: 'a group before a field', file: event(`x1.${at}`, to), ...well },
  {
    what: 'two calendars in one file',
    file: `${event(at, to)}${calendarWith().replaceAll('God', 'Anden').replaceAll('god', 'b')}`,
    read: ['Anden: 2026-12-01 17:00 ×1', theGood, once],
  },
]

function foldedInLetter(): Uint8Array {
  const [before = '', after = ''] = event(at, to).split('En')
  return Uint8Array.from([...bytes(`${before}B`), 0xc3, 13, 10, 32, 0xb8, ...bytes(`rn${after}`)])
}
